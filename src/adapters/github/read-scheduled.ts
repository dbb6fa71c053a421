import * as v from 'valibot'
import type { ScheduledWorkflow } from '../../core/doctor/observation.ts'
import { instantFromMilliseconds } from '../../core/model/instant.ts'
import { ok } from '../../core/model/result.ts'
import { askSettings } from './ask-settings.ts'
import type { GitHub } from './github.ts'

const Moment = v.pipe(
  v.string(),
  v.transform((text) => instantFromMilliseconds(Date.parse(text))),
  v.custom<NonNullable<ReturnType<typeof instantFromMilliseconds>>>(
    (moment) => moment !== undefined,
    'no moment',
  ),
)
const WORKFLOW = v.object({ state: v.string() })
const RUNS = v.object({
  date: Moment,
  workflow_runs: v.array(
    v.object({ created_at: Moment, run_started_at: v.optional(Moment), conclusion: v.nullable(v.string()) }),
  ),
})

/** A workflow by the path of its file: whether GitHub starts it, and when it last did by the clock. */
export async function readScheduled(github: GitHub, path: string): Promise<ScheduledWorkflow> {
  const { owner, name: repo } = github
  const file = path.replace(/^.*\//, '')
  const which = { owner, repo, workflow_id: file }
  const operation = { what: `read the state of workflow ${file}`, needs: 'actions: read' }
  const workflow = await askSettings(github, operation, WORKFLOW, async (client) => {
    const answer = await client.rest.actions.getWorkflow(which)
    return answer.data
  })
  if (!workflow.ok) return { path, seen: workflow }
  const asking = { ...operation, what: `read the runs of workflow ${file}` }
  const runs = await askSettings(github, asking, RUNS, async (client) => {
    const answer = await client.rest.actions.listWorkflowRuns({ ...which, event: 'schedule', per_page: 1 })
    return { ...answer.data, date: answer.headers.date }
  })
  if (!runs.ok) return { path, seen: runs }
  const [last] = runs.value.workflow_runs
  return {
    path,
    seen: ok({
      state: workflow.value.state,
      at: runs.value.date,
      last: last ? { startedAt: last.run_started_at ?? last.created_at, conclusion: last.conclusion } : null,
    }),
  }
}
