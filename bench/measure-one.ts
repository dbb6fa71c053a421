import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { builtinNames, builtinPolicy, packFile } from '../src/adapters/files/builtin-policies.ts'
import { builtinSchemas } from '../src/adapters/files/kind-schemas.ts'
import { compareFiles } from '../src/core/decision/compare.ts'
import { readManifestFile } from '../src/core/manifests/read-manifest-file.ts'
import type { ChangedFile, FileVersion } from '../src/core/model/changed-file.ts'
import type { ChangeSet } from '../src/core/model/change.ts'
import { instantFromMilliseconds } from '../src/core/model/instant.ts'
import { findRisks } from '../src/core/policy/judge/find-risks.ts'
import { loadPolicy } from '../src/core/policy/load-policy.ts'
import { makePack } from '../src/core/policy/make-pack.ts'
import type { PolicyPack } from '../src/core/policy/policy-source.ts'

/**
 * One measurement in this process, printed as JSON: `read`, `js-yaml` and `json` read the files of one directory; `compare`
 * compares all files of two, `compare-differing` those that differ, as a pull request gives them; `judge` compares them
 * first, and is measured while it loads every pack and asks its rules about what changed. With two more directories
 * the same is done to these first, so that the program is warm. The benchmarks call it; by hand it is good for a profile:
 *
 *     node --cpu-prof bench/measure-one.ts compare BASE HEAD
 */
const [what = '', base = '', head = '', warmBase = '', warmHead = ''] = process.argv.slice(2)
if (warmBase !== '') preparedWork(warmBase, warmHead)()
const work = preparedWork(base, head)
const [start, used] = [performance.now(), process.cpuUsage()]
const result = work()
const [milliseconds, { user, system }] = [performance.now() - start, process.cpuUsage(used)]
// The result is still held here, as it is when it is used.
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(
  JSON.stringify({
    milliseconds,
    processor: (user + system) / 1000,
    megabytes,
    size: sizeOf(result),
  }),
)

/** The work, with its files in memory already. */
function preparedWork(old: string, now: string): () => unknown {
  const files = filesOf(old)
  if (what === 'read') return () => files.map(({ path, bytes }) => readAsManifests(path, bytes))
  if (what === 'js-yaml') return () => files.map(({ bytes }) => loadAll(bytes.toString()))
  if (what === 'json') return () => files.map(({ bytes }) => JSON.parse(bytes.toString()) as unknown)
  const policy = loadPolicy(builtinPolicy('recommended') ?? [], builtinPolicy)
  if (!policy.ok) throw new Error('the built-in policy has mistakes')
  const pairs = pairFiles(files, filesOf(now))
  const given = what === 'compare' ? pairs : pairs.filter((file) => !isSame(file))
  const compare = (): ChangeSet => compareFiles(given, policy.value, { schemaOf: builtinSchemas })
  return what === 'judge' ? preparedJudging(compare()) : compare
}

/** Reading the packs' YAML is not measured: they are read when Drawbridge is built. */
function preparedJudging(changes: ChangeSet): () => unknown {
  const packs = new Map(builtinNames().map((name) => [name, makePack(packFile(name))]))
  const builtin = (name: string): readonly PolicyPack[] =>
    [...packs].flatMap(([pack, made]) =>
      made.ok && (pack === name || (name === 'all' && pack !== 'recommended')) ? [made.value] : [],
    )
  const now = instantFromMilliseconds(0)
  return () => {
    const policy = loadPolicy(builtin('all'), builtin)
    if (!policy.ok || now === undefined) throw new Error('the packs cannot be loaded')
    return findRisks(policy.value, changes, null, now)
  }
}

interface ReadFile {
  readonly path: string
  readonly bytes: Buffer
}

function filesOf(directory: string): readonly ReadFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:yaml|json)$/.test(path))
    .toSorted()
    .map((path) => ({ path, bytes: readFileSync(join(directory, path)) }))
}

function readAsManifests(path: string, bytes: Uint8Array): unknown {
  const read = readManifestFile(path, bytes)
  if (read.kind !== 'objects') throw new Error(`${path} was not read: ${JSON.stringify(read.issues)}`)
  return read
}

function pairFiles(before: readonly ReadFile[], after: readonly ReadFile[]): readonly ChangedFile[] {
  const old = new Map(before.map((file) => [file.path, versionOf(file)]))
  return after.map((file) => ({
    path: file.path,
    base: old.get(file.path) ?? null,
    head: versionOf(file),
  }))
}

function versionOf({ path, bytes }: ReadFile): FileVersion & { readonly kind: 'file' } {
  return { kind: 'file', id: path, bytes }
}

function isSame({ base: old, head: now }: ChangedFile): boolean {
  return old?.kind === 'file' && now?.kind === 'file' && Buffer.compare(old.bytes, now.bytes) === 0
}

function sizeOf(held: unknown): number {
  return Array.isArray(held) ? held.length : 1
}
