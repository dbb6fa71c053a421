import * as v from 'valibot'
import type { EnvironmentBranches, Read } from '../../core/doctor/observation.ts'
import { err, ok } from '../../core/model/result.ts'
import { askSettings } from './ask-settings.ts'
import type { GitHub } from './github.ts'

const ENVIRONMENT = v.object({
  deployment_branch_policy: v.nullable(
    v.object({ protected_branches: v.boolean(), custom_branch_policies: v.boolean() }),
  ),
})
const POLICIES = v.object({
  total_count: v.number(),
  branch_policies: v.array(v.object({ name: v.string(), type: v.optional(v.string(), 'branch') })),
})

/** More than one page of them is more than anybody looks through. */
const PAGE = 100

/** Which branches may use an environment. */
export async function readEnvironment(github: GitHub, name: string): Promise<Read<EnvironmentBranches>> {
  const which = { owner: github.owner, repo: github.name, environment_name: name }
  const operation = { what: `read environment ${name}`, needs: 'actions: read' }
  const read = await askSettings(github, operation, ENVIRONMENT, async (client) => {
    const answer = await client.rest.repos.getEnvironment(which)
    return answer.data
  })
  if (!read.ok) return read
  const { deployment_branch_policy: policy } = read.value
  if (policy === null) return ok({ kind: 'all' })
  if (!policy.custom_branch_policies) return ok({ kind: policy.protected_branches ? 'protected' : 'all' })
  const asking = { ...operation, what: `read the branches of environment ${name}` }
  const patterns = await askSettings(github, asking, POLICIES, async (client) => {
    const answer = await client.rest.repos.listDeploymentBranchPolicies({ ...which, per_page: PAGE })
    return answer.data
  })
  if (!patterns.ok) return patterns
  const { total_count: total, branch_policies: listed } = patterns.value
  if (total > listed.length)
    return err({
      why: `Cannot ${asking.what}: there are ${String(total)}, and ${String(PAGE)} are read.`,
      todo: 'Leave the default branch only.',
    })
  return ok({ kind: 'named', patterns: listed })
}
