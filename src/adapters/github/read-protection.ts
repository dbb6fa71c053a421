import * as v from 'valibot'
import type { ClassicProtection, ProtectionDetails, Read } from '../../core/doctor/observation.ts'
import { ok } from '../../core/model/result.ts'
import { asRead, askSettings } from './ask-settings.ts'
import type { GitHub } from './github.ts'

const Check = v.object({ context: v.string(), app_id: v.nullable(v.number()) })

const BRANCH = v.object({
  protection: v.optional(
    v.object({
      enabled: v.optional(v.boolean(), false),
      required_status_checks: v.optional(
        v.object({ contexts: v.array(v.string()), checks: v.optional(v.array(Check)) }),
      ),
    }),
  ),
})

/** Classic protection of a branch as every reader sees it; null: there is no such branch. */
export async function readBranch(github: GitHub, branch: string): Promise<Read<ClassicProtection | null>> {
  const { owner, name: repo } = github
  const operation = { what: `read branch ${branch}`, needs: 'contents: read' }
  const read = await github.rest(operation, BRANCH, async (client) => {
    const answer = await client.rest.repos.getBranch({ owner, repo, branch })
    return answer.data
  })
  if (!read.ok) return read.error.code === 'not-found' ? ok(null) : asRead(operation, read)
  const { enabled = false, required_status_checks: required } = read.value.protection ?? {}
  if (!enabled) return ok({ enabled, checks: [] })
  const checks = required?.checks ?? required?.contexts.map((context) => ({ context, app_id: null })) ?? []
  return ok({
    enabled,
    // -1 stands for any source.
    checks: checks.map(({ context, app_id: app }) => ({
      context,
      app: app !== null && app > 0 ? app : null,
    })),
  })
}

const DETAILS = v.object({
  enforce_admins: v.object({ enabled: v.boolean() }),
  required_status_checks: v.optional(v.object({ strict: v.optional(v.boolean(), false) })),
  required_pull_request_reviews: v.optional(
    v.object({
      dismiss_stale_reviews: v.boolean(),
      require_code_owner_reviews: v.boolean(),
      require_last_push_approval: v.optional(v.boolean(), false),
    }),
  ),
})

/** What only administrators see of it. */
export async function readProtection(github: GitHub, branch: string): Promise<Read<ProtectionDetails>> {
  const { owner, name: repo } = github
  const operation = { what: `read the protection of branch ${branch}`, needs: 'administration: read' }
  const read = await askSettings(github, operation, DETAILS, async (client) => {
    const answer = await client.rest.repos.getBranchProtection({ owner, repo, branch })
    return answer.data
  })
  if (!read.ok) return read
  const { required_status_checks: required, required_pull_request_reviews: reviews } = read.value
  return ok({
    enforceAdmins: read.value.enforce_admins.enabled,
    strict: required?.strict ?? false,
    reviews: reviews
      ? {
          dismissStale: reviews.dismiss_stale_reviews,
          codeOwners: reviews.require_code_owner_reviews,
          lastPush: reviews.require_last_push_approval,
        }
      : null,
  })
}
