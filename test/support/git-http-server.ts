import { spawn, spawnSync } from 'node:child_process'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly authorization: string | undefined
}

/** Serves the bare repositories of a directory over HTTP on the loopback interface, by git's own CGI program. */
export interface GitHttpServer {
  readonly url: string
  readonly requests: readonly SeenRequest[]
  /** Answers every request with this status instead; null ends it. 0: never answers. */
  answerWith(status: number | null): void
  /** Sends every request to another server. */
  redirectTo(url: string): void
  close(): Promise<void>
}

/** Starts a server; `authorization` is the header value it insists on. */
export async function startGitHttpServer(root: string, authorization?: string): Promise<GitHttpServer> {
  const requests: SeenRequest[] = []
  let forced: number | null = null
  let elsewhere: string | null = null
  const server = createServer((request, response) => {
    const seen = request.headers.authorization
    requests.push({ method: request.method ?? '', url: request.url ?? '', authorization: seen })
    if (forced === 0) return
    if (elsewhere !== null) response.writeHead(301, { location: `${elsewhere}${request.url ?? ''}` }).end()
    else if (forced !== null) response.writeHead(forced).end()
    else if (authorization !== undefined && seen !== authorization)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="test"' }).end()
    else runBackend(root, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}`,
    requests,
    answerWith: (status) => {
      forced = status
    },
    redirectTo: (url) => {
      elsewhere = url
    },
    close: () => close(server),
  }
}

const backend = join(
  spawnSync('git', ['--exec-path'], { encoding: 'utf8' }).stdout.trim(),
  'git-http-backend',
)

function runBackend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '', 'http://loopback')
  const child = spawn(backend, {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'uploadpack.allowFilter',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_CONFIG_KEY_1: 'uploadpack.allowAnySHA1InWant',
      GIT_CONFIG_VALUE_1: 'true',
      GIT_PROTOCOL: header(request, 'git-protocol'),
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: header(request, 'content-type'),
      HTTP_CONTENT_ENCODING: header(request, 'content-encoding'),
      REMOTE_ADDR: '127.0.0.1',
    },
  })
  child.stdin.on('error', () => {})
  request.pipe(child.stdin)
  let head = Buffer.alloc(0)
  let started = false
  child.stdout.on('data', (chunk: Buffer) => {
    if (started) {
      response.write(chunk)
      return
    }
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    started = true
    writeHead(response, head.toString('latin1', 0, end))
    response.write(head.subarray(end + 4))
  })
  child.on('close', () => response.end())
}

function writeHead(response: ServerResponse, text: string): void {
  const headers = text.split('\r\n').map((line) => line.split(': ') as [string, string])
  const status = headers.find(([name]) => name.toLowerCase() === 'status')?.[1] ?? '200'
  response.writeHead(
    Number(status.slice(0, 3)),
    Object.fromEntries(headers.filter(([name]) => name.toLowerCase() !== 'status')),
  )
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
  })
}
