import type { Token, World } from '../world.ts'
import { type Operation, requestErrors, responseErrors, restSchema } from '../validators.ts'
import { type Answer, type Handler, Refusal } from './call.ts'
import { contentHandlers } from './contents.ts'
import { issueHandlers } from './issues.ts'
import { newIssueHandlers } from './new-issues.ts'
import { organizationHandlers } from './organizations.ts'
import { checkPermission } from './permissions.ts'
import { pullHandlers } from './pulls.ts'
import { repositoryHandlers } from './repositories.ts'
import { settingHandlers } from './settings.ts'

export interface RestRequest {
  readonly method: string
  /** The path below the API root, still encoded. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly accept: string
  readonly token: Token | undefined
}

export interface RestAnswer extends Answer {
  readonly operationId: string | undefined
  /** What the request or the answer did against GitHub's description. */
  readonly violations: readonly string[]
}

/** Answers one REST request; nothing leaves that does not fit GitHub's own description of the operation. */
export function answerRest(world: World, request: RestRequest): RestAnswer {
  const route = findRoute(request)
  if (route === undefined) return violated(undefined, [`unknown route ${request.method} ${request.path}`])
  const { operationId } = route
  const wrong = requestErrors(operationId, { path: route.path, query: request.query }, request.body)
  if (wrong.length > 0) return violated(operationId, wrong)
  const answer = answerOrRefusal(world, request, route)
  const broken = responseErrors(operationId, answer.status, asSent(answer.body))
  if (broken.length > 0) return violated(operationId, broken)
  return { ...answer, operationId, violations: [] }
}

const handlers: Readonly<Record<string, Handler>> = {
  ...contentHandlers,
  ...issueHandlers,
  ...newIssueHandlers,
  ...organizationHandlers,
  ...pullHandlers,
  ...repositoryHandlers,
  ...settingHandlers,
}

interface Route {
  readonly operationId: string
  readonly pattern: RegExp
  readonly operation: Operation
  readonly literals: number
}

/** Parameters that GitHub lets contain slashes. */
const wide = new Set(['ref', 'branch', 'name', 'path', 'basehead'])

const routes: readonly Route[] = Object.entries(restSchema.operations)
  .map(([operationId, operation]) => ({
    operationId,
    operation,
    pattern: new RegExp(
      `^${operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${wide.has(name) ? '.+?' : '[^/]+'})`)}$`,
    ),
    literals: operation.path.split('/').filter((part) => !part.startsWith('{')).length,
  }))
  .toSorted((a, b) => b.literals - a.literals)

function findRoute(request: RestRequest): { operationId: string; path: Record<string, string> } | undefined {
  for (const route of routes) {
    if (route.operation.method !== request.method) continue
    const match = route.pattern.exec(request.path)
    if (match === null) continue
    const entries = Object.entries(match.groups ?? {}).map(([name, value]) => [
      name,
      decodeURIComponent(value),
    ])
    return { operationId: route.operationId, path: Object.fromEntries(entries) as Record<string, string> }
  }
  return undefined
}

function answerOrRefusal(
  world: World,
  request: RestRequest,
  route: { operationId: string; path: Record<string, string> },
): Answer {
  const handler = handlers[route.operationId]
  if (handler === undefined) throw new Error(`no handler for ${route.operationId}`)
  try {
    checkPermission(route.operationId, request.token)
    return handler({
      world,
      token: request.token,
      path: route.path,
      query: request.query,
      body: (request.body ?? {}) as Readonly<Record<string, unknown>>,
      accept: request.accept,
      url: `${world.urls.api}${request.path}`,
    })
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body, headers: error.headers }
    throw error
  }
}

function violated(operationId: string | undefined, violations: readonly string[]): RestAnswer {
  return {
    status: 500,
    body: { message: 'emulator: contract violated', violations },
    operationId,
    violations,
  }
}

function asSent(body: unknown): unknown {
  return body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown)
}
