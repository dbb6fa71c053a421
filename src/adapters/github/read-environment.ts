import * as v from 'valibot'
import type { EnvironmentBranches, Read } from '../../core/doctor/observation.ts'
import { ok } from '../../core/model/result.ts'
import { askSettings } from './ask-settings.ts'
import type { GitHub } from './github.ts'

const ENVIRONMENT = v.object({
  deployment_branch_policy: v.nullable(
    v.object({ protected_branches: v.boolean(), custom_branch_policies: v.boolean() }),
  ),
})
const POLICIES = v.array(v.object({ name: v.string(), type: v.optional(v.string(), 'branch') }))

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
  const patterns = await askSettings(github, asking, POLICIES, (client) =>
    client.paginate(client.rest.repos.listDeploymentBranchPolicies, { ...which, per_page: 100 }),
  )
  return patterns.ok ? ok({ kind: 'named', patterns: patterns.value }) : patterns
}
