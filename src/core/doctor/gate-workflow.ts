import { type Check, unread, type UnreadRemark } from './check.ts'
import type { Observation } from './observation.ts'
import { gateWorkflows, isExpression, type Setup } from './setup.ts'

/** Whether a workflow runs the gate. */
export type GateRemark =
  | { readonly code: 'gate'; readonly paths: readonly string[] }
  | { readonly code: 'gate-missing'; readonly defaultBranch: string }
  | { readonly code: 'gate-context'; readonly path: string; readonly given: string; readonly context: string }
  | UnreadRemark

/** Does a workflow of the default branch run the gate, and for this status? */
export function checkGate(
  { context, defaultBranch }: Observation,
  setup: Setup,
): Check<'gate-workflow', GateRemark> {
  const id = 'gate-workflow'
  const { gates } = setup
  const [doubt] = setup.unread
  if (gates.length === 0)
    return doubt ? unread(id, doubt) : { id, verdict: 'fix', remark: { code: 'gate-missing', defaultBranch } }
  for (const { workflow, step } of gates) {
    const given = step.inputs.get('context')?.trim() || DEFAULT_CONTEXT
    const { path } = workflow
    if (isExpression(given))
      return unread(id, {
        why: `The context in ${path} is an expression, so which status the gate gives is not known.`,
        todo: 'Write the name of the status.',
      })
    if (given !== context)
      return { id, verdict: 'fix', remark: { code: 'gate-context', path, given, context } }
  }
  const paths = gateWorkflows(setup).map(({ path }) => path)
  return { id, verdict: 'ok', remark: { code: 'gate', paths } }
}

/** As `action.yml` has it. */
const DEFAULT_CONTEXT = 'drawbridge'
