import type { SharedPolicies } from '../../gate/ports.ts'
import type { ClientOptions } from './client.ts'
import { connectGitHub } from './github.ts'
import { githubSharedPolicies } from './shared-policies.ts'

/** Policies of other repositories, for whoever works with no repository on GitHub. No request is made yet. */
export function connectSharedPolicies(options: ClientOptions): SharedPolicies {
  return githubSharedPolicies(
    connectGitHub({ ...options, graphqlUrl: `${options.apiUrl}/graphql`, owner: '', name: '' }),
  )
}
