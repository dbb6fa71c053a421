import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BuiltinPolicies } from '../../core/policy/language/find-pack.ts'
import type { PolicyFile, PolicyPack, PolicySource } from '../../core/policy/policy-source.ts'
import { FileFailure } from './file-problem.ts'
import { readText } from './read-text.ts'

/** Packs whose rules guard the gate itself. */
const LOCKED = ['gate', 'files']

/** The packs as `dist/packs.json` holds them, by name. */
export type Packs = Readonly<Record<string, PolicyPack>>

/**
 * The policies that ship with Drawbridge: a pack by its name, `locked` for those that guard the gate itself, `all` for
 * every pack as it is, without what `recommended` makes milder. Undefined when there is none of that name. Throws when
 * the installation is broken.
 */
export const builtinPolicy: BuiltinPolicies = Object.assign(findBuiltin, {
  names: () => [...builtinNames(), 'all'].toSorted(),
})

function findBuiltin(name: string): readonly PolicySource[] | undefined {
  return packsNamed(name, builtinNames(), packOf)
}

/** The same for packs that come from elsewhere: these names, each read by `read`. */
export function packsNamed(
  name: string,
  names: readonly string[],
  read: (pack: string) => PolicySource,
): readonly PolicySource[] | undefined {
  if (name === 'locked') return LOCKED.map(read)
  if (name === 'all') return names.filter((pack) => pack !== 'recommended').map(read)
  return names.includes(name) ? [read(name)] : undefined
}

/** The names of the packs, sorted. */
export function builtinNames(): readonly string[] {
  if (!IS_SOURCE) return Object.keys(builtPacks())
  return readdirSync(SOURCES)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted()
}

/** The file that a pack is made from. */
export function packFile(name: string): PolicyFile {
  return { path: `builtin:${name}`, text: contentOf(new URL(`${name}.yaml`, SOURCES)), builtin: true }
}

/** Where the files stand that the packs are made from, with their cases in `tests`; they may not be installed. */
export function packFolder(): string {
  return fileURLToPath(SOURCES)
}

/** The built files have their packs beside them, read and checked already; the sources read the policies themselves. */
const IS_SOURCE = import.meta.url.endsWith('/src/adapters/files/builtin-policies.ts')
const SOURCES = new URL(IS_SOURCE ? '../../../policies/' : '../policies/', import.meta.url)

let built: Packs | undefined

function packOf(name: string): PolicySource {
  const pack = IS_SOURCE ? packFile(name) : builtPacks()[name]
  if (!pack) throw new RangeError(`There is no pack "${name}" in this installation.`)
  return pack
}

function builtPacks(): Packs {
  if (built) return built
  const packs: Packs = JSON.parse(contentOf(new URL('packs.json', import.meta.url)))
  built = packs
  return packs
}

function contentOf(url: URL): string {
  const read = readText(fileURLToPath(url))
  if (!read.ok) throw new FileFailure(read.error)
  return read.value
}
