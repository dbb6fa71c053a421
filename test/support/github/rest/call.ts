import { canRead, roleOf } from '../rights.ts'
import { findRepository } from '../world.ts'
import type { PullRequest, Repository, Role, Token, World } from '../world.ts'

/** One REST request after its shape was checked, with the questions every handler asks. */
export interface Call {
  readonly world: World
  readonly token: Token | undefined
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly accept: string
  /** The absolute address without its query. */
  readonly url: string
}

export interface Answer {
  readonly status: number
  /** Undefined: no content. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = (call: Call) => Answer

/** An answer GitHub gives on purpose; everything else that is thrown is a fault of the emulator or the test. */
export class Refusal extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    extra: { errors?: unknown; headers?: Record<string, string> } = {},
  ) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.headers = extra.headers ?? {}
    this.body = {
      message,
      documentation_url: 'https://docs.github.com/rest',
      ...(status === 422
        ? extra.errors === undefined
          ? {}
          : { errors: extra.errors }
        : { status: String(status) }),
    }
  }
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found')
}

export function ok(body: unknown, status = 200): Answer {
  return { status, body }
}

export function noContent(): Answer {
  return { status: 204, body: undefined }
}

export function pathValue(call: Call, name: string): string {
  const value = call.path[name]
  if (value === undefined) throw new Error(`the route has no parameter ${name}`)
  return value
}

export function callRepository(call: Call): Repository {
  const found = findRepository(call.world, `${pathValue(call, 'owner')}/${pathValue(call, 'repo')}`)
  if (found === undefined || !canRead(call.world, found, call.token)) throw notFound()
  return found
}

export function callPull(call: Call): PullRequest {
  const number = Number(call.path['pull_number'] ?? call.path['issue_number'])
  const found = callRepository(call).pulls.get(number)
  if (found === undefined) throw notFound()
  return found
}

/** What a token may do there: a user's role, or whatever its permissions have already allowed an app. */
export function callerRole(call: Call, at: Repository): Role | undefined {
  if (call.token === undefined) return undefined
  return call.token.kind === 'user' ? roleOf(call.world, at, call.token.account) : 'write'
}

export function actor(call: Call): Token {
  if (call.token === undefined) throw new Refusal(401, 'Requires authentication')
  return call.token
}

/** A commit by SHA, branch, tag or full ref. */
export function resolveCommit(at: Repository, ref: string): string | undefined {
  const names = [ref, `refs/${ref}`, `refs/heads/${ref}`, `refs/tags/${ref}`]
  for (const name of names) {
    if (/^[0-9a-f]{40}$/.test(name) || name.startsWith('refs/')) {
      const sha = at.git.tip(name)
      if (sha !== undefined) return sha
    }
  }
  return undefined
}

/** One page of a list, with GitHub's `Link` header when there is more than one. */
export function paged<T>(call: Call, items: readonly T[], shape: (item: T) => unknown): Answer {
  const size = Number(call.query.get('per_page') ?? 30)
  const page = Math.max(1, Number(call.query.get('page') ?? 1))
  const last = Math.max(1, Math.ceil(items.length / size))
  const body = items.slice((page - 1) * size, page * size).map(shape)
  const link = linkHeader(call, page, last)
  return { status: 200, body, headers: link === '' ? {} : { link } }
}

function linkHeader(call: Call, page: number, last: number): string {
  const to = (number: number, rel: string): string => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(number))
    return `<${call.url}?${query.toString()}>; rel="${rel}"`
  }
  const parts: string[] = []
  if (page > 1) parts.push(to(page - 1, 'prev'))
  if (page < last) parts.push(to(page + 1, 'next'), to(last, 'last'))
  if (page > 1) parts.push(to(1, 'first'))
  return parts.join(', ')
}
