import type { Signature } from './git-repository.ts'
import { type Account, type Issue, nextId, type PullRequest, type TimelineFact, type World } from './world.ts'

/** Appends to the timeline, which is the only place where order is true: timestamps have 1-second steps. */
export function record(
  world: World,
  subject: PullRequest | Issue,
  actor: Account | null,
  fact: TimelineFact,
): void {
  subject.timeline.push({ ...fact, id: nextId(world), at: world.clock.now(), actor })
  subject.updatedAt = world.clock.now()
}

export function baseTip(pull: PullRequest): string {
  return pull.repository.git.tip(`refs/heads/${pull.baseRef}`) ?? pull.baseSha
}

/** What the pull request changes, as one digest: the same after a rebase that changes nothing. */
export function diffDigest(pull: PullRequest): string {
  return pull.repository.git.diffDigest(baseTip(pull), pull.headSha)
}

export function webFlow(at: number): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', at }
}

/** Points `refs/pull/N/head` and `refs/pull/N/merge` at the present head and the present base tip. */
export function refreshRefs(world: World, pull: PullRequest): void {
  const { git } = pull.repository
  git.setRef(`refs/pull/${pull.number}/head`, pull.headSha)
  const mergeRef = `refs/pull/${pull.number}/merge`
  const base = baseTip(pull)
  const tree = git.mergeTree(base, pull.headSha)
  pull.commits = git.between(base, pull.headSha)
  pull.testMerge.known = world.switches.mergeabilityAtOnce
  pull.testMerge.asked = false
  if (tree === undefined) {
    pull.testMerge.sha = undefined
    if (git.tip(mergeRef) !== undefined) git.deleteRef(mergeRef)
    return
  }
  const message = `Merge ${pull.headSha} into ${base}`
  pull.testMerge.sha = git.commitTree(tree, [base, pull.headSha], message, webFlow(world.clock.now()))
  git.setRef(mergeRef, pull.testMerge.sha)
}

export interface Mergeability {
  readonly mergeable: boolean | null
  readonly testMerge: string | null
}

/** The reader who asks first gets "unknown"; the answer is there for the next request. */
export function readMergeability(pull: PullRequest): Mergeability {
  if (pull.state === 'closed') return { mergeable: null, testMerge: null }
  if (!pull.testMerge.known) {
    pull.testMerge.asked = true
    return { mergeable: null, testMerge: null }
  }
  return { mergeable: pull.testMerge.sha !== undefined, testMerge: pull.testMerge.sha ?? null }
}

/** Ends a request: the background jobs its reads have started are done. */
export function finishMergeabilityJobs(world: World): void {
  for (const repository of world.repositories.values()) {
    for (const pull of repository.pulls.values()) if (pull.testMerge.asked) pull.testMerge.known = true
  }
}

/** Contexts that rulesets or classic protection require on the base branch. */
export function requiredContexts(pull: PullRequest): readonly string[] {
  const rules = pull.repository.rules.get(pull.baseRef) ?? []
  const fromRules = rules
    .filter((rule) => rule.type === 'required_status_checks')
    .flatMap((rule) => rule.parameters['required_status_checks'] as readonly { context: string }[])
  const classic = pull.repository.protectedChecks.get(pull.baseRef) ?? []
  return [...fromRules, ...classic].map((check) => check.context)
}

/** GitHub's one word for "may it be merged"; required checks look at statuses and check runs of the head. */
export function mergeState(pull: PullRequest): 'UNKNOWN' | 'DIRTY' | 'DRAFT' | 'BLOCKED' | 'CLEAN' {
  const { mergeable } = readMergeability(pull)
  if (mergeable === null) return 'UNKNOWN'
  if (!mergeable) return 'DIRTY'
  if (pull.draft) return 'DRAFT'
  return requiredContexts(pull).every((context) => isGreen(pull, context)) ? 'CLEAN' : 'BLOCKED'
}

function isGreen(pull: PullRequest, context: string): boolean {
  const { statuses, checkRuns } = pull.repository
  const name = context.toLowerCase()
  const status = statuses.findLast((item) => item.sha === pull.headSha && item.context.toLowerCase() === name)
  const run = checkRuns.findLast((item) => item.sha === pull.headSha && item.name.toLowerCase() === name)
  if (status === undefined && run === undefined) return false
  const runPasses =
    run === undefined || ['success', 'neutral', 'skipped'].includes(run.conclusion ?? 'running')
  return (status === undefined || status.state === 'success') && runPasses
}
