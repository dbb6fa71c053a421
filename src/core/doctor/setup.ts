import type { Observation, Unread } from './observation.ts'
import { parseWorkflow, type Workflow, type WorkflowJob, type WorkflowStep } from './workflow.ts'

/** With an app of one's own, with nothing but the job's own token, or not known. */
export type SetupKind = 'app' | 'zero' | 'unknown'

/** A step that runs the gate, and where it stands. */
export interface GateStep {
  readonly workflow: Workflow
  readonly job: WorkflowJob
  readonly step: WorkflowStep
}

/** The workflows of a repository, and the gate in them. */
export interface Setup {
  readonly kind: SetupKind
  readonly workflows: readonly Workflow[]
  readonly gates: readonly GateStep[]
  /** Why some of the workflows are not among them: a gate may be there, and jobs of any name. */
  readonly unread: readonly Unread[]
}

/** `OWNER/drawbridge@REF`, wherever it was forked to. */
const GATE = /^[^/@\s]+\/drawbridge(?:\/[^@\s]*)?@/i

/** The token that every job has. */
const JOB_TOKEN = /\b(?:github\.token|secrets\.GITHUB_TOKEN)\b/i

/** Reads the workflows of the default branch and finds the gate. */
export function setupOf({ workflows: listed }: Pick<Observation, 'workflows'>): Setup {
  if (!listed.ok) return { kind: 'unknown', workflows: [], gates: [], unread: [listed.error] }
  const workflows: Workflow[] = []
  const unread: Unread[] = []
  for (const { path, text } of listed.value) {
    if (!text.ok) {
      unread.push(text.error)
      continue
    }
    const parsed = parseWorkflow(path, text.value)
    if (parsed.ok) workflows.push(parsed.value)
    else
      unread.push({
        why: `${path} is no workflow that can be read: ${parsed.error}.`,
        todo: 'Correct the file.',
      })
  }
  const gates = workflows.flatMap(gatesOf)
  return { kind: kindOf(gates), workflows, gates, unread }
}

/** The workflows that run the gate, each once. */
export function gateWorkflows({ gates }: Setup): readonly Workflow[] {
  return [...new Set(gates.map(({ workflow }) => workflow))]
}

/** The jobs that run the gate, each once. */
export function gateJobs({ gates }: Setup): readonly WorkflowJob[] {
  return [...new Set(gates.map(({ job }) => job))]
}

/** Whether a text holds an expression of Actions, so that its value is not known here. */
export function isExpression(text: string): boolean {
  return text.includes('${{')
}

function gatesOf(workflow: Workflow): readonly GateStep[] {
  return workflow.jobs.flatMap((job) =>
    job.steps.filter(({ uses }) => GATE.test(uses)).map((step) => ({ workflow, job, step })),
  )
}

/** One gate with the job's own token is enough for it to be the weaker kind. */
function kindOf(gates: readonly GateStep[]): SetupKind {
  if (gates.length === 0) return 'unknown'
  const own = gates.every(({ step }) => {
    const token = step.inputs.get('token') ?? ''
    return token.trim() !== '' && !JOB_TOKEN.test(token)
  })
  return own ? 'app' : 'zero'
}
