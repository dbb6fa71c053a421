import type { Actor, Facts, Review } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import type { ApprovalRequirement } from '../model/requirement.ts'
import type { Dismissal } from '../model/verdict.ts'
import type { Contributors } from './contributors.ts'
import { type Comparison, covers, isHead, subjectTitles } from './coverage.ts'
import { whyNotEligible } from './eligibility.ts'

/** What an approval stands for. Approvals of one commit share it. */
interface Coverage {
  /** Findings of the requirement that it stands for. */
  readonly covered: readonly Finding[]
  /** Findings of the requirement that changed since, or all when it came too early for a strict one. */
  readonly stale: readonly Finding[]
  /** Of `covered`, their places among the findings. */
  readonly items: ReadonlySet<number>
}

/** An approval by somebody who may give it. */
export interface Vote extends Coverage {
  readonly review: Review
  readonly by: Actor
}

/** How the reviews stand to one requirement. */
export interface Ballot {
  readonly requirement: ApprovalRequirement
  /** Those who approved something of it, by time. */
  readonly votes: readonly Vote[]
  /** Reviews of people who could have approved but requested changes, by time. */
  readonly objections: readonly { readonly review: Review; readonly by: Actor }[]
  /** By review id: why a review does not count, or counts only for a part. */
  readonly dismissals: ReadonlyMap<number, Dismissal>
  /** Commits of unknown people, when the requirement excludes committers: then nobody counts. */
  readonly unknown: Contributors['unknown']
}

/** Judges the newest review of each person for one requirement. */
export function takeBallot(
  requirement: ApprovalRequirement,
  newest: readonly Review[],
  facts: Facts,
  contributors: Contributors,
  comparison: Comparison,
): Ballot {
  const votes: Vote[] = []
  const objections: { review: Review; by: Actor }[] = []
  const dismissals = new Map<number, Dismissal>()
  const unknown = requirement.excludeCommitters ? contributors.unknown : []
  const coverageOf = coverageByCommit(requirement.findings, comparison)
  for (const review of newest) {
    const { by } = review
    const dismissal = whyNot(review, requirement, facts, contributors)
    if (dismissal !== null) dismissals.set(review.id, dismissal)
    if (by === null || dismissal !== null) continue
    if (review.state === 'CHANGES_REQUESTED') {
      objections.push({ review, by })
      dismissals.set(review.id, { code: 'changes-requested' })
      continue
    }
    const isTooEarly = requirement.strict && !isOnArrivedHead(review, facts, comparison)
    const coverage = isTooEarly ? nothingOf(requirement.findings) : coverageOf(review.commit)
    const vote = { review, by, ...coverage }
    if (counts(vote, requirement)) votes.push(vote)
    const doubt = doubtAbout(vote, isTooEarly, unknown)
    if (doubt !== null) dismissals.set(review.id, doubt)
  }
  return { requirement, votes, objections, dismissals, unknown }
}

function whyNot(
  review: Review,
  requirement: ApprovalRequirement,
  facts: Facts,
  contributors: Contributors,
): Dismissal | null {
  if (review.state === 'DISMISSED') return { code: 'dismissed' }
  // A deleted account has no rights left; no group needs to be asked.
  if (review.by === null) return { code: 'no-write-access' }
  return whyNotEligible(review.by, requirement, facts, contributors)
}

function nothingOf(findings: readonly Finding[]): Coverage {
  return { covered: [], stale: findings, items: new Set() }
}

/** What an approval on a commit stands for. Many people approve the same commit, so each is looked at once. */
function coverageByCommit(
  findings: readonly Finding[],
  comparison: Comparison,
): (commit: Review['commit']) => Coverage {
  const known = new Map<Review['commit'], Coverage>()
  return (commit) => {
    const coverage = known.get(commit) ?? coverageOn(commit, findings, comparison)
    known.set(commit, coverage)
    return coverage
  }
}

function coverageOn(
  commit: Review['commit'],
  findings: readonly Finding[],
  comparison: Comparison,
): Coverage {
  const [covered, stale]: [Finding[], Finding[]] = [[], []]
  const items = new Set<number>()
  for (const [item, finding] of findings.entries()) {
    const stands = covers(commit, finding, comparison)
    if (stands) items.add(item)
    ;(stands ? covered : stale).push(finding)
  }
  return { covered, stale, items }
}

/** GitHub re-points reviews to a rebased head and keeps their time, so the commit alone proves nothing. */
function isOnArrivedHead(review: Review, facts: Facts, comparison: Comparison): boolean {
  if (!isHead(review.commit, comparison)) return false
  const arrivals = facts.heads.filter(({ sha }) => comparison.headSha === null || sha === comparison.headSha)
  const arrived = arrivals.reduce((latest, { at }) => Math.max(latest, at), -Infinity)
  // Compared directories have no history of heads: there is only the one.
  if (arrivals.length === 0) return review.commit === 'head' && facts.heads.length === 0
  return review.submittedAt >= arrived
}

/** Why an approval does not count for everything; null: it does. */
function doubtAbout(vote: Vote, isTooEarly: boolean, unknown: Ballot['unknown']): Dismissal | null {
  if (isTooEarly || vote.stale.length > 0) return staleness(vote, isTooEarly)
  return unknown.length > 0 ? { code: 'unknown-committer', commits: unknown } : null
}

function counts(vote: Vote, requirement: ApprovalRequirement): boolean {
  return vote.covered.length > 0 || (requirement.findings.length === 0 && !requirement.strict)
}

function staleness({ review, stale }: Vote, strict: boolean): Dismissal {
  const changed = { code: 'stale', on: review.commit, subjects: subjectTitles(stale) } as const
  return strict ? { ...changed, strict } : changed
}
