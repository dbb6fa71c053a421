import type { KeyRemark } from '../../doctor/key.ts'
import type { QueueRemark } from '../../doctor/merge-queue.ts'
import type { RelayRemark } from '../../doctor/relay.ts'
import type { SweepRemark } from '../../doctor/sweep.ts'
import { timeOf, listOf } from '../phrases.ts'
import { said, type Said, unreadSaid } from './said.ts'

/** Who can reach the key. */
export function keySaid(remark: KeyRemark): Said {
  switch (remark.code) {
    case 'key-locked':
      return said(
        `Its key is reached through environment ${listOf([...new Set(remark.environments)])}, which pull requests cannot use.`,
      )
    case 'key-in-no-environment':
      return said(
        `Job ${remark.job} uses no environment, so the key of the app is a secret that every workflow on every branch can read.`,
        'Put the key into an environment limited to the default branch, and name that in the job.',
      )
    case 'key-open':
      return said(
        `Environment ${remark.environment} can be used from every branch, so a pull request that adds a workflow reaches the key.`,
        'Limit its deployment branches to the default branch.',
      )
    case 'key-branches':
      return said(
        `Environment ${remark.environment} can be used from more than ${remark.defaultBranch}: ${listOf(remark.patterns, 'and', 5)}.`,
        `Leave only the branch ${remark.defaultBranch} in its deployment branches.`,
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

const STATES: Readonly<Record<string, string>> = {
  disabled_inactivity: 'disabled by GitHub for want of activity',
  disabled_manually: 'disabled by hand',
  disabled_fork: 'disabled because the repository is a fork',
  deleted: 'deleted',
}

/** Whether windows that end are noticed. */
export function sweepSaid(remark: SweepRemark): Said {
  switch (remark.code) {
    case 'sweep-alive':
      return said(`The last sweep began at ${timeOf(remark.last, remark.at)}.`)
    case 'sweep-disabled':
      return said(
        `Workflow ${remark.path} is ${STATES[remark.state] ?? remark.state}, so nothing of the gate runs.`,
        `Enable it on the Actions page${remark.isPublic ? '; in a public repository GitHub disables schedules after 60 days without activity' : ''}.`,
      )
    case 'sweep-never':
      return said(
        `Workflow ${remark.path} has never run by the clock.`,
        'Wait for the first scheduled run, or look on the Actions page why there is none.',
      )
    case 'sweep-late':
      return said(
        `The last sweep began at ${timeOf(remark.last, remark.at)}, more than an hour ago: windows that ended since may still be green.`,
        `Look on the Actions page why ${remark.path} no longer runs by the clock, and start it by hand.`,
      )
    case 'sweep-fails':
      return said(
        `The last sweep of ${remark.path} ended with ${remark.conclusion}.`,
        'Read its log on the Actions page; the gate says there what it could not do.',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Whether reviews start the gate. */
export function relaySaid(remark: RelayRemark): Said {
  switch (remark.code) {
    case 'relay':
      return said(`Reviews start it through ${remark.path}.`)
    case 'relay-missing':
      return said(
        'No review starts the gate, so an approval is seen at the next event or sweep only.',
        'Copy drawbridge-relay.yml of examples/workflows, and name it in the workflow_run trigger of the gate.',
      )
    case 'relay-not-named':
      return said(
        `${remark.path} runs on reviews, and its end starts no gate.`,
        `Add "${remark.name}" to the workflows of the gate's workflow_run trigger, with the type completed and no filter.`,
      )
    case 'relay-types':
      return said(
        `${remark.path} does not run for reviews that are ${listOf(remark.types, 'or')}.`,
        `Add ${listOf(remark.types)} to the types of its pull_request_review trigger.`,
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}

/** Whether it knows of the merge queue. */
export function queueSaid(remark: QueueRemark): Said {
  switch (remark.code) {
    case 'queue-relayed':
      return said(`Groups of the merge queue start it through ${remark.path}.`)
    case 'queue-not-relayed':
      return said(
        'The branch has a merge queue, and its groups start no gate: the status is missing there, so nothing merges.',
        'Add merge_group with the type checks_requested to the triggers of the relay.',
      )
    case 'queue-head-only':
      return said(
        'The merge queue looks at the last commit of a group only, so the others merge by its status.',
        'Select "Require all queue entries to pass required checks".',
      )
    case 'unread':
      return unreadSaid(remark)
    default:
      return remark satisfies never
  }
}
