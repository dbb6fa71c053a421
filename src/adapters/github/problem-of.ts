import { formatInstant, instantFromMilliseconds } from '../../core/model/instant.ts'
import type { Problem, ProblemCode } from '../../gate/ports/problem.ts'
import { type Failure, readFailure } from './failure.ts'

/** A request in words: `read team @acme/net`, and the permission it takes: `members: read`. */
export interface Operation {
  readonly what: string
  readonly needs: string
}

/** One error of a GraphQL answer. */
export interface GraphqlError {
  readonly type?: string | undefined
  readonly message: string
  readonly path?: readonly (string | number)[] | undefined
}

const QUOTE_LIMIT = 200

/** The problem that a failed REST or GraphQL request is. */
export function problemOf(operation: Operation, error: unknown): Problem {
  const failure = readFailure(error)
  const code = codeOf(failure)
  const status = failure.status === null ? '' : ` (${String(failure.status)})`
  return { code, text: `Cannot ${operation.what}${status}: ${remedy(code, operation, failure)}` }
}

/** The problem that an error inside a GraphQL answer is: the answer is partial, so nothing of it is used. */
export function problemOfGraphql(operation: Operation, error: GraphqlError): Problem {
  const code = CODE_BY_TYPE[error.type ?? ''] ?? 'invalid'
  const place = error.path ? ` at ${error.path.join('.')}` : ''
  const failure = { status: null, headers: {}, message: error.message }
  const seen = `the answer is partial${place} (${quote(error.message)})`
  const needing = { ...operation, needs: needsAt(error.path ?? []) ?? operation.needs }
  return { code, text: `Cannot ${operation.what}: ${seen}. ${capital(remedy(code, needing, failure))}` }
}

/** What parts of a pull request take that the rest of a query does not; the innermost decides. */
const NEEDS_BY_FIELD: Readonly<Record<string, string>> = {
  status: 'statuses: read',
  target: 'contents: read',
  commit: 'contents: read',
}

function needsAt(path: readonly (string | number)[]): string | undefined {
  return path.map((step) => NEEDS_BY_FIELD[step]).findLast((needs) => needs !== undefined)
}

/** The problem that an answer of the wrong shape is. */
export function problemOfShape(operation: Operation, detail: string): Problem {
  const seen = `the answer does not have the shape that GitHub documents (${quote(detail)})`
  return { code: 'invalid', text: `Cannot ${operation.what}: ${seen}. Nothing of it is used.` }
}

const CODE_BY_TYPE: Readonly<Record<string, ProblemCode>> = {
  RATE_LIMITED: 'rate-limited',
  FORBIDDEN: 'permission',
  INSUFFICIENT_SCOPES: 'permission',
  NOT_FOUND: 'not-found',
  SERVICE_UNAVAILABLE: 'unreachable',
}

const CODE_BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthorized',
  403: 'permission',
  404: 'not-found',
  410: 'not-found',
  429: 'rate-limited',
}

function codeOf(failure: Failure): ProblemCode {
  if (isRateLimit(failure)) return 'rate-limited'
  if (failure.status === null || failure.status >= 500) return 'unreachable'
  return CODE_BY_STATUS[failure.status] ?? 'refused'
}

function isRateLimit(failure: Failure): boolean {
  return failure.headers['x-ratelimit-remaining'] === '0' || /\brate limit\b/i.test(failure.message)
}

function remedy(code: ProblemCode, operation: Operation, failure: Failure): string {
  switch (code) {
    case 'unauthorized':
      return 'the token is wrong or has expired.'
    case 'permission':
      return `the token needs the permission ${accepted(failure) ?? `"${operation.needs}"`}.`
    case 'not-found':
      return `it does not exist, or the token cannot see it. Grant the token "${operation.needs}".`
    case 'rate-limited':
      return `the rate limit of the token is used up${resetOf(failure)}.`
    case 'unreachable':
      return `GitHub did not answer (${quote(failure.message)}). Run again later.`
    case 'refused':
    case 'invalid':
    case 'moved':
      return `GitHub refused it: ${quote(failure.message)}.`
    default:
      return code satisfies never
  }
}

/** GitHub names the permissions it would accept: `issues=write; pull_requests=write`, alternatives by semicolon. */
function accepted(failure: Failure): string | null {
  const header = failure.headers['x-accepted-github-permissions']
  if (typeof header !== 'string' || header.trim() === '') return null
  const alternatives = header.split(';').map((set) =>
    set
      .split(',')
      .map((permission) => `"${permission.trim().replace('=', ': ').replaceAll('_', '-')}"`)
      .join(' and '),
  )
  return alternatives.join(' or ')
}

function resetOf(failure: Failure): string {
  const reset = instantFromMilliseconds(Number(failure.headers['x-ratelimit-reset'] ?? Number.NaN) * 1000)
  return reset === undefined ? '' : ` until ${formatInstant(reset)}`
}

function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return `"${line.length > QUOTE_LIMIT ? `${line.slice(0, QUOTE_LIMIT)}...` : line}"`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
