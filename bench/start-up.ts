import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median, wholeNumber } from './processes/numbers.ts'

/**
 * How long one `check` takes as a whole process, against an empty script of the same Node, side by side in one run: one
 * example with nothing risky, one that is held, or those that are named. The figure to quote is the median of the ratios.
 *
 *     node bench/start-up.ts [--node BINARY] [--runs NUMBER] [EXAMPLE...]
 */
const BUDGET = 4
const FOLDER = 'examples/shop/pull-requests'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string', default: process.execPath },
    runs: { type: 'string', default: '15' },
  },
})
const runs = wholeNumber('--runs', values.runs)
const examples = positionals.length > 0 ? positionals : ['01-nothing-risky', '02-host-added']
const commands = new Map(examples.map((example) => [example, checkOf(example)]))

const floors: number[] = []
const times = new Map<string, { readonly took: number[]; readonly ratios: number[] }>(
  examples.map((example) => [example, { took: [], ratios: [] }]),
)
// The first round warms the caches of the file system and is not counted.
for (let run = 0; run <= runs; run += 1) {
  const floor = milliseconds(['-e', '0'], [0])
  if (run > 0) floors.push(floor)
  for (const [example, command] of commands) {
    const took = milliseconds(command, [0, 1])
    if (run === 0) continue
    times.get(example)?.took.push(took)
    times.get(example)?.ratios.push(took / floor)
  }
}

const { stdout: version } = spawnSync(values.node, ['--version'], { encoding: 'utf8' })
process.stdout.write(
  `Node ${version.trim()}, ${String(runs)} runs: an empty script takes ${median(floors).toFixed(0)} ms.\n`,
)
for (const [example, { took, ratios }] of times) {
  const ratio = median(ratios)
  process.stdout.write(
    `${example}: ${median(took).toFixed(0)} ms, median ratio ${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}), budget ${String(BUDGET)}\n`,
  )
  if (!(ratio < BUDGET)) process.exitCode = 1
}

function checkOf(example: string): readonly string[] {
  const folder = join(FOLDER, example)
  const facts = join(folder, 'facts.yaml')
  if (!existsSync(facts)) throw new Error(`There is no ${facts}.`)
  return ['dist/cli.js', 'check', join(folder, 'before'), join(folder, 'after'), '--facts', facts]
}

/** Of one process. Another end than those expected is a mistake: a process that fails is fast. */
function milliseconds(args: readonly string[], expected: readonly number[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(values.node, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  const took = performance.now() - start
  if (status === null || !expected.includes(status))
    throw new Error(`${values.node} ${args.join(' ')} ended with ${String(status)}:\n${stderr}`)
  return took
}
