import { HOUR } from '../model/instant.ts'
import type { WindowRequirement } from '../model/requirement.ts'
import type { Reason, WindowVerdict } from '../model/verdict.ts'
import { whyNot } from './dismissal-text.ts'
import { isSharedObstacle, obstacleStep } from './obstacle-steps.ts'
import { ownersWording, someOf } from './people-words.ts'
import { atTime, lengthOf, listOf, timeOf, timesOf } from './phrases.ts'
import { type Step, step, type Telling } from './step.ts'
import { exactly, say, type Wording } from './wording.ts'

/** What the windows that people open by a label wait for. */
export function windowSteps(verdicts: readonly WindowVerdict[], telling: Telling): readonly Step[] {
  return shortest(verdicts).map((verdict) => windowStep(verdict, telling))
}

/** Of windows that the same people open, the shortest: its label opens the others. */
function shortest(verdicts: readonly WindowVerdict[]): readonly WindowVerdict[] {
  const asked = new Map<string, WindowVerdict>()
  for (const verdict of verdicts) {
    const key = JSON.stringify([verdict.reason.code, ...verdict.requirement.openers.toSorted()])
    const first = asked.get(key)
    if (!first || verdict.requirement.max < first.requirement.max) asked.set(key, verdict)
  }
  return [...asked.values()]
}

function windowStep({ reason, requirement, grant }: WindowVerdict, telling: Telling): Step {
  const { now } = telling
  if (isSharedObstacle(reason)) return obstacleStep(reason, telling)
  if (reason.code === 'window-not-yet-open') {
    const at = atTime(reason.opensAt, now)
    const times = grant ? timesOf(reason.opensAt, grant.notAfter, now) : null
    const short = say`the deploy window opens ${at}`
    return {
      wait: say`the deploy window ${at}`,
      until: false,
      act:
        times === null
          ? say`wait until the deploy window opens ${at}`
          : say`merge between ${times}, when the deploy window is open`,
      short,
      terse: short,
      opens: {
        at: reason.opensAt,
        said: times === null ? say`from ${timeOf(reason.opensAt, now)} on` : say`between ${times}`,
      },
    }
  }
  if (requirement.openers.length === 0) {
    return step({
      wait: say`somebody who may open a deploy window`,
      act: say`name in the policy who may open a deploy window (openedBy): now nobody may`,
      short: say`nobody may open the deploy window`,
    })
  }
  return openingStep(reason, requirement, grant?.label ?? null, telling)
}

function openingStep(
  reason: Exclude<Reason, { code: 'window-not-yet-open' }>,
  requirement: WindowRequirement,
  granted: string | null,
  telling: Telling,
): Step {
  const label = 'label' in reason ? reason.label : granted
  const isNew = reason.code === 'window-expired' ? 'a new' : 'a'
  const openers = ownersWording(requirement.openers, 2)
  const window = say`${isNew} window of at most ${lengthOf(requirement.max)} by ${openers}`
  const voided = whyVoid(reason, label === null ? [] : [exactly(label)], telling)
  return step({
    wait: say`${isNew} deploy window`,
    act: say`${someOf(1, requirement.openers)} ${labelAct(reason, label, requirement)}${because(reason, telling)}`,
    short: say`${window}${inBrackets(voided)}`,
    terse: say`a window by ${openers}`,
  })
}

function because(reason: Reason, telling: Telling): Wording {
  const why = whyVoid(reason, ['it'], telling)
  return why.length === 0 ? [] : say`, because ${why}`
}

function inBrackets(aside: Wording): Wording {
  return aside.length === 0 ? [] : say` (${aside})`
}

/** What whoever opens the window does with labels. */
function labelAct(reason: Reason, label: string | null, { max }: WindowRequirement): Wording {
  const fresh = `deploy-window/${lengthOf(Math.min(max, 2 * HOUR))}`
  const atMost = max > 2 * HOUR ? ` (at most ${lengthOf(max)})` : ''
  if (reason.code === 'window-label-malformed') return say`sets the label ${exactly(fresh)}${atMost}`
  // A length counts from the label on, so the same label does it again; a stated start does not come again.
  if (label !== null && /^deploy-window\/(?:\d+[dhms])+$/.test(label))
    return say`takes the label ${exactly(label)} off and sets it again`
  return say`sets the label ${exactly(fresh)}${atMost}`
}

/** Why a label that is there does not help, in a few words; `it` is how it is called. Empty: there is none. */
function whyVoid(reason: Reason, it: Wording, { now, author }: Telling): Wording {
  switch (reason.code) {
    case 'window-expired':
      return say`the last window closed ${atTime(reason.closedAt, now)}`
    case 'window-not-covering':
      return say`${listOf(reason.subjects, 'and', 2)} changed after ${it} was set`
    case 'window-opener-not-allowed': {
      const who = reason.why ? `, who ${whyNot(reason.by, reason.why, author)}` : ''
      return say`${it} was set by ${reason.by?.login ?? 'a deleted account'}${who}`
    }
    case 'window-label-without-event':
      return say`nobody is known to have set ${it} under this name`
    case 'window-label-malformed':
      return say`${exactly(reason.label)} opens nothing: ${malformedWhy(reason)}`
    default:
      return []
  }
}

/** What is wrong with a label, in a few words. */
export function malformedWhy({ problem }: Extract<Reason, { code: 'window-label-malformed' }>): string {
  switch (problem) {
    case 'too-far-ahead':
      return 'its start lies further ahead than the policy allows'
    case 'unknown-name':
      return 'the policy has no window of that name'
    case 'deny-window':
      return 'the window of that name is a freeze'
    case 'other-place':
      return 'the window of that name is for other places'
    case 'never-opens':
      return 'the window of that name does not open again'
    default:
      return 'it names no duration, no start and no window'
  }
}
