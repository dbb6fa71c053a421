import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeManifests } from './manifests/write-manifests.ts'
import { checkBound } from './processes/bounds.ts'
import { inProcess } from './processes/contenders.ts'
import { wholeNumber } from './processes/numbers.ts'
import { type Contender, Rounds } from './processes/run-rounds.ts'

/**
 * How the processor's time for one object grows with the number of objects, side by side in one run: reading them, and comparing
 * them when all are changed. The program is warm each time, lest the first thousand look slow.
 *
 *     node bench/growth.ts [--rounds NUMBER]
 */
const SIZES = [1000, 3000, 10_000, 30_000] as const
const MOST_GROWTH = 1.5

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const count = wholeNumber('--rounds', values.rounds)
const works = ['read', 'compare'] as const

const folder = mkdtempSync(join(tmpdir(), 'drawbridge-bench-'))
try {
  const contenders = SIZES.flatMap((size) => prepare(folder, size))
  const rounds = new Rounds()
  // The first round warms the caches of the file system and is not counted.
  for (let round = 0; round <= count; round += 1) await rounds.run(contenders, round > 0)
  for (const work of works) report(rounds, work)
} finally {
  rmSync(folder, { recursive: true })
}

function prepare(directory: string, size: number): readonly Contender[] {
  const base = join(directory, `base-${String(size)}`)
  const head = join(directory, `head-${String(size)}`)
  const warm = ['base', 'head'].map((side) => join(directory, `${side}-${String(SIZES[0])}`))
  writeManifests(base, size, 0)
  writeManifests(head, size, size)
  return works.map((work) => inProcess(nameOf(work, size), [work, base, head, ...warm]))
}

function report(rounds: Rounds, work: string): void {
  for (const size of SIZES) {
    const name = nameOf(work, size)
    const micros = (rounds.processor(name) * 1000) / size
    process.stdout.write(
      `${name}: ${micros.toFixed(0)} µs an object, ${rounds.megabytes(name).toFixed(0)} MB in all\n`,
    )
  }
  const [fewest, most] = [SIZES[0], SIZES[SIZES.length - 1] ?? SIZES[0]]
  const growth = (rounds.ratio(nameOf(work, most), nameOf(work, fewest), 'processor') * fewest) / most
  checkBound(
    `${work}, an object of ${String(most)} beside one of ${String(fewest)}`,
    growth,
    MOST_GROWTH,
    ' times',
  )
}

function nameOf(work: string, size: number): string {
  return `${work} ${String(size)}`
}
