import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Fault, FAULTS } from './seed-faults/faults.ts'

/**
 * Puts one mistake at a time into the rooms that decide, and looks whether the lives of pull requests see it. Exit 1 when one of
 * them is not seen, or does not stand where it is said to.
 *
 *     node scripts/seed-faults.ts [--steps NUMBER]
 */
const { values } = parseArgs({ options: { steps: { type: 'string', default: '40000' } } })
const ABREAST = 2
const COMMAND = ['run', '--config', 'scripts/seed-faults/vitest.config.ts']

for (const { file, find } of FAULTS)
  if (readFileSync(file, 'utf8').split(find).length !== 2)
    throw new Error(`${file} does not say "${find}" once`)

let unseen = 0
const waiting = [...FAULTS.entries()]
await Promise.all(Array.from({ length: ABREAST }, work))
process.stdout.write(`${String(FAULTS.length - unseen)} of ${String(FAULTS.length)} mistakes are seen.\n`)
process.exitCode = unseen > 0 ? 1 : 0

async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    tell(next[1], await run(next[0]))
}

/** What the lives say with one mistake in the program. */
async function run(index: number): Promise<string> {
  const child = spawn('vitest', COMMAND, {
    env: { ...process.env, NO_COLOR: '1', DRAWBRIDGE_FAULT: String(index), DRAWBRIDGE_STEPS: values.steps },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  return await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      resolve(said)
    })
  })
}

function tell({ name }: Fault, said: string): void {
  const seen = /Error: ([^\n]*)\nDRAWBRIDGE_SEED/.exec(said)?.[1]
  if (seen === undefined) unseen += 1
  process.stdout.write(seen === undefined ? `NOT SEEN ${name}\n` : `seen     ${name}: ${seen}\n`)
}
