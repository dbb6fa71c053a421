import type { Decision } from '../../src/core/decision/decision.ts'
import type { ApprovalVerdict } from '../../src/core/model/verdict.ts'
import { neverCounts, type OracleAnswer } from './oracle.ts'
import type { World } from './world.ts'

/** What has to hold of every decision, whatever happened before. */
interface Invariant {
  /** What is wrong when it does not hold. */
  readonly broken: (answer: OracleAnswer) => string
  readonly holds: (decision: Decision, world: World, answer: OracleAnswer) => boolean
}

const because = (answer: OracleAnswer): string => answer.because.join('; ') || 'nothing holds'

export const INVARIANTS: readonly Invariant[] = [
  {
    broken: (answer) => `allowed although ${because(answer)}`,
    holds: ({ outcome }, _, answer) => outcome !== 'allow' || answer.outcome === 'allow',
  },
  {
    broken: (answer) => `not ${answer.outcome} although ${because(answer)}`,
    holds: ({ outcome }, _, answer) => outcome === answer.outcome,
  },
  {
    broken: (answer) =>
      `the glass is ${answer.isGlassBroken ? 'whole, and should be broken' : 'broken, and should be whole'}`,
    holds: ({ breakGlass }, _, answer) => (breakGlass?.verdict === 'met') === answer.isGlassBroken,
  },
  {
    broken: () => 'somebody counts who never does: an author, a bot or a reader',
    holds: ({ verdicts, approvals }) => {
      const people = [
        ...verdicts.flatMap((verdict) => (verdict.kind === 'approval' ? verdict.by : [])),
        ...approvals.counted.map(({ by }) => by),
      ]
      return !people.some(({ id }) => neverCounts().includes(id))
    },
  },
  {
    broken: () => 'one person counts twice for one requirement',
    holds: (decision) =>
      metApprovals(decision).every(({ by }) => new Set(by.map(({ id }) => id)).size === by.length),
  },
  {
    broken: () => 'a requirement is met by fewer people than it asks for',
    holds: (decision) =>
      metApprovals(decision).every(({ by, requirement }) => by.length >= requirement.count),
  },
  {
    broken: () => 'who wrote a commit counts where committers do not',
    holds: (decision, world) => {
      const writers = writersOf(world)
      return metApprovals(decision).every(
        ({ by, requirement }) => !requirement.excludeCommitters || !by.some(({ id }) => writers.includes(id)),
      )
    },
  },
  {
    broken: () => 'something else than an allow ends by itself',
    holds: ({ outcome, expiresAt }) => outcome === 'allow' || expiresAt === null,
  },
  {
    broken: () => 'an allow is over already',
    holds: ({ expiresAt, decidedAt }) => expiresAt === null || expiresAt > decidedAt,
  },
  {
    broken: () => 'an allow by a window or a broken glass does not end',
    holds: ({ outcome, expiresAt, breakGlass, verdicts }) => {
      const isTimed =
        breakGlass !== null || verdicts.some(({ kind, verdict }) => kind === 'window' && verdict === 'met')
      return outcome !== 'allow' || !isTimed || expiresAt !== null
    },
  },
]

function metApprovals({ verdicts }: Decision): readonly ApprovalVerdict[] {
  return verdicts.flatMap((verdict) =>
    verdict.kind === 'approval' && verdict.verdict === 'met' ? [verdict] : [],
  )
}

/** Authors and committers of what is no automatic merge. */
function writersOf(world: World): readonly number[] {
  return world.branch.flatMap((sha) => {
    const commit = world.commits.get(sha)
    return !commit || commit.automatic ? [] : [commit.author?.id ?? 0, commit.committer?.id ?? 0]
  })
}
