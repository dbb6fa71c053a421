import { spawnSync } from 'node:child_process'

/**
 * How long one `check` of one example takes as a whole process, against an empty Node script, side by side in one run.
 * The budget is 4; the figure to quote is the median ratio.
 */
const RUNS = Number(process.argv[2] ?? 15)
const EXAMPLE = 'examples/shop/pull-requests/02-host-added'
const CHECK = [
  'dist/cli.js',
  'check',
  `${EXAMPLE}/before`,
  `${EXAMPLE}/after`,
  '--facts',
  `${EXAMPLE}/facts.yaml`,
]

const ratios: number[] = []
for (let run = -1; run < RUNS; run += 1) {
  const floor = milliseconds(['-e', '0'])
  const check = milliseconds(CHECK)
  if (run >= 0) ratios.push(check / floor)
  if (run >= 0)
    process.stdout.write(
      `empty ${floor.toFixed(0)} ms, check ${check.toFixed(0)} ms, ratio ${(check / floor).toFixed(2)}\n`,
    )
}
const sorted = ratios.toSorted((a, b) => a - b)
const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
process.stdout.write(
  `node ${process.version}: median ratio ${median.toFixed(2)}, least ${(sorted[0] ?? Number.NaN).toFixed(2)}, most ${(sorted.at(-1) ?? Number.NaN).toFixed(2)}; budget 4\n`,
)
process.exitCode = median < 4 ? 0 : 1

function milliseconds(args: readonly string[]): number {
  const start = performance.now()
  spawnSync(process.execPath, args, { stdio: 'ignore' })
  return performance.now() - start
}
