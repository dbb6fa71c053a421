import type { RequestMeter } from './request-meter.ts'

type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/**
 * A `fetch` that reads the body before it answers, within one time limit for both. So a server that stalls or cuts the
 * connection in the middle of a body is a failed request that can be tried again, not an answer with an empty body. Every try counts.
 */
export function fetchWhole(timeout: number, meter: RequestMeter): Fetch {
  return async (url, init) => {
    meter.requests += 1
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) })
    const body = await response.arrayBuffer()
    const { status, statusText, headers } = response
    meter.left = leftOf(headers)
    return new Response(hasNoBody(status) ? null : body, { status, statusText, headers })
  }
}

function leftOf(headers: Headers): number | null {
  const left = headers.get('x-ratelimit-remaining') ?? ''
  return /^\d+$/.test(left) ? Number(left) : null
}

/** Statuses that a `Response` refuses a body for. */
function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}
