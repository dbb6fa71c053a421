import { type ChildProcess, spawn } from 'node:child_process'
import { gitFailure } from './git-problem.ts'

/** How git is started. */
export interface RunOptions {
  readonly environment: NodeJS.ProcessEnv
  readonly input?: string
  /** Git talks to a server: it is ended after so many milliseconds, with the programs it started. */
  readonly timeout?: number
}

/** What git answered. */
export interface GitAnswer {
  readonly exit: number
  readonly stdout: Buffer
  readonly stderr: string
}

/** Settings that hold in every call, whatever a configuration file says: nothing of a repository is executed. */
export const SAFE_SETTINGS: readonly string[] = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'core.warnAmbiguousRefs=true',
  '-c',
  'gc.auto=0',
  '-c',
  'maintenance.auto=false',
]

const LOCAL_TIMEOUT = 120_000
const MOST_OUTPUT = 256 * 1024 * 1024
const GRACE = 2000

/**
 * Runs git without a shell and gives its exit status and output. Rejects with a {@link GitFailure} when git is not there,
 * does not end in time, is ended by a signal or says more than 256 MiB.
 */
export function runGit(args: readonly string[], options: RunOptions): Promise<GitAnswer> {
  const timeout = options.timeout ?? LOCAL_TIMEOUT
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...SAFE_SETTINGS, ...args], {
      env: options.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      detached: hasOwnGroup(options),
    })
    const output = new Collected()
    const errors = new Collected()
    let ended: 'timeout' | 'too-much' | null = null
    const end = (why: 'timeout' | 'too-much'): void => {
      ended ??= why
      kill(child, 'SIGTERM', hasOwnGroup(options))
      setTimeout(() => {
        kill(child, 'SIGKILL', hasOwnGroup(options))
      }, GRACE).unref()
    }
    const timer = setTimeout(() => {
      end('timeout')
    }, timeout)
    child.stdout.on('data', (chunk: Buffer) => {
      if (output.add(chunk) > MOST_OUTPUT) end('too-much')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < 64 * 1024) errors.add(chunk)
    })
    // Git may end before it has read everything; its exit status says why.
    child.stdin.on('error', () => {})
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(startFailure(error))
    })
    child.on('close', (exit, signal) => {
      clearTimeout(timer)
      if (ended === null && exit !== null)
        resolve({ exit, stdout: output.bytes(), stderr: errors.bytes().toString('utf8') })
      else reject(endFailure(args, ended, timeout, signal))
    })
    child.stdin.end(options.input ?? '')
  })
}

/** Only git that talks to a server: what runs here shall end with us when the terminal is interrupted. */
function hasOwnGroup(options: RunOptions): boolean {
  return options.timeout !== undefined && process.platform !== 'win32'
}

function kill(child: ChildProcess, signal: NodeJS.Signals, group: boolean): void {
  if (!group || child.pid === undefined) {
    child.kill(signal)
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The whole group has ended by itself.
  }
}

/** The failure to start git. */
export function startFailure(error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT')
    return gitFailure('git-missing', 'There is no git on the PATH. Install git 2.38 or newer.')
  return gitFailure('git-failed', `Cannot start git: ${error.message}`)
}

class Collected {
  readonly #chunks: Buffer[] = []
  length = 0

  add(chunk: Buffer): number {
    this.#chunks.push(chunk)
    this.length += chunk.length
    return this.length
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks, this.length)
  }
}

function endFailure(
  args: readonly string[],
  ended: 'timeout' | 'too-much' | null,
  timeout: number,
  signal: NodeJS.Signals | null,
): Error {
  const command = `git ${args.find((word) => /^[a-z][a-z-]+$/.test(word)) ?? ''}`.trim()
  if (ended === 'timeout')
    return gitFailure('git-timeout', `${command} did not end within ${String(timeout / 1000)} s.`)
  if (ended === 'too-much')
    return gitFailure('git-failed', `${command} answered more than 256 MiB; that is not read.`)
  return gitFailure('git-failed', `${command} was ended by ${signal ?? 'a signal'}.`)
}
