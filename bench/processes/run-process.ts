import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What something took. Null: nobody can say. */
export interface Cost {
  /** On the clock. */
  readonly milliseconds: number
  /** Of processors, all threads together: what else the machine does counts for little. */
  readonly processor: number | null
  /** The most memory that the process held. */
  readonly megabytes: number | null
}

/** What a process took and printed; `too-long` when it had not ended in time. */
export type Run = { readonly cost: Cost; readonly printed: string } | 'too-long'

/** Runs a process to its end. Another exit code than those expected is a mistake: a process that fails is fast. */
export async function runProcess(
  command: string,
  args: readonly string[],
  { expected = [0], timeout = 600_000 }: { expected?: readonly number[]; timeout?: number } = {},
): Promise<Run> {
  const start = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout, killSignal: 'SIGKILL' })
  let megabytes: number | null = null
  const watch = setInterval(() => (megabytes = peakOf(child.pid) ?? megabytes), 20)
  const [printed, complained] = [textOf(child.stdout), textOf(child.stderr)]
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.on('error', reject)
  child.on('close', resolve)
  const status = await promise.finally(() => {
    clearInterval(watch)
  })
  const milliseconds = performance.now() - start
  if (status === null && milliseconds >= timeout) return 'too-long'
  if (status === null || !expected.includes(status))
    throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}:\n${complained()}`)
  return { cost: { milliseconds, processor: null, megabytes }, printed: printed() }
}

/** The kernel keeps the peak, so a late look is as good as many. */
function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}

/** Collects what a stream gives; only the beginning, for nobody reads more. */
function textOf(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.on('data', (chunk: Buffer) => {
    if (text.length < 10_000) text += chunk.toString()
  })
  return () => text
}
