type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/**
 * A `fetch` that reads the body before it answers, within one time limit for both. So a server that stalls or cuts the
 * connection in the middle of a body is a failed request that can be tried again, not an answer with an empty body.
 */
export function fetchWhole(timeout: number): Fetch {
  return async (url, init) => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) })
    const body = await response.arrayBuffer()
    const { status, statusText, headers } = response
    return new Response(hasNoBody(status) ? null : body, { status, statusText, headers })
  }
}

/** Statuses that a `Response` refuses a body for. */
function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}
