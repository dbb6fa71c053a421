import type { EventRemark, FiltersRemark, ScheduleRemark, TypesRemark } from '../../doctor/gate-triggers.ts'
import type { GateRemark } from '../../doctor/gate-workflow.ts'
import type { CheckoutRemark } from '../../doctor/head-checkout.ts'
import type { JobNameRemark } from '../../doctor/job-names.ts'
import { listOf } from '../phrases.ts'
import { said, type Said, unreadSaid } from './said.ts'

/** Whether a workflow runs the gate. */
export function gateSaid(remark: GateRemark): Said {
  switch (remark.code) {
    case 'gate':
      return said(`${listOf(remark.paths)} ${remark.paths.length === 1 ? 'runs' : 'run'} the gate.`)
    case 'gate-missing':
      return said(
        `No workflow on ${remark.defaultBranch} has a step that uses drawbridge.`,
        `Copy one of examples/workflows to .github/workflows/drawbridge.yml on ${remark.defaultBranch}; "drawbridge init" does it.`,
      )
    case 'gate-context':
      return said(
        `The gate in ${remark.path} gives the status "${remark.given}", and this looks at "${remark.context}".`,
        `Require "${remark.given}" and run with --context ${remark.given}, or change the input context.`,
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** From which copy of its file it runs. */
export function eventSaid(remark: EventRemark): Said {
  switch (remark.code) {
    case 'event-trusted':
      return said("It runs on pull_request_target, with the default branch's copy of itself.")
    case 'event-of-head':
      return said(
        `${remark.path} runs the gate on ${listOf(remark.events)}, for which GitHub takes the file of the pull request: its author can change it.`,
        'Use pull_request_target, and a relay for what has no such event.',
      )
    case 'event-missing':
      return said(
        `${listOf(remark.paths)} does not run on pull_request_target, so a pull request starts no gate.`,
        'Add pull_request_target to its triggers.',
      )
    default:
      return remark satisfies never
  }
}

/** What it runs for. */
export function typesSaid(remark: TypesRemark): Said {
  switch (remark.code) {
    case 'types-complete':
      return said('It runs for everything that changes what a pull request needs.')
    case 'types-missing':
      return said(
        `It does not run when a pull request is ${listOf(remark.types, 'or')}.`,
        `Add ${listOf(remark.types)} to the types of pull_request_target in ${remark.path}.`,
      )
    default:
      return remark satisfies never
  }
}

/** For which pull requests it runs. */
export function filtersSaid(remark: FiltersRemark): Said {
  switch (remark.code) {
    case 'no-filters':
      return said('It runs for every pull request.')
    case 'filtered':
      return said(
        `${remark.path} filters by ${listOf(remark.filters)}: where that leaves a run away, the required status is missing for ever.`,
        `Remove ${listOf(remark.filters)}; the gate itself says when nothing is risky.`,
      )
    default:
      return remark satisfies never
  }
}

/** Whether it runs by the clock. */
export function scheduleSaid(remark: ScheduleRemark): Said {
  switch (remark.code) {
    case 'scheduled':
      return said(`${remark.path} runs by the clock.`)
    case 'not-scheduled':
      return said(
        'The gate does not run by the clock, so nothing closes a deploy window that has ended.',
        'Add a schedule, such as cron "4,14,24,34,44,54 * * * *".',
      )
    default:
      return remark satisfies never
  }
}

/** Whether a job is called like the status. */
export function jobNamesSaid(remark: JobNameRemark): Said {
  switch (remark.code) {
    case 'job-names-differ':
      return said('No job is called like the status.')
    case 'job-named-as-status':
      return said(
        `Job ${remark.job} in ${remark.path} is called "${remark.context}" like the status: GitHub requires its check beside it.`,
        'Give the job another name, such as gate-runner.',
      )
    case 'job-may-be-named-as-status':
      return said(
        `Job ${remark.job} in ${remark.path} has an expression for a name that may become "${remark.context}".`,
        'Give the job a name that cannot.',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Whether its job holds the pull request's files. */
export function checkoutSaid(remark: CheckoutRemark): Said {
  switch (remark.code) {
    case 'no-head-checkout':
      return said('Its job checks out nothing of a pull request.')
    case 'head-checkout':
      return said(
        `Job ${remark.job} in ${remark.path} holds the gate's token and takes files of the pull request (${remark.step}).`,
        'Remove the step; the gate reads the pull request by itself, as data.',
      )
    default:
      return remark satisfies never
  }
}
