import { nextId, repository } from '../world.ts'
import type { Environment, WorkflowRun, WorkflowState, World } from '../world.ts'

/** Whether GitHub still starts a workflow. */
export function setWorkflowState(
  world: World,
  args: { readonly repo: string; readonly path: string; readonly state: WorkflowState },
): void {
  repository(world, args.repo).workflowStates.set(args.path, args.state)
}

/** A run of a workflow, made now; default: it succeeded. */
export function postWorkflowRun(
  world: World,
  args: { readonly repo: string } & Pick<WorkflowRun, 'path' | 'event'> &
    Partial<Pick<WorkflowRun, 'status' | 'conclusion'>>,
): void {
  const { path, event, status = 'completed' } = args
  const conclusion = args.conclusion ?? (status === 'completed' ? 'success' : null)
  const run = { id: nextId(world), path, event, status, conclusion, at: world.clock.now() }
  repository(world, args.repo).workflowRuns.push(run)
}

/** An environment and the branches that may use it. */
export function setEnvironment(
  world: World,
  args: { readonly repo: string; readonly name: string; readonly branches: Environment['branches'] },
): void {
  const environment = { id: nextId(world), branches: args.branches }
  repository(world, args.repo).environments.set(args.name, environment)
}
