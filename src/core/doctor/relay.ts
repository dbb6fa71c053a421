import { type Check, unread, type UnreadRemark } from './check.ts'
import { gateWorkflows, type Setup } from './setup.ts'
import type { Workflow } from './workflow.ts'

/** Whether reviews start the gate. */
export type RelayRemark =
  | { readonly code: 'relay'; readonly path: string }
  | { readonly code: 'relay-missing' }
  | { readonly code: 'relay-not-named'; readonly path: string; readonly name: string }
  | { readonly code: 'relay-types'; readonly path: string; readonly types: readonly string[] }
  | UnreadRemark

const REVIEW = 'pull_request_review'
const REVIEW_TYPES = ['submitted', 'dismissed']

/**
 * Does a workflow without rights start the gate when somebody reviews? Null: there is no gate. Without one an approval is seen at the next sweep,
 * which the set-up with nothing but a workflow accepts.
 */
export function checkRelay(setup: Setup): Check<'relay', RelayRemark> | null {
  const id = 'relay'
  if (setup.gates.length === 0) return null
  const candidates = otherWorkflows(setup).filter(({ triggers }) => triggers.has(REVIEW))
  const heard = candidates.filter((workflow) => isHeard(workflow, setup))
  const [first] = candidates
  if (heard.length === 0) {
    const [doubt] = setup.unread
    if (doubt) return unread(id, doubt)
    if (first)
      return { id, verdict: 'fix', remark: { code: 'relay-not-named', path: first.path, name: first.name } }
    return { id, verdict: setup.kind === 'app' ? 'fix' : 'note', remark: { code: 'relay-missing' } }
  }
  const taken = new Set(heard.flatMap(({ triggers }) => triggers.get(REVIEW)?.types ?? REVIEW_TYPES))
  const types = REVIEW_TYPES.filter((type) => !taken.has(type))
  const path = heard[0]?.path ?? ''
  return types.length > 0
    ? { id, verdict: 'fix', remark: { code: 'relay-types', path, types } }
    : { id, verdict: 'ok', remark: { code: 'relay', path } }
}

/** Workflows whose end starts the gate. */
export function relaysOf(setup: Setup): readonly Workflow[] {
  return otherWorkflows(setup).filter((workflow) => isHeard(workflow, setup))
}

function otherWorkflows(setup: Setup): readonly Workflow[] {
  const gates = new Set(gateWorkflows(setup))
  return setup.workflows.filter((workflow) => !gates.has(workflow))
}

function isHeard({ name }: Workflow, setup: Setup): boolean {
  return gateWorkflows(setup).some(({ triggers }) => {
    const trigger = triggers.get('workflow_run')
    if (trigger === undefined || trigger.filters.length > 0) return false
    return trigger.workflows.includes(name) && (trigger.types?.includes('completed') ?? true)
  })
}
