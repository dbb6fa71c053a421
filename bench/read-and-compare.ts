import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeJson, writeManifests, writeStream } from './manifests/write-manifests.ts'
import { checkBound } from './processes/bounds.ts'
import { inProcess, installDyff, wholeProcess } from './processes/contenders.ts'
import { wholeNumber } from './processes/numbers.ts'
import { type Contender, Rounds } from './processes/run-rounds.ts'

/**
 * How long reading and comparing many objects takes and how much memory, side by side in one run: reading beside js-yaml
 * and JSON.parse on the same objects, comparing beside dyff, which is left out where it cannot be built. Each figure is
 * of a process of its own; the ones to quote are the medians of the ratios. The objects are made up, the same each time.
 *
 *     node bench/read-and-compare.ts [--objects NUMBER] [--changed NUMBER] [--rounds NUMBER] [--timeout SECONDS]
 */
const MOST_JS_YAMLS = 3
const MOST_MEGABYTES = 700

const { values } = parseArgs({
  options: {
    objects: { type: 'string', default: '10000' },
    changed: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '5' },
    timeout: { type: 'string', default: '120' },
  },
})
const objects = wholeNumber('--objects', values.objects)
const changed = wholeNumber('--changed', values.changed)
const count = wholeNumber('--rounds', values.rounds)
const timeout = wholeNumber('--timeout', values.timeout) * 1000

const JSON_PARSE = 'JSON.parse'
const JS_YAML = 'js-yaml loadAll'
const READ = 'readManifestFile'
const DIFFERING = `compareFiles, ${String(changed)} changed, differing files`
const SOME = `compareFiles, ${String(changed)} changed, all files`
const ALL = 'compareFiles, all changed'
const CLI_SOME = `drawbridge diff, ${String(changed)} changed`
const CLI_ALL = 'drawbridge diff, all changed'
const DYFF_SAME = 'dyff between, nothing changed'
const DYFF_SOME = `dyff between, ${String(changed)} changed`
const DYFF_ALL = 'dyff between, all changed'

/** Whom each is compared with. */
const PEERS: readonly (readonly [name: string, ...peers: readonly string[]])[] = [
  [JSON_PARSE],
  [JS_YAML],
  [READ, JS_YAML, JSON_PARSE],
  [DIFFERING],
  [SOME, JS_YAML],
  [ALL, JS_YAML],
  [DYFF_SAME],
  [DYFF_SOME],
  [DYFF_ALL],
  [CLI_SOME, DYFF_SOME],
  [CLI_ALL, DYFF_ALL, DYFF_SAME],
]

const folder = mkdtempSync(join(tmpdir(), 'drawbridge-bench-'))
try {
  const contenders = prepare(folder)
  const rounds = new Rounds()
  // The first round warms the caches of the file system and is not counted.
  for (let round = 0; round <= count; round += 1) await rounds.run(contenders, round > 0)
  report(rounds)
} finally {
  rmSync(folder, { recursive: true })
}

/** Makes the objects, and says what is done with them. */
function prepare(directory: string): readonly Contender[] {
  const [base, some, all, json] = ['base', 'some', 'all', 'json'].map((name) => join(directory, name))
  if (base === undefined || some === undefined || all === undefined || json === undefined) return []
  writeManifests(base, objects, 0)
  writeManifests(some, objects, changed)
  writeManifests(all, objects, objects)
  writeJson(json, objects, 0)
  return [
    inProcess(JSON_PARSE, ['json', json]),
    inProcess(JS_YAML, ['js-yaml', base]),
    inProcess(READ, ['read', base]),
    inProcess(DIFFERING, ['compare-differing', base, some]),
    inProcess(SOME, ['compare', base, some]),
    inProcess(ALL, ['compare', base, all]),
    ...prepareDyff(directory),
    wholeProcess(CLI_SOME, process.execPath, ['dist/cli.js', 'diff', base, some], timeout),
    wholeProcess(CLI_ALL, process.execPath, ['dist/cli.js', 'diff', base, all], timeout),
  ]
}

/** dyff takes two files. */
function prepareDyff(directory: string): readonly Contender[] {
  const dyff = installDyff(join(directory, 'bin'))
  if (dyff === null) return []
  const between = (name: string, number: number): Contender => {
    const head = join(directory, `${String(number)}.yaml`)
    writeStream(head, objects, number)
    return wholeProcess(name, dyff, ['between', join(directory, '0.yaml'), head], timeout)
  }
  return [between(DYFF_SAME, 0), between(DYFF_SOME, changed), between(DYFF_ALL, objects)]
}

function report(rounds: Rounds): void {
  process.stdout.write(`Node ${process.version}, ${String(objects)} objects, ${String(count)} rounds.\n`)
  for (const [name, ...peers] of PEERS) {
    if (rounds.isLate(name)) process.stdout.write(`${name}: more than ${values.timeout} s\n`)
    if (!rounds.has(name)) continue
    const ratios = peers
      .filter((peer) => rounds.has(peer))
      .map((peer) => `, ${ratioText(rounds, name, peer)} times ${peer}`)
    process.stdout.write(
      `${name}: ${rounds.milliseconds(name).toFixed(0)} ms, ${rounds.megabytes(name).toFixed(0)} MB${ratios.join('')}\n`,
    )
  }
  checkBound(`${READ} beside ${JS_YAML}`, rounds.ratio(READ, JS_YAML), MOST_JS_YAMLS, ' times')
  for (const name of [READ, ALL, CLI_ALL])
    checkBound(`memory of ${name}`, rounds.megabytes(name), MOST_MEGABYTES, ' MB')
}

function ratioText(rounds: Rounds, name: string, peer: string): string {
  const processor = rounds.ratio(name, peer, 'processor')
  const inProcessor = Number.isNaN(processor) ? '' : ` (${processor.toFixed(2)} in processor time)`
  return `${rounds.ratio(name, peer).toFixed(2)}${inProcessor}`
}
