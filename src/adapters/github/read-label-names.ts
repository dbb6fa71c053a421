import * as v from 'valibot'
import { ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'

const TIMELINE = v.array(
  v.looseObject({
    event: v.optional(v.string()),
    node_id: v.optional(v.string()),
    label: v.optional(v.looseObject({ name: v.optional(v.string()) })),
  }),
)

/** The name of the label in each label event of a pull request, by the event's node id, as REST recorded it. */
export async function readLabelNames(
  github: GitHub,
  number: number,
): Promise<Result<ReadonlyMap<string, string>, Problem>> {
  const operation = {
    what: `read the label events of pull request #${String(number)}`,
    needs: 'issues: read',
  }
  const read = await github.rest(operation, TIMELINE, (client) =>
    client.paginate(client.rest.issues.listEventsForTimeline, {
      owner: github.owner,
      repo: github.name,
      issue_number: number,
      per_page: 100,
    }),
  )
  if (!read.ok) return read
  const names = new Map<string, string>()
  for (const { event, node_id: id, label } of read.value) {
    if (event !== 'labeled' && event !== 'unlabeled') continue
    if (id !== undefined && label?.name !== undefined) names.set(id, label.name)
  }
  return ok(names)
}
