import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Cost, runProcess } from './run-process.ts'
import type { Contender } from './run-rounds.ts'

const MEASURE_ONE = join(import.meta.dirname, '..', 'measure-one.ts')

/** A measurement of `bench/measure-one.ts`, which says itself what it took: starting Node does not count. */
export function inProcess(name: string, args: readonly string[]): Contender {
  return {
    name,
    measure: async () => {
      const run = await runProcess(process.execPath, [MEASURE_ONE, ...args])
      if (run === 'too-long') return undefined
      const cost: Cost = JSON.parse(run.printed)
      return cost
    },
  }
}

/** A program from its start to its end. */
export function wholeProcess(
  name: string,
  command: string,
  args: readonly string[],
  timeout: number,
): Contender {
  return {
    name,
    measure: async () => {
      const run = await runProcess(command, args, { timeout })
      return run === 'too-long' ? undefined : run.cost
    },
  }
}

/** dyff, built into a directory; null, and a reason is printed, when it cannot be. */
export function installDyff(directory: string): string | null {
  const { status, error, stderr } = spawnSync('go', ['install', 'github.com/homeport/dyff/cmd/dyff@latest'], {
    env: { ...process.env, GOBIN: directory },
    encoding: 'utf8',
  })
  if (status === 0) return join(directory, 'dyff')
  const reason = error ? 'there is no go here' : stderr
  process.stdout.write(`LEFT OUT: dyff, for it cannot be installed (${reason.trim()}).\n`)
  return null
}
