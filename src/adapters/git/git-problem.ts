/** Why git could not answer, with a sentence that says what was tried, what was seen and what to do. */
export interface GitProblem {
  readonly code:
    | 'git-missing'
    | 'git-too-old'
    | 'git-timeout'
    | 'git-failed'
    | 'not-a-repository'
    | 'repository-not-trusted'
    | 'object-format'
    | 'unknown-revision'
    | 'ambiguous-revision'
    | 'history-missing'
    | 'object-missing'
    | 'path-not-utf8'
    | 'bad-request'
    | 'unreachable'
    | 'not-authorised'
  readonly text: string
}

/** A {@link GitProblem} on its way through code that has no other way to report it. */
export class GitFailure extends Error {
  readonly problem: GitProblem

  constructor(problem: GitProblem) {
    super(problem.text)
    this.name = 'GitFailure'
    this.problem = problem
  }
}

/** A failure to be thrown. */
export function gitFailure(code: GitProblem['code'], text: string): GitFailure {
  return new GitFailure({ code, text })
}
