import { randomUUID } from 'node:crypto'
import Bottleneck from 'bottleneck/light.js'
import { Octokit } from '@octokit/rest'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { fetchWhole } from './fetch-whole.ts'
import { markRateLimits } from './mark-rate-limits.ts'
import { newMeter, type RequestMeter } from './request-meter.ts'

/** Where GitHub is and who asks. */
export interface ClientOptions {
  readonly token: string
  /** As GITHUB_API_URL gives it: `https://api.github.com`, `https://HOST/api/v3`. */
  readonly apiUrl: string
  /** Told about every wait that a rate limit imposes. */
  readonly notice?: (text: string) => void
  /** Multiplies every wait before a retry and between writes; tests that count retries give 0. */
  readonly waitFactor?: number
  /** How long one attempt may take, in milliseconds. */
  readonly timeout?: number
  /** Counts every request; default: nobody asks. */
  readonly meter?: RequestMeter
  /** True for a client that only reads, by GraphQL: the plugin takes every query for a write and waits a second after each. */
  readonly readsOnly?: boolean
}

/** Octokit with the REST methods, retries and throttling. */
export type Client = Octokit

const RETRIES = 3
const RATE_LIMIT_RETRIES = 2
const LONGEST_WAIT_SECONDS = 120
const TIMEOUT = 20_000

/**
 * A client for one token. Server faults and cut connections are tried again three times, rate limits twice if the wait that
 * GitHub names is at most two minutes; other refusals are not.
 */
export function createClient(options: ClientOptions): Client {
  const waitFactor = options.waitFactor ?? 1
  const mayWait = (retryAfter: number, retryCount: number): boolean => {
    const tooLong = retryAfter > LONGEST_WAIT_SECONDS
    const again = !tooLong && retryCount < RATE_LIMIT_RETRIES
    const refusal = tooLong ? 'That is too long to wait.' : 'That was the last try.'
    const next = again ? 'Trying again after that.' : refusal
    options.notice?.(`GitHub limits the rate and asks to wait ${String(retryAfter)} s. ${next}`)
    return again
  }
  return new ThrottledOctokit({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: 'drawbridge',
    log: SILENT,
    request: { fetch: fetchWhole(options.timeout ?? TIMEOUT, options.meter ?? newMeter()) },
    retry: {
      retries: RETRIES,
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      retryAfterBaseValue: 1000 * waitFactor,
    },
    throttle: {
      id: randomUUID(),
      retryAfterBaseValue: 1000 * waitFactor,
      write: spaced(options.readsOnly === true ? 0 : 1000 * waitFactor),
      notifications: spaced(3000 * waitFactor),
      onRateLimit: (retryAfter, _request, _octokit, retryCount) => mayWait(retryAfter, retryCount),
      onSecondaryRateLimit: (retryAfter, _request, _octokit, retryCount) => mayWait(retryAfter, retryCount),
    },
  })
}

/** Requests of one kind, one after the other, so many milliseconds apart: GitHub asks for a second between writes. */
function spaced(minTime: number): Bottleneck.Group {
  return new Bottleneck.Group({ maxConcurrent: 1, minTime })
}

const ThrottledOctokit = Octokit.plugin(markRateLimits, retry, throttling)

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
