import type { Decision } from '../decision/decision.ts'
import { approvalSteps } from './approval-steps.ts'
import { count, timeOf } from './phrases.ts'
import { type Step, tellingOf } from './step.ts'
import { timeStep } from './time-steps.ts'
import { windowSteps } from './window-steps.ts'
import { eachOnce, joined, say, series, type Wording } from './wording.ts'

/** What a held pull request waits for, and who can give it. */
export interface NextStep {
  /** `Waiting for @acme/net, then a deploy window`. */
  readonly heading: Wording
  /** `one of @acme/net approves; then one of @acme/sre sets the label deploy-window/2h`. */
  readonly action: Wording
  /** For the commit status, from the fullest to the shortest: `1 of @acme/net; then a window of at most 4h by @acme/sre`. */
  readonly missing: readonly Wording[]
}

/** What is waited for at a time, in the order in which it is to come. */
type Stages = readonly (readonly Step[])[]

/** More than this is counted: a heading and a status are read at a glance. */
const NAMED = 4

/** What is open and in which order it is to come: people first, and a deploy window last, because its clock runs from the moment it is opened. */
export function nextStep(decision: Decision): NextStep {
  const stages = stagesOf(decision)
  return {
    heading: headingOf(stages, decision.pullRequest === null),
    action: waitingAction(stages, decision) ?? actionOf(stages),
    missing: [
      missingOf(stages, ({ short }) => short, NAMED),
      missingOf(stages, ({ terse }) => terse, NAMED),
      missingOf(stages, ({ terse }) => terse, 1),
    ],
  }
}

function stagesOf(decision: Decision): Stages {
  const open = decision.verdicts.filter(({ verdict }) => verdict === 'unmet' || verdict === 'indeterminate')
  const telling = tellingOf(decision)
  const approvals = open.filter((verdict) => verdict.kind === 'approval')
  const times = open.filter((verdict) => verdict.kind === 'sync-window')
  const windows = open.filter((verdict) => verdict.kind === 'window')
  const seen = new Set<string>()
  return [
    approvalSteps(approvals, telling),
    lastTime(times.map((verdict) => timeStep(verdict, telling.now))),
    windowSteps(windows, telling),
  ]
    .map((steps) => steps.filter((one) => isNew(one, seen)))
    .filter((steps) => steps.length > 0)
}

/** Of times that come by themselves the last: the others are over by then. */
function lastTime(steps: readonly Step[]): readonly Step[] {
  const last = Math.max(...steps.map(({ opens }) => opens?.at ?? Number.NEGATIVE_INFINITY))
  return steps.filter(({ opens }) => opens === null || opens.at === last)
}

/** What keeps approvals and windows alike from being judged is told once. */
function isNew({ act }: Step, seen: Set<string>): boolean {
  const key = JSON.stringify(act)
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

function headingOf(stages: Stages, forecast: boolean): Wording {
  const parts: Wording[] = []
  let last = ''
  for (const steps of stages) {
    const waits = series(eachOnce(steps.map(({ wait }) => wait)), 'and', NAMED)
    const until = steps.every((one) => one.until)
    const before = forecast ? (until ? 'to wait until ' : '') : until ? 'until ' : 'for '
    parts.push(before === last ? waits : [before, ...waits])
    last = before
  }
  return say`${forecast ? 'This will need ' : 'Waiting '}${joined(parts, ', then ')}`
}

function actionOf(stages: Stages): Wording {
  return joined(
    stages.map((steps) =>
      joined(
        steps.map(({ act }) => act),
        '; ',
      ),
    ),
    '; then ',
  )
}

/** When nobody has to do anything but wait; null: somebody has to, or waiting is not enough. */
function waitingAction(stages: Stages, { nextChangeAt, pullRequest, decidedAt }: Decision): Wording | null {
  const steps = stages.flat()
  if (nextChangeAt === null || pullRequest === null || steps.some(({ opens }) => opens === null)) return null
  const last = steps.find(({ opens }) => opens?.at === nextChangeAt)
  const when = last?.opens?.said ?? say`from ${timeOf(nextChangeAt, decidedAt)} on`
  return say`merge ${when}; nobody has to do anything until then`
}

function missingOf(stages: Stages, words: (one: Step) => Wording, limit: number): Wording {
  const parts = stages.map((steps) => joined(eachOnce(steps.map(words)), '; '))
  const rest = parts.length - limit
  const shown = rest > 0 ? [...parts.slice(0, limit), [count(rest, 'more step')]] : parts
  return joined(shown, '; then ')
}
