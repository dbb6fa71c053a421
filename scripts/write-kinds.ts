import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

import type { Schema } from '../src/core/schema/schema.ts'
import { modelPackages, type ModelPackage } from './kinds/model-packages.ts'
import { readValidator } from './kinds/read-validator.ts'
import { schemaFiles } from './kinds/schema-files.ts'

/** Writes the schemas of the kinds, read from the validators of the model packages, and those packages' licences. */
const packages = modelPackages('.')
rmSync('dist/kinds', { recursive: true, force: true })
mkdirSync('dist/kinds')
for (const [group, { kinds, definitions }] of schemaFiles(definitionsOf(packages))) {
  const content = `{\n"kinds":${entries(kinds)},\n"definitions":${entries(definitions)}\n}\n`
  writeFileSync(`dist/kinds/${group === '' ? 'core' : group}.json`, content)
}
writeFileSync('dist/kinds.licenses.txt', packages.map(licenseOf).join('---\n\n'))

function definitionsOf(all: readonly ModelPackage[]): ReadonlyMap<string, Schema> {
  const definitions = new Map<string, Schema>()
  for (const { name, validators } of all) {
    for (const [module, source] of validators) {
      if (definitions.has(module)) throw new Error(`${module} stands in two packages.`)
      try {
        definitions.set(
          module,
          readValidator(source, module, (path) => basename(path, '.js')),
        )
      } catch (cause) {
        throw new Error(`The validator ${module} of ${name} cannot be read.`, { cause })
      }
    }
  }
  return definitions
}

/** An object as JSON: one line for each entry, keys sorted at every depth. */
function entries(object: object): string {
  const lines = Object.entries(sorted(object)).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  )
  return `{\n${lines.join(',\n')}\n}`
}

function sorted(value: object): object {
  if (Array.isArray(value)) return value.map((item: unknown) => sortedPart(item))
  const pairs = Object.entries(value).map(([key, inner]) => [key, sortedPart(inner)] as const)
  return Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function sortedPart(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? sorted(value) : value
}

function licenseOf({ name, version, license }: ModelPackage): string {
  return `Name: ${name}\nVersion: ${version}\nLicense: MIT\nLicense Text:\n===\n\n${license}\n\n`
}
