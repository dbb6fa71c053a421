import type { Check } from './check.ts'
import type { Setup } from './setup.ts'
import type { WorkflowStep } from './workflow.ts'

/** Whether the gate's job takes the pull request's files to where something could run them. */
export type CheckoutRemark =
  | { readonly code: 'no-head-checkout' }
  | { readonly code: 'head-checkout'; readonly path: string; readonly job: string; readonly step: string }

/** Does a job of the gate, which holds its token, check out the head of the pull request? Null: there is no gate. */
export function checkHeadCheckout({ gates }: Setup): Check<'head-checkout', CheckoutRemark> | null {
  const id = 'head-checkout'
  if (gates.length === 0) return null
  for (const { workflow, job } of gates) {
    const step = job.steps.find(takesHead)
    if (step === undefined) continue
    const shown = step.uses || (step.run.trim().split('\n')[0] ?? '')
    return {
      id,
      verdict: 'fix',
      remark: { code: 'head-checkout', path: workflow.path, job: job.id, step: shown },
    }
  }
  return { id, verdict: 'ok', remark: { code: 'no-head-checkout' } }
}

/** The head by any of its names, or what was put into a variable of such a name. */
const HEAD =
  /\bhead\b|head_(?:ref|sha|branch|commit|repository)|HEAD_(?:REF|SHA)|refs\/pull\/|\bpull\/|merge_commit_sha/

const FETCHES = /\bgit\s+(?:fetch|pull|clone|checkout|switch)\b/

function takesHead({ uses, run, inputs }: WorkflowStep): boolean {
  if (/\bgh\s+pr\s+checkout\b/.test(run) || (FETCHES.test(run) && HEAD.test(run))) return true
  if (!/^[^@]*checkout[^@]*@/i.test(uses)) return false
  if (/true/i.test(inputs.get('allow-unsafe-pr-checkout') ?? '')) return true
  return HEAD.test(`${inputs.get('ref') ?? ''} ${inputs.get('repository') ?? ''}`)
}
