import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type FaultAction, type Faults, withGraphqlErrors } from './faults.ts'
import { answerGit, gitPath } from './git-http.ts'
import { answerGraphql, operationName } from './graphql/execute.ts'
import { finishMergeabilityJobs } from './pull-state.ts'
import { rateLimit, rateOf } from './rest/organizations.ts'
import { answerRest } from './rest/router.ts'
import { type Token, type World } from './world.ts'

/** One request the emulator has seen. `status` is 0 when it was left without an answer. */
export interface LoggedRequest {
  readonly method: string
  /** Path and query, below the API root for REST. */
  readonly path: string
  /** The REST operation id, or the name of the GraphQL operation. */
  readonly operation: string | undefined
  /** The name of the token; undefined for an anonymous request. */
  readonly token: string | undefined
  readonly status: number
}

export interface ServerParts {
  readonly world: World
  readonly faults: Faults
  readonly requests: LoggedRequest[]
  readonly violations: string[]
}

interface Roots {
  readonly api: string
  readonly graphql: string
}

/** github.com has hosts of their own for these; here they are folders of one. */
const cloud: Roots = { api: '/rest', graphql: '/graphql' }
const enterprise: Roots = { api: '/api/v3', graphql: '/api/graphql' }

function rootsOf({ switches }: World): Roots {
  return switches.enterpriseServer ? enterprise : cloud
}

/** Listens on a free port of the loopback and tells the world its addresses. */
export async function listen(parts: ServerParts): Promise<Server> {
  const server = createServer((message, response) => {
    handle(parts, message, response).catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      parts.violations.push(`${message.method} ${message.url}: ${text}`)
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ message: 'emulator: internal error', violations: [text] }))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const base = `http://127.0.0.1:${address.port}`
  const roots = rootsOf(parts.world)
  parts.world.urls = { server: base, api: `${base}${roots.api}`, graphql: `${base}${roots.graphql}` }
  return server
}

interface Exchange {
  readonly message: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly method: string
  readonly body: Buffer
  readonly token: Token | undefined
  readonly operation: string | undefined
  readonly badToken: boolean
}

interface Outcome {
  /** Git has answered by itself. */
  readonly sent?: true
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly operation?: string | undefined
  readonly violations: readonly string[]
}

async function handle(parts: ServerParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const exchange = await readExchange(parts, message, response)
  const action = parts.faults.hit({
    method: exchange.method,
    path: shownPath(parts.world, exchange.url),
    operation: exchange.operation,
  })
  if (action === undefined) return send(parts, exchange, await answer(parts, exchange))
  if ('hang' in action) return note(parts, exchange, 0)
  if ('before' in action) await action.before()
  const outcome = await faultyAnswer(parts, exchange, action)
  if ('cut' in action) cut(parts, exchange, outcome)
  else send(parts, exchange, outcome)
}

