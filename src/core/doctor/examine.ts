import { checkBypass } from './bypass.ts'
import { checkGateFiles, checkOwners } from './code-owners.ts'
import { checkEvent, checkFilters, checkSchedule, checkTypes } from './gate-triggers.ts'
import { checkGate } from './gate-workflow.ts'
import { checkHeadCheckout } from './head-checkout.ts'
import { checkJobNames } from './job-names.ts'
import { checkKey } from './key.ts'
import { checkQueue } from './merge-queue.ts'
import type { Observation } from './observation.ts'
import { checkRelay } from './relay.ts'
import { checkRequired, checkSource } from './required-status.ts'
import { checkBase, checkReviews } from './reviews.ts'
import { type Setup, type SetupKind, setupOf } from './setup.ts'
import { checkSweep } from './sweep.ts'
import { checkTeams } from './teams.ts'
import { checkLabels, checkOpeners } from './window-labels.ts'

/** One of all the checks. */
export type DoctorCheck = NonNullable<
  ReturnType<
    | typeof checkRequired
    | typeof checkSource
    | typeof checkBypass
    | typeof checkGate
    | typeof checkEvent
    | typeof checkHeadCheckout
    | typeof checkKey
    | typeof checkJobNames
    | typeof checkTypes
    | typeof checkFilters
    | typeof checkSchedule
    | typeof checkSweep
    | typeof checkRelay
    | typeof checkQueue
    | typeof checkOwners
    | typeof checkGateFiles
    | typeof checkTeams
    | typeof checkReviews
    | typeof checkBase
    | typeof checkLabels
    | typeof checkOpeners
  >
>

/** How a repository is set up, and what is wrong with it. */
export interface Diagnosis {
  readonly repository: string
  readonly branch: string
  readonly context: string
  readonly setup: SetupKind
  /** The most urgent first. */
  readonly checks: readonly DoctorCheck[]
}

/** Judges a set-up. */
export function examine(observation: Observation): Diagnosis {
  const { repository, branch, context } = observation
  const setup = setupOf(observation)
  return { repository, branch, context, setup: setup.kind, checks: checksOf(observation, setup) }
}

/** What is asked of a set-up, what does not apply left out. */
function checksOf(observation: Observation, setup: Setup): readonly DoctorCheck[] {
  return [
    checkRequired(observation),
    checkSource(observation, setup.kind),
    checkBypass(observation),
    checkGate(observation, setup),
    checkEvent(setup),
    checkHeadCheckout(setup),
    checkKey(observation, setup),
    checkJobNames(observation, setup),
    checkTypes(setup),
    checkFilters(setup),
    checkSchedule(setup),
    checkSweep(observation),
    checkRelay(setup),
    checkQueue(observation, setup),
    checkOwners(observation),
    checkGateFiles(observation),
    checkTeams(observation, setup),
    checkReviews(observation),
    checkBase(observation),
    checkLabels(observation),
    checkOpeners(observation, setup),
  ].filter((check) => check !== null)
}
