import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where GitHub is, for the action: loopback addresses of the emulator. */
export interface GitHubAddresses {
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly serverUrl: string
}

export interface ActionStart {
  readonly repository: string
  readonly event: string
  readonly payload: unknown
  /** By the names of action.yml. */
  readonly inputs: Readonly<Record<string, string>>
  /** Further variables of the runner, such as who started the run. */
  readonly environment?: Readonly<Record<string, string>>
  /** Given the means to send the process a signal. */
  readonly whileItRuns?: (kill: (signal: NodeJS.Signals) => void) => void
  /** In blocks of 512 bytes, how large a file may become that it or its git write. */
  readonly largestFile?: number
}

export interface ActionResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** What stood in the files that outputs name, by the name of the output. */
  readonly files: Readonly<Record<string, string>>
}

/** Starts the built action as a runner starts it: a process with `INPUT_*`, the event's file and the files it writes to. */
export async function runAction(github: GitHubAddresses, start: ActionStart): Promise<ActionResult> {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-run-'))
  const file = (name: string): string => join(folder, name)
  for (const name of ['output', 'summary', 'env', 'path', 'state']) writeFileSync(file(name), '')
  writeFileSync(file('event.json'), JSON.stringify(start.payload))
  const inputs = Object.entries(start.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const action = [process.execPath, resolve('dist/action.js')] as const
  const limited = ['-c', `ulimit -f ${String(start.largestFile)}; exec "$0" "$@"`, ...action] as const
  const [program, args] = start.largestFile === undefined ? [action[0], [action[1]]] : ['sh', limited]
  const child = spawn(program, args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: github.apiUrl,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      GITHUB_REPOSITORY: start.repository,
      GITHUB_EVENT_NAME: start.event,
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_ENV: file('env'),
      GITHUB_PATH: file('path'),
      GITHUB_STATE: file('state'),
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW: 'drawbridge',
      GITHUB_WORKFLOW_REF: `${start.repository}/.github/workflows/drawbridge.yml@refs/heads/main`,
      GITHUB_JOB: 'gate-runner',
      RUNNER_TEMP: folder,
      RUNNER_OS: 'Linux',
      ...Object.fromEntries(inputs),
      ...start.environment,
    },
  })
  start.whileItRuns?.((signal) => child.kill(signal))
  const [stdout, stderr, exitCode] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ])
  const outputs = readOutputs(file('output'))
  const result = {
    exitCode,
    stdout,
    stderr,
    outputs,
    files: Object.fromEntries(
      Object.entries(outputs)
        .filter(([, value]) => value.startsWith(folder))
        .map(([name, path]) => [name, readFileSync(path, 'utf8')]),
    ),
    summary: readFileSync(file('summary'), 'utf8'),
  }
  rmSync(folder, { recursive: true, force: true })
  return result
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}

/** The outputs in the runner's file format: `name<<mark`, lines, `mark`. */
function readOutputs(path: string): Readonly<Record<string, string>> {
  const entries = readFileSync(path, 'utf8').matchAll(
    /^(?<name>[^\n<=]+)<<(?<mark>\S+)\n(?<value>[\s\S]*?)\n\k<mark>$/gm,
  )
  return Object.fromEntries(
    [...entries].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  )
}
