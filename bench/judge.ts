import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeManifests } from './manifests/write-manifests.ts'
import { checkBound } from './processes/bounds.ts'
import { inProcess } from './processes/contenders.ts'
import { wholeNumber } from './processes/numbers.ts'
import { Rounds } from './processes/run-rounds.ts'

/**
 * How long it takes to load every pack and to ask all their rules about objects of which each has changed, beside reading
 * and comparing the same objects; each in a process of its own that is cold, side by side in one run.
 *
 *     node bench/judge.ts [--objects NUMBER] [--rounds NUMBER]
 */
const MOST_TIMES = 3

const { values } = parseArgs({
  options: { objects: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '5' } },
})
const objects = wholeNumber('--objects', values.objects)
const count = wholeNumber('--rounds', values.rounds)

const COMPARE = `reading and comparing ${String(objects)} changed objects`
const JUDGE = `asking every rule about ${String(objects)} changed objects`

const folder = mkdtempSync(join(tmpdir(), 'drawbridge-bench-'))
try {
  const [base, head] = [join(folder, 'base'), join(folder, 'head')]
  writeManifests(base, objects, 0)
  writeManifests(head, objects, objects)
  const contenders = [inProcess(COMPARE, ['compare', base, head]), inProcess(JUDGE, ['judge', base, head])]
  const rounds = new Rounds()
  // The first round warms the caches of the file system and is not counted.
  for (let round = 0; round <= count; round += 1) await rounds.run(contenders, round > 0)
  for (const name of [COMPARE, JUDGE])
    process.stdout.write(
      `${name}: ${rounds.milliseconds(name).toFixed(0)} ms, ${rounds.megabytes(name).toFixed(0)} MB\n`,
    )
  checkBound('asking beside reading and comparing', rounds.ratio(JUDGE, COMPARE), MOST_TIMES, ' times')
} finally {
  rmSync(folder, { recursive: true })
}