async function readExchange(
  parts: ServerParts,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<Exchange> {
  const body = await readBody(message)
  const url = new URL(message.url ?? '/', parts.world.urls.server)
  const secret = tokenSecret(message.headers.authorization)
  const token = secret === undefined ? undefined : parts.world.tokens.get(secret)
  const expired = token !== undefined && token.expiresAt <= parts.world.clock.now()
  response.sendDate = false
  response.setHeader('date', new Date(parts.world.clock.now()).toUTCString())
  response.setHeader('x-github-request-id', `EMUL:${String(parts.requests.length + 1).padStart(6, '0')}`)
  return {
    message,
    response,
    url,
    method: message.method ?? 'GET',
    body,
    token,
    operation:
      url.pathname === rootsOf(parts.world).graphql
        ? operationName(String(parseJson(body)['query']))
        : undefined,
    badToken: expired || (secret !== undefined && token === undefined),
  }
}

async function faultyAnswer(parts: ServerParts, exchange: Exchange, action: FaultAction): Promise<Outcome> {
  if ('status' in action) {
    if (action.afterEffect === true) await answer(parts, exchange)
    return {
      status: action.status,
      body: action.body ?? { message: 'injected' },
      headers: action.headers ?? {},
      violations: [],
    }
  }
  const outcome = await answer(parts, exchange)
  if ('graphqlErrors' in action) return { ...outcome, body: withGraphqlErrors(outcome.body, action) }
  if ('change' in action) return { ...outcome, body: action.change(structuredClone(outcome.body)) }
  return outcome
}

async function answer(parts: ServerParts, exchange: Exchange): Promise<Outcome> {
  const { url, token, message, body, response } = exchange
  if (exchange.badToken) return badCredentials
  if (gitPath(url.pathname) !== undefined) {
    const status = await answerGit(parts.world, token, { message, url, body }, response)
    return { status, body: undefined, sent: true, violations: [] }
  }
  const outcome = await answerApi(parts.world, exchange)
  finishMergeabilityJobs(parts.world)
  return outcome
}

async function answerApi(world: World, exchange: Exchange): Promise<Outcome> {
  const { url, token, method, body, message } = exchange
  const roots = rootsOf(world)
  if (url.pathname === roots.graphql) {
    if (token === undefined) return badCredentials
    const request = parseJson(body)
    const {
      body: data,
      operation,
      cost,
      violations,
    } = await answerGraphql(world, token, {
      query: String(request['query']),
      variables: (request['variables'] ?? {}) as Readonly<Record<string, unknown>>,
    })
    token.points += cost
    return finish({ status: 200, body: data, operation, violations })
  }
  if (!url.pathname.startsWith(`${roots.api}/`)) {
    return finish({ status: 500, body: undefined, violations: [`unknown address ${method} ${url.pathname}`] })
  }
  if (token !== undefined) token.points += 1
  const { operationId, ...rest } = answerRest(world, {
    method,
    path: url.pathname.slice(roots.api.length),
    query: url.searchParams,
    body: body.length === 0 ? undefined : parseJson(body),
    accept: message.headers.accept ?? '',
    token,
  })
  return finish({ ...rest, operation: operationId })
}

/** A violated contract is a 500, whatever the handler thought of it. */
function finish(outcome: Outcome): Outcome {
  if (outcome.violations.length === 0) return outcome
  return {
    ...outcome,
    status: 500,
    body: { message: 'emulator: contract violated', violations: outcome.violations },
  }
}

function send(parts: ServerParts, exchange: Exchange, outcome: Outcome): void {
  if (outcome.sent === true) return note(parts, exchange, outcome.status)
  const bytes = encode(outcome.body)
  writeHead(parts, exchange, outcome, bytes.length)
  exchange.response.end(bytes)
}

function cut(parts: ServerParts, exchange: Exchange, outcome: Outcome): void {
  const bytes = encode(outcome.body)
  writeHead(parts, exchange, outcome, bytes.length)
  exchange.response.write(bytes.subarray(0, Math.trunc(bytes.length / 2)), () => exchange.response.destroy())
}

function writeHead(parts: ServerParts, exchange: Exchange, outcome: Outcome, length: number): void {
  const { world } = parts
  const { token, response, url } = exchange
  const rate = rateOf(world.clock.now(), token?.points ?? 0, rateLimit(token?.kind))
  for (const [name, value] of Object.entries(rate)) response.setHeader(`x-ratelimit-${name}`, String(value))
  response.setHeader('x-ratelimit-resource', url.pathname === rootsOf(world).graphql ? 'graphql' : 'core')
  response.setHeader(
    'content-type',
    typeof outcome.body === 'string' ? 'text/html' : 'application/json; charset=utf-8',
  )
  for (const [name, value] of Object.entries(outcome.headers ?? {})) response.setHeader(name, value)
  if (outcome.status !== 204) response.setHeader('content-length', length)
  response.writeHead(outcome.status)
  parts.violations.push(...outcome.violations)
  note(parts, exchange, outcome.status, outcome.operation)
}

function note(parts: ServerParts, exchange: Exchange, status: number, operation = exchange.operation): void {
  parts.requests.push({
    method: exchange.method,
    path: shownPath(parts.world, exchange.url),
    operation,
    token: exchange.token?.name,
    status,
  })
}

const badCredentials: Outcome = {
  status: 401,
  body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
  violations: [],
}

function shownPath(world: World, url: URL): string {
  const { api } = rootsOf(world)
  const path = url.pathname.startsWith(`${api}/`) ? url.pathname.slice(api.length) : url.pathname
  return `${path}${url.search}`
}

function tokenSecret(header: string | undefined): string | undefined {
  const [scheme = '', value = ''] = (header ?? '').split(' ')
  if (value === '') return undefined
  if (scheme.toLowerCase() !== 'basic') return value
  return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':')
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function parseJson(body: Buffer): Record<string, unknown> {
  return body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Record<string, unknown>)
}

function encode(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0)
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}
