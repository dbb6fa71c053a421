import { connectSharedPolicies } from '../adapters/github/connect-commands.ts'
import { err } from '../core/model/result.ts'
import type { SharedPolicies } from '../gate/ports/repository.ts'
import type { CliIo } from './cli-io.ts'
import { githubAccess } from './github-access.ts'

/**
 * Policies of other repositories on GitHub, with the token of the environment. Nothing is connected, nor loaded, before a policy
 * extends one.
 */
export function sharedPolicies(io: CliIo): SharedPolicies {
  const access = githubAccess(io)
  let connected: SharedPolicies | undefined
  return {
    read: (reference) => {
      if (access.token === '') return Promise.resolve(err({ code: 'unauthorized', text: NO_TOKEN }))
      connected ??= connectSharedPolicies(access)
      return connected.read(reference)
    },
  }
}

const NO_TOKEN =
  'There is no token to read another repository with. Set GITHUB_TOKEN or GH_TOKEN to one that may read its contents.'
