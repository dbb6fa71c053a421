import type { Check } from './check.ts'
import { gateWorkflows, type Setup } from './setup.ts'
import type { Trigger, Workflow } from './workflow.ts'

/** Which events start the gate, and from which copy of its file. */
export type EventRemark =
  | { readonly code: 'event-trusted' }
  | { readonly code: 'event-of-head'; readonly path: string; readonly events: readonly string[] }
  | { readonly code: 'event-missing'; readonly paths: readonly string[] }

/** What may happen to a pull request without the gate's knowledge. */
export type TypesRemark =
  | { readonly code: 'types-complete' }
  | { readonly code: 'types-missing'; readonly path: string; readonly types: readonly string[] }

/** Pull requests for which the gate does not run. */
export type FiltersRemark =
  | { readonly code: 'no-filters' }
  | { readonly code: 'filtered'; readonly path: string; readonly filters: readonly string[] }

/** Whether the gate runs when nothing but time passes. */
export type ScheduleRemark =
  | { readonly code: 'scheduled'; readonly path: string }
  | { readonly code: 'not-scheduled' }

const TRUSTED = 'pull_request_target'

/** For these GitHub runs the file of the pull request or of the queue. */
const OF_HEAD = ['pull_request', 'pull_request_review', 'pull_request_review_comment', 'merge_group']

/** Without these a decision stands on what is no longer so. */
const NEEDED = ['opened', 'reopened', 'synchronize', 'edited', 'labeled', 'unlabeled', 'closed']

/** What GitHub takes when no types are written. */
const DEFAULT_TYPES = ['opened', 'synchronize', 'reopened']

/** Does the gate run the default branch's copy of itself, never one from a pull request? Null: there is no gate. */
export function checkEvent(setup: Setup): Check<'gate-event', EventRemark> | null {
  const id = 'gate-event'
  const workflows = gateWorkflows(setup)
  if (workflows.length === 0) return null
  for (const { path, triggers } of workflows) {
    const events = OF_HEAD.filter((event) => triggers.has(event))
    if (events.length > 0) return { id, verdict: 'fix', remark: { code: 'event-of-head', path, events } }
  }
  return targets(workflows).length > 0
    ? { id, verdict: 'ok', remark: { code: 'event-trusted' } }
    : { id, verdict: 'fix', remark: { code: 'event-missing', paths: workflows.map(({ path }) => path) } }
}

/** Does it run for all that changes what a pull request needs? Null: there is no gate for pull requests. */
export function checkTypes(setup: Setup): Check<'gate-types', TypesRemark> | null {
  const id = 'gate-types'
  const found = targets(gateWorkflows(setup))
  const [first] = found
  if (first === undefined) return null
  const taken = new Set(found.flatMap(({ trigger }) => trigger.types ?? DEFAULT_TYPES))
  const types = NEEDED.filter((type) => !taken.has(type))
  return types.length === 0
    ? { id, verdict: 'ok', remark: { code: 'types-complete' } }
    : { id, verdict: 'fix', remark: { code: 'types-missing', path: first.path, types } }
}

/** Does it run for every pull request? Null: there is no gate for pull requests. */
export function checkFilters(setup: Setup): Check<'gate-filters', FiltersRemark> | null {
  const id = 'gate-filters'
  const found = targets(gateWorkflows(setup))
  if (found.length === 0) return null
  const filtered = found.find(({ trigger }) => trigger.filters.length > 0)
  return filtered
    ? {
        id,
        verdict: 'fix',
        remark: { code: 'filtered', path: filtered.path, filters: filtered.trigger.filters },
      }
    : { id, verdict: 'ok', remark: { code: 'no-filters' } }
}

/** Does it also run by the clock? Null: there is no gate. */
export function checkSchedule(setup: Setup): Check<'gate-schedule', ScheduleRemark> | null {
  const id = 'gate-schedule'
  const workflows = gateWorkflows(setup)
  if (workflows.length === 0) return null
  const [scheduled] = scheduledGates(setup)
  return scheduled
    ? { id, verdict: 'ok', remark: { code: 'scheduled', path: scheduled.path } }
    : { id, verdict: 'fix', remark: { code: 'not-scheduled' } }
}

/** The gate's workflows that run by the clock. */
export function scheduledGates(setup: Setup): readonly Workflow[] {
  return gateWorkflows(setup).filter(({ triggers }) => triggers.has('schedule'))
}

function targets(
  workflows: readonly Workflow[],
): readonly { readonly path: string; readonly trigger: Trigger }[] {
  return workflows.flatMap(({ path, triggers }) => {
    const trigger = triggers.get(TRUSTED)
    return trigger ? [{ path, trigger }] : []
  })
}
