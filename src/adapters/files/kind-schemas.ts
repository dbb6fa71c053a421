import { readdirSync, readFileSync } from 'node:fs'

import { knownFields } from '../../core/decision/known-fields.ts'
import type { KnownFields } from '../../core/policy/known-fields.ts'
import type { KindSchemas } from '../../core/schema/kind-schemas.ts'
import type { SchemaFile } from '../../core/schema/schema.ts'

/**
 * The schemas that ship with Drawbridge. A group's file is read when one of its kinds is first asked for; a group
 * without a file is one of which nothing is known. Throws when a file cannot be read for another reason.
 */
export const builtinSchemas: KindSchemas = ({ group, version, kind }) => {
  const file = fileOf(group)
  if (!file) return undefined
  const name = memberOf(file.kinds, `${version}/${kind}`)
  const root = name === undefined ? undefined : memberOf(file.definitions, name)
  return root && { root, definitions: file.definitions }
}

/** The fields of all kinds whose schemas ship with Drawbridge. */
export const builtinFields: KnownFields = knownFields({ groups: groupsWithFile, fileOf })

function fileOf(group: string): SchemaFile | undefined {
  const known = files.get(group)
  const file = known === undefined ? readSchemas(group) : known
  if (known === undefined) files.set(group, file)
  return file ?? undefined
}

function groupsWithFile(): readonly string[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  return names.map((name) => name.slice(0, -'.json'.length)).map((name) => (name === CORE ? '' : name))
}

const files = new Map<string, SchemaFile | null>()

/** From source and built, the schemas are those in `dist/`. */
const IS_SOURCE = import.meta.url.endsWith('/src/adapters/files/kind-schemas.ts')
const FOLDER = new URL(IS_SOURCE ? '../../../dist/kinds/' : './kinds/', import.meta.url)

const CORE = 'core'

function readSchemas(group: string): SchemaFile | null {
  // A group is a DNS name; anything else could be a path. The core group has no name, its file has.
  if (group === CORE || !/^[a-z0-9-]*(?:\.[a-z0-9-]+)*$/.test(group)) return null
  try {
    const file: SchemaFile = JSON.parse(readFileSync(new URL(`${group || CORE}.json`, FOLDER), 'utf8'))
    return file
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function memberOf<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
