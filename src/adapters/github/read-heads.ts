import * as v from 'valibot'
import type { Account, Head } from '../../core/model/facts.ts'
import { parseSha } from '../../core/model/ids.ts'
import { parseInstant } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { Branch } from '../../gate/ports/pull-requests.ts'
import type { GitHub } from './github.ts'

/** What GitHub recorded of one push, newest first in its list. */
interface Activity {
  readonly after: string
  readonly timestamp: string
  readonly activity_type: string
  readonly actor: Account | null
}

const ACTIVITY: v.GenericSchema<unknown, Activity> = v.object({
  after: v.string(),
  timestamp: v.string(),
  activity_type: v.string(),
  actor: v.nullable(v.object({ id: v.number(), login: v.string(), type: v.string() })),
})

const ENTRY_LIMIT = 2000

/** Every tip that a branch had and who pushed it, oldest first. A branch with a longer record than 2,000 pushes is a problem. */
export async function readHeads(github: GitHub, branch: Branch): Promise<Result<readonly Head[], Problem>> {
  const what = `read who pushed to the branch "${branch.ref}"`
  const [owner, repo] = branch.repository?.split('/') ?? []
  if (owner === undefined || repo === undefined)
    return err({ code: 'not-found', text: `Cannot ${what}: its repository is gone or not visible.` })
  const read = await github.rest({ what, needs: 'contents: read' }, v.array(ACTIVITY), (client) => {
    let entries = 0
    const parameters = { owner, repo, ref: `refs/heads/${branch.ref}`, per_page: 100 }
    return client.paginate(client.rest.repos.listActivities, parameters, (page, done) => {
      entries += page.data.length
      if (entries > ENTRY_LIMIT) done()
      return page.data
    })
  })
  if (!read.ok) return read
  if (read.value.length > ENTRY_LIMIT)
    return err({
      code: 'invalid',
      text: `Cannot ${what}: it was pushed more than ${String(ENTRY_LIMIT)} times.`,
    })
  return headsOf(read.value, what)
}

function headsOf(activities: readonly Activity[], what: string): Result<readonly Head[], Problem> {
  const heads: Head[] = []
  for (const { after, timestamp, activity_type: type, actor } of activities.toReversed()) {
    if (type === 'branch_deletion') continue
    const sha = parseSha(after)
    const at = parseInstant(timestamp)
    if (!sha || at === undefined)
      return err({ code: 'invalid', text: `Cannot ${what}: "${after}" at "${timestamp}" is no push.` })
    heads.push({ sha, at, by: actor && { id: actor.id, login: actor.login, type: actor.type } })
  }
  return ok(heads)
}
