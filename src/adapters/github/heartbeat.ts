import * as v from 'valibot'
import { parseInstant } from '../../core/model/instant.ts'
import { err, ok } from '../../core/model/result.ts'
import type { Heartbeat } from '../../gate/ports/heartbeat.ts'
import type { GitHub } from './github.ts'

const RUNS = v.object({
  workflow_runs: v.array(v.object({ created_at: v.string(), run_started_at: v.optional(v.string()) })),
})

/** The runs that the schedule started of the workflow in this file, and that succeeded. */
export function githubHeartbeat(github: GitHub, workflow: string): Heartbeat {
  const operation = { what: `read when the sweep of ${workflow} last ran`, needs: 'actions: read' }
  return {
    lastSweep: async () => {
      const runs = await github.rest(operation, RUNS, async (client) => {
        const answer = await client.rest.actions.listWorkflowRuns({
          owner: github.owner,
          repo: github.name,
          workflow_id: workflow,
          event: 'schedule',
          status: 'success',
          per_page: 1,
        })
        return answer.data
      })
      if (!runs.ok) return runs
      const [last] = runs.value.workflow_runs
      if (!last) return ok(null)
      const began = parseInstant(last.run_started_at ?? last.created_at)
      if (began !== undefined) return ok(began)
      return err({ code: 'invalid', text: `Cannot ${operation.what}: the run has no readable time.` })
    },
  }
}
