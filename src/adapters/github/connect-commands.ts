import type { SharedPolicies } from '../../gate/ports/repository.ts'
import type { RepositorySettings } from '../../gate/ports/repository-settings.ts'
import type { ClientOptions } from './client.ts'
import { connectGitHub, type GitHubOptions } from './github.ts'
import { githubSettings } from './repository-settings.ts'
import { githubSharedPolicies } from './shared-policies.ts'

/*
 * What the command line asks GitHub, all that it needs of this adapter: the file is loaded at the first question only.
 */

/** Policies of other repositories, for whoever works with no repository on GitHub. No request is made yet. */
export function connectSharedPolicies(options: ClientOptions): SharedPolicies {
  return githubSharedPolicies(
    connectGitHub({ ...options, graphqlUrl: `${options.apiUrl}/graphql`, owner: '', name: '' }),
  )
}

/** How a repository is set up. No request is made yet. */
export function connectSettings(options: Omit<GitHubOptions, 'graphqlUrl'>): RepositorySettings {
  return githubSettings(connectGitHub({ ...options, graphqlUrl: `${options.apiUrl}/graphql` }))
}
