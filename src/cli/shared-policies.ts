import { connectSharedPolicies } from '../adapters/github/connect-commands.ts'
import { err } from '../core/model/result.ts'
import type { SharedPolicies } from '../gate/ports.ts'
import type { CliIo } from './cli-io.ts'

/** People wait at a terminal: a machine without network says so within seconds. */
const WAIT_FACTOR = 0.2

/**
 * Policies of other repositories on GitHub, with the token of the environment. Nothing is connected, nor loaded, before a policy
 * extends one.
 */
export function sharedPolicies(io: CliIo): SharedPolicies {
  const { GITHUB_TOKEN, GH_TOKEN, GITHUB_API_URL } = io.environment
  const token = (GITHUB_TOKEN ?? '').trim() || (GH_TOKEN ?? '').trim()
  const apiUrl = (GITHUB_API_URL ?? '').trim().replace(/\/+$/, '') || 'https://api.github.com'
  let connected: SharedPolicies | undefined
  return {
    read: (reference) => {
      if (token === '') return Promise.resolve(err({ code: 'unauthorized', text: NO_TOKEN }))
      connected ??= connectSharedPolicies({
        token,
        apiUrl,
        waitFactor: WAIT_FACTOR,
        notice: (text) => {
          io.tell(`${text}\n`)
        },
      })
      return connected.read(reference)
    },
  }
}

const NO_TOKEN =
  'There is no token to read another repository with. Set GITHUB_TOKEN or GH_TOKEN to one that may read its contents.'
