import type { Owner } from '../model/requirement.ts'
import type { ApprovalVerdict, Reason } from '../model/verdict.ts'
import { isSharedObstacle, obstacleStep } from './obstacle-steps.ts'
import { approvalsOf, authorWording, ownersWording, peopleWording, someOf } from './people-words.ts'
import { numberWord } from './phrases.ts'
import { type Step, step, type Telling } from './step.ts'
import { exactly, owner, say, series, type Wording } from './wording.ts'

/** More than this is counted: a heading and a status are read at a glance. */
const NAMED = 4

/** So many people who are asked for their approval. */
interface Ask {
  readonly number: number
  readonly owners: readonly Owner[]
  /** Some of the requirement's people approved already. */
  readonly more: boolean
  /** Logins of people who count elsewhere. */
  readonly except: readonly string[]
}

/** What keeps approvals from coming, one step each, and then all who are asked for one, together: their order is of no account. */
export function approvalSteps(verdicts: readonly ApprovalVerdict[], telling: Telling): readonly Step[] {
  const asks = mostAsked(verdicts.flatMap(askOf))
  const obstacles = verdicts.flatMap((verdict) => obstacleOf(verdict, telling) ?? [])
  return asks.length === 0 ? obstacles : [...obstacles, askStep(asks, telling.forecast)]
}

function askOf({ reason, notes, requirement, candidates, by }: ApprovalVerdict): readonly Ask[] {
  const owners = candidates.length > 0 ? candidates : requirement.from
  const more = by.length > 0
  if (reason.code === 'same-person')
    return [{ number: 1, owners, more, except: reason.by.map(({ login }) => login) }]
  if (reason.code === 'approvals-missing' && reason.possible === undefined)
    return [{ number: reason.need - reason.have, owners, more, except: [] }]
  if (reason.code !== 'changes-requested') return []
  // Whoever objects approves in the end; who is missing besides is asked as well.
  const missing = notes.find((note) => note.code === 'approvals-missing')
  const number = missing ? missing.need - missing.have - reason.by.length : 0
  return number > 0 ? [{ number, owners, more, except: [] }] : []
}

/** Of requirements that ask the same owners, the one that misses most: who meets it meets the others. */
function mostAsked(asks: readonly Ask[]): readonly Ask[] {
  const most = new Map<string, Ask>()
  for (const ask of asks) {
    const key = JSON.stringify([ask.owners.toSorted(), ask.except])
    const first = most.get(key)
    if (!first || ask.number > first.number) most.set(key, ask)
  }
  return [...most.values()]
}

function askStep(asks: readonly Ask[], forecast: boolean): Step {
  const [only] = asks
  const single = asks.length === 1 && only?.number === 1
  const waits = asks.map(({ number, owners }) =>
    number === 1 ? ownersWording(owners) : say`${String(number)} of ${ownersWording(owners)}`,
  )
  const acts = asks.map((ask) => say`${someOf(ask.number, ask.owners, ask.more)}${exceptOf(ask)}`)
  const shorts = asks.map((ask) => say`${approvalsOf(ask.number, ask.owners)}${exceptOf(ask)}`)
  const terse = asks.map(({ number, owners }) => approvalsOf(number, owners, 1))
  return step({
    wait: say`${forecast ? 'approval by ' : ''}${series(waits, 'and', NAMED)}`,
    act: say`${series(acts, 'and', NAMED)} ${single ? 'approves' : 'approve'}`,
    short: series(shorts, 'and', NAMED),
    terse: series(terse, 'and', 2),
  })
}

function exceptOf({ except }: Ask): Wording {
  if (except.length === 0) return []
  const others = except.map((login) => [owner(`@${login}`)])
  return say` other than ${series(others, 'or', 2)}`
}

function obstacleOf(verdict: ApprovalVerdict, telling: Telling): Step | null {
  const { reason, requirement } = verdict
  if (isSharedObstacle(reason)) return obstacleStep(reason, telling)
  switch (reason.code) {
    case 'no-owner':
      return unownedStep(reason)
    case 'changes-requested':
      return objectionStep(reason, telling)
    case 'approvals-missing':
      return reason.possible === undefined ? null : impossibleStep(reason, requirement.from)
    default:
      return null
  }
}

function unownedStep({ paths }: Extract<Reason, { code: 'no-owner' }>): Step {
  const named = series(
    paths.map((path) => [exactly(path)]),
    'and',
    2,
  )
  return step({
    wait: say`an owner of ${named}`,
    act: say`name an owner of ${named} in CODEOWNERS on the base branch, or owners.fallback in the policy`,
    short: say`no owner for ${series(
      paths.map((path) => [exactly(path)]),
      'and',
      1,
    )}`,
  })
}

function objectionStep({ by }: Extract<Reason, { code: 'changes-requested' }>, { author }: Telling): Step {
  const people = peopleWording(by, NAMED)
  const [until, review] = by.length === 1 ? ['approves', 'the review is'] : ['approve', 'the reviews are']
  return step({
    wait: say`${people} (requested changes)`,
    act: say`${authorWording(author)} settles what ${people} asked for, until ${people} ${until} or ${review} dismissed`,
    short: say`${people} requested changes`,
  })
}

/** There are fewer people than approvals: only the policy or the owners can change that. */
function impossibleStep(
  { need, possible = [] }: Extract<Reason, { code: 'approvals-missing' }>,
  from: readonly Owner[],
): Step {
  const people = peopleWording(
    possible.map((login) => ({ login })),
    NAMED,
  )
  const can = possible.length === 0 ? say`nobody can` : say`only ${people} can`
  const owners = ownersWording(from)
  return step({
    wait: say`more people who may approve for ${owners}`,
    act: say`name more owners or ask for fewer approvals, because ${numberWord(need)} of ${owners} ${need === 1 ? 'has' : 'have'} to approve and ${can}`,
    short: say`${String(need)} of ${owners} cannot be met: ${can} approve`,
  })
}
