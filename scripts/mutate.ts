import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as v from 'valibot'

/**
 * Changes one thing at a time in the rooms that decide, and looks whether a test sees it. Prints the score of each room, and with
 * `--survivors` what no test saw. Exit 1 when a room is below the bound. Takes many minutes; not a step of CI.
 *
 *     node scripts/mutate.ts [--room NAME]... [--survivors]
 */
const ROOMS = ['approvals', 'window', 'break-glass', 'decision', 'calendar']
const LEAST = 85

const { values } = parseArgs({
  options: {
    room: { type: 'string', multiple: true, default: ROOMS },
    survivors: { type: 'boolean', default: false },
  },
})

const REPORT = '.artefacts/mutation.json'
const MUTANT = v.object({
  mutatorName: v.string(),
  replacement: v.optional(v.string()),
  status: v.string(),
  location: v.object({ start: v.object({ line: v.number(), column: v.number() }) }),
})
const FILES = v.object({ files: v.record(v.string(), v.object({ mutants: v.array(MUTANT) })) })
type Mutant = v.InferOutput<typeof MUTANT>

const targets = values.room.map((room) => `src/core/${room}/**/*.ts`).join(',')
const { status } = spawnSync('stryker', ['run', 'scripts/mutate/stryker.json', '--mutate', targets], {
  stdio: 'inherit',
})
if (status !== 0) throw new Error('the run did not end well')

const { files } = v.parse(FILES, JSON.parse(readFileSync(REPORT, 'utf8')))
const found = Object.entries(files)
for (const room of values.room) report(room)

function report(room: string): void {
  const mutants = found
    .filter(([path]) => path.startsWith(`src/core/${room}/`))
    .flatMap(([path, file]) => file.mutants.map((mutant) => ({ path, mutant })))
  const of = (...statuses: readonly string[]): number =>
    mutants.filter(({ mutant }) => statuses.includes(mutant.status)).length
  const [killed, timeouts, survived] = [of('Killed'), of('Timeout'), of('Survived', 'NoCoverage')]
  const score = (100 * (killed + timeouts)) / (killed + timeouts + survived)
  if (!(score >= LEAST)) process.exitCode = 1
  process.stdout.write(
    `${room.padEnd(12)} ${String(mutants.length).padStart(5)} mutants  ${String(killed).padStart(5)} killed  ` +
      `${String(timeouts).padStart(3)} timed out  ${String(survived).padStart(4)} survived  ${score.toFixed(1)} %\n`,
  )
  if (values.survivors) for (const { path, mutant } of mutants) tell(path, mutant)
}

function tell(path: string, { status: outcome, location, mutatorName, replacement }: Mutant): void {
  if (outcome !== 'Survived' && outcome !== 'NoCoverage') return
  const { line, column } = location.start
  const text = (replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 90)
  process.stdout.write(`  ${path}:${String(line)}:${String(column)} ${mutatorName}: ${text}\n`)
}
