import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isolatedGitEnvironment } from './git-repository.ts'
import { holds } from './rest/permissions.ts'
import { atLeast, canRead, roleOf } from './rights.ts'
import { findRepository, type Repository, type Token, type World } from './world.ts'

/** The repository a git path such as `/acme/gitops.git/info/refs` speaks of; undefined when it is no git path. */
export function gitPath(pathname: string): { readonly name: string; readonly rest: string } | undefined {
  const match =
    /^\/([^/]+\/[^/]+?)(?:\.git)?(\/(?:info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/.*))$/.exec(
      pathname,
    )
  if (match === null) return undefined
  return { name: match[1] ?? '', rest: match[2] ?? '' }
}

/** Serves one smart HTTP request by `git http-backend`; resolves to the status it answered. */
export async function answerGit(
  world: World,
  token: Token | undefined,
  request: GitRequest,
  response: ServerResponse,
): Promise<number> {
  const path = gitPath(request.url.pathname)
  const repository = path === undefined ? undefined : findRepository(world, path.name)
  if (path === undefined || repository === undefined || !mayFetch(world, repository, token)) {
    return refuse(response, token === undefined ? 401 : 404)
  }
  const wantsPush = path.rest.endsWith('receive-pack') || request.url.search.includes('git-receive-pack')
  if (wantsPush) return refuse(response, 403, 'the emulator takes pushes by its verbs only\n')
  const child = spawn('git', ['http-backend'], {
    env: cgiEnvironment(world, request, `/${repository.fullName.toLowerCase()}.git${path.rest}`),
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(request.body)
  const chunks: Buffer[] = []
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer)
  return forward(Buffer.concat(chunks), response)
}

interface GitRequest {
  readonly message: IncomingMessage
  readonly url: URL
  readonly body: Buffer
}

/** Without REMOTE_USER, which `git http-backend` takes as leave to push. */
function cgiEnvironment(world: World, request: GitRequest, path: string): Record<string, string> {
  const { headers, method } = request.message
  return {
    ...isolatedGitEnvironment,
    GIT_PROJECT_ROOT: world.folder,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: path,
    QUERY_STRING: request.url.search.slice(1),
    REQUEST_METHOD: method ?? 'GET',
    CONTENT_TYPE: headers['content-type'] ?? '',
    CONTENT_LENGTH: String(request.body.length),
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
    REMOTE_ADDR: '127.0.0.1',
  }
}

function mayFetch(world: World, repository: Repository, token: Token | undefined): boolean {
  if (!repository.private) return true
  if (token === undefined || !canRead(world, repository, token) || !holds(token, 'contents', 'read'))
    return false
  return token.kind !== 'user' || atLeast(roleOf(world, repository, token.account), 'read')
}

function refuse(response: ServerResponse, status: number, text = 'Repository not found.\n'): number {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}
  response.writeHead(status, { 'content-type': 'text/plain', ...challenge })
  response.end(text)
  return status
}

/** Turns CGI output into an HTTP answer: its headers end at the first empty line. */
function forward(output: Buffer, response: ServerResponse): number {
  const end = output.indexOf('\r\n\r\n')
  if (end === -1) throw new Error('git http-backend sent no headers')
  let status = 200
  for (const line of output.subarray(0, end).toString('utf8').split('\r\n')) {
    const [name = '', ...value] = line.split(': ')
    if (name.toLowerCase() === 'status') status = Number.parseInt(value.join(': '), 10)
    else response.setHeader(name, value.join(': '))
  }
  response.writeHead(status)
  response.end(output.subarray(end + 4))
  return status
}
