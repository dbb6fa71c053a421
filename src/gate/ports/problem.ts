/** Why a service outside did not give what was asked of it. */
export type ProblemCode =
  | 'unauthorized'
  | 'permission'
  | 'not-found'
  | 'rate-limited'
  | 'unreachable'
  | 'refused'
  | 'invalid'
  | 'moved'

/** What was tried, what was seen and what to do, in one sentence. It never holds a token. */
export interface Problem {
  readonly code: ProblemCode
  readonly text: string
}
