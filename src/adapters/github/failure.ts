import * as v from 'valibot'

/** What is known of a request that failed. */
export interface Failure {
  /** Of the answer; null: there was none, or the error is not Octokit's. */
  readonly status: number | null
  readonly headers: Readonly<Record<string, string | number | undefined>>
  readonly message: string
}

const HEADERS = v.record(v.string(), v.optional(v.union([v.string(), v.number()])))

const FAILURE = v.object({
  message: v.string(),
  response: v.optional(v.object({ status: v.number(), headers: HEADERS })),
})

/** Reads what Octokit threw. Octokit gives a request without an answer the status 500; here that is no status. */
export function readFailure(error: unknown): Failure {
  const parsed = v.safeParse(FAILURE, error)
  if (!parsed.success) return { status: null, headers: {}, message: String(error) }
  const { message, response } = parsed.output
  return { status: response?.status ?? null, headers: response?.headers ?? {}, message }
}
