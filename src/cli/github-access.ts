import type { CliIo } from './cli-io.ts'

/** Where GitHub is and who asks, as the environment says. */
export interface GitHubAccess {
  /** Empty: there is none. */
  readonly token: string
  readonly apiUrl: string
  /** Told about every wait that a rate limit imposes. */
  readonly notice: (text: string) => void
  readonly waitFactor: number
}

/** People wait at a terminal: a machine without network says so within seconds. */
const WAIT_FACTOR = 0.2

/** GITHUB_TOKEN, else GH_TOKEN; GITHUB_API_URL, else github.com. */
export function githubAccess(io: CliIo): GitHubAccess {
  const { GITHUB_TOKEN, GH_TOKEN, GITHUB_API_URL } = io.environment
  return {
    token: (GITHUB_TOKEN ?? '').trim() || (GH_TOKEN ?? '').trim(),
    apiUrl: (GITHUB_API_URL ?? '').trim().replace(/\/+$/, '') || 'https://api.github.com',
    waitFactor: WAIT_FACTOR,
    notice: (text) => {
      io.tell(`${text}\n`)
    },
  }
}
