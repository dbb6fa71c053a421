import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PolicySource } from '../../core/policy/policy-source.ts'
import { FileFailure } from './file-problem.ts'
import { readText } from './read-text.ts'

/** Packs whose rules guard the gate itself. */
const LOCKED = ['gate', 'files']

/**
 * The policies that ship with Drawbridge: a pack by its name, `locked` for those that guard the gate itself, `all` for
 * every pack. Undefined when there is none of that name. Throws when the installation is broken.
 */
export function builtinPolicy(name: string): readonly PolicySource[] | undefined {
  const names = builtinNames()
  if (name === 'locked') return LOCKED.map(readPack)
  if (name === 'all') return names.map(readPack)
  return names.includes(name) ? [readPack(name)] : undefined
}

/** The names of the packs, sorted. */
export function builtinNames(): readonly string[] {
  return readdirSync(policiesFolder())
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted()
}

function readPack(name: string): PolicySource {
  const read = readText(fileURLToPath(new URL(`${name}.yaml`, policiesFolder())))
  if (!read.ok) throw new FileFailure(read.error)
  return { path: `builtin:${name}`, text: read.value, builtin: true }
}

/** Beside `dist` for the built files; at the root of the project for the sources. */
function policiesFolder(): URL {
  const isSource = import.meta.url.endsWith('/src/adapters/files/builtin-policies.ts')
  return new URL(isSource ? '../../../policies/' : '../policies/', import.meta.url)
}
