import type { Octokit } from '@octokit/core'
import { readFailure } from './failure.ts'

/**
 * A plugin that makes the throttling plugin honour every `retry-after`: that plugin knows a secondary rate limit only by the
 * words of its message. It has to be registered before it.
 */
export function markRateLimits(octokit: Octokit): Record<string, never> {
  octokit.hook.error('request', (error) => {
    if (isUnmarkedLimit(error)) error.message = `${error.message} (secondary rate limit)`
    throw error
  })
  return {}
}

function isUnmarkedLimit(error: Error): boolean {
  const { status, headers, message } = readFailure(error)
  const limited = status === 429 || (status === 403 && headers['retry-after'] !== undefined)
  return limited && headers['x-ratelimit-remaining'] !== '0' && !/\bsecondary rate\b/i.test(message)
}
