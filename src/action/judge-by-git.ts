import { fetchRepository, type FetchedRepository } from '../adapters/git/fetch-repository.ts'
import { type GitRepository, openGitRepository } from '../adapters/git/git-repository.ts'
import { undecided } from '../core/decision/undecided.ts'
import type { Commit, Facts } from '../core/model/facts.ts'
import type { Sha } from '../core/model/ids.ts'
import { err, type Result } from '../core/model/result.ts'
import type { KnownFields } from '../core/policy/known-fields.ts'
import type { KindSchemas } from '../core/schema/kind-schemas.ts'
import { assess } from '../gate/assess.ts'
import type { Assess, Assessment } from '../gate/judge.ts'
import type { HoldsMerge } from '../gate/ports/merge-queues.ts'
import { attributePushes } from './attribute-pushes.ts'
import type { PolicyOrigins } from '../gate/load-whole-policy.ts'
import { readPolicy } from './read-policy.ts'

/** Where the manifests are. */
export interface GitSource extends PolicyOrigins {
  readonly url: string
  readonly token: string
  /** An empty directory; commits and trees of every pull request that is decided on come here. */
  readonly dir: string
  /** What the input `policy` names. */
  readonly policy: readonly string[]
  /** What the server knows of each kind. */
  readonly schemaOf: KindSchemas
  /** What is known of the fields of kinds. */
  readonly fields: KnownFields
}

/** What git objects can tell. */
export interface GitJudgement {
  /**
   * Decides with manifests fetched from git: the base tip, the head, and every commit that carries a review or a label, by their ids.
   * Nothing is checked out. What cannot be fetched is a decision that says so.
   */
  readonly assess: Assess
  readonly holdsMerge: HoldsMerge
}

/** Judges by a repository; what one question has fetched is there for the next. */
export function judgeByGit(source: GitSource): GitJudgement {
  const fetched: Fetched = { shas: new Set(), missing: new Set(), repository: null }
  return {
    assess: async (facts) => {
      const opened = await openFor(source, fetched, facts)
      if (!opened.ok) return { decision: undecided(facts, { code: 'unreadable', text: opened.error }), facts }
      try {
        return await decideWith(source, opened.value, facts)
      } finally {
        opened.value.close()
      }
    },
    holdsMerge: async ({ branch, base, head, commit }) => {
      const opened = await openMerge(source, fetched, { branch, base, head, more: [commit] })
      if (!opened.ok) return null
      try {
        return await opened.value.isMergedAs(commit)
      } finally {
        opened.value.close()
      }
    },
  }
}

/** What this run has fetched already. */
interface Fetched {
  readonly shas: Set<Sha>
  readonly missing: Set<Sha>
  repository: FetchedRepository | null
}

async function openFor(
  source: GitSource,
  fetched: Fetched,
  facts: Facts,
): Promise<Result<GitRepository, string>> {
  const { pullRequest } = facts
  const [base, head] = [pullRequest?.base.sha, pullRequest?.head.sha]
  if (!pullRequest || !base || !head)
    return err('The facts name no base tip and no head, so nothing can be compared.')
  return await openMerge(source, fetched, {
    branch: pullRequest.base.ref,
    base,
    head,
    more: commitsOf(facts),
  })
}

/** What is merged into what, and the commits that are looked at besides. */
interface MergeOf {
  readonly branch: string
  readonly base: Sha
  readonly head: Sha
  readonly more: readonly Sha[]
}

async function openMerge(
  source: GitSource,
  fetched: Fetched,
  { branch, base, head, more }: MergeOf,
): Promise<Result<GitRepository, string>> {
  const problem = await fetchMissing(source, fetched, branch, [base, head, ...more])
  if (problem !== null) return err(problem)
  const gone = [base, head].find((sha) => fetched.missing.has(sha))
  if (gone !== undefined) return err(`The commit ${gone} is not at ${source.url} any more. Run again.`)
  const credentials = fetched.repository?.credentials ?? []
  const opened = await openGitRepository(source.dir, base, head, { merge: true, credentials })
  return opened.ok ? opened : err(opened.error.text)
}

function commitsOf(facts: Facts): readonly Sha[] {
  const commits = [...facts.reviews.map(({ commit }) => commit), ...facts.heads.map(({ sha }) => sha)]
  return commits.flatMap((commit) => (commit === null || commit === 'head' ? [] : [commit]))
}

/** The base branch comes along by name, so that a later fetch need not bring it again. */
async function fetchMissing(
  source: GitSource,
  fetched: Fetched,
  baseRef: string,
  wanted: readonly Sha[],
): Promise<string | null> {
  const shas = [...new Set(wanted)].filter((sha) => !fetched.shas.has(sha) && !fetched.missing.has(sha))
  if (shas.length === 0) return null
  const { url, token, dir } = source
  const answer = await fetchRepository({ url, token, dir, refs: [`refs/heads/${baseRef}`], shas })
  if (!answer.ok) return answer.error.text
  fetched.repository = answer.value
  for (const sha of shas) fetched.shas.add(sha)
  for (const sha of answer.value.missing) fetched.missing.add(sha)
  return null
}

async function decideWith(source: GitSource, repository: GitRepository, given: Facts): Promise<Assessment> {
  const policy = await readPolicy(source.policy, repository, source.builtin)
  if (!policy.ok)
    return { decision: undecided(given, { code: 'policy-invalid' }, [policy.error]), facts: given }
  const marked = { ...given, commits: await markAutomaticMerges(repository, given.commits) }
  const heads = await attributePushes(marked, (commit) => repository.parentsOf(commit))
  const facts = { ...marked, heads }
  const decision = await assess({
    repository,
    facts,
    policy: policy.value,
    codeowners: null,
    builtin: source.builtin,
    shared: source.shared ?? null,
    schemaOf: source.schemaOf,
    fields: source.fields,
  })
  return { decision, facts }
}

async function markAutomaticMerges(
  repository: GitRepository,
  commits: readonly Commit[],
): Promise<readonly Commit[]> {
  const marked: Commit[] = []
  for (const commit of commits)
    marked.push({ ...commit, automaticMerge: (await repository.isAutomaticMerge(commit.sha)) ?? false })
  return marked
}
