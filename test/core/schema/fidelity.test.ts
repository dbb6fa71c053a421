import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../src/core/model/json.ts'
import { pointerTo, valueAt } from '../../../src/core/model/json-pointer.ts'
import { checkForm } from '../../../src/core/schema/check-form.ts'
import type { KindSchema, SchemaFile } from '../../../src/core/schema/schema.ts'
import { sampleObject } from './sample-object.ts'

/**
 * The proof that the schemas are what the packages' validators are: for every kind, objects that fit and objects that
 * do not, judged by both, have faults in the same places. What we add (unknown fields) is left out; so is null where theirs
 * say on one line that it may be there and on the next that it is no text.
 */
const PACKAGES = [
  'kubernetes-models',
  ...readdirSync('node_modules/@kubernetes-models').map((name) => `@kubernetes-models/${name}`),
]

interface ValidationError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: { readonly missingProperty?: string }
}

interface Validator {
  (value: unknown): boolean
  readonly errors?: readonly ValidationError[] | null
}

const files = readdirSync('dist/kinds').map((name) => {
  const file: SchemaFile = JSON.parse(readFileSync(`dist/kinds/${name}`, 'utf8'))
  return { name, file }
})

it.each(files)('judges as the packages do: $name', async ({ file }) => {
  for (const name of Object.values(file.kinds)) {
    const root = file.definitions[name]
    if (!root) throw new Error(`There is no definition ${name}.`)
    const kind: KindSchema = { root, definitions: file.definitions }
    const validate = await validatorOf(name)
    const object = fc.gen().map((g) => {
      const draw = (count: number): number => g(fc.nat, { max: Math.max(0, count - 1) })
      const sample = sampleObject(kind, draw)
      return draw(4) === 0 ? sample : mutated(sample, draw)
    })
    fc.assert(
      fc.property(object, (value) => {
        const theirs = theirPlaces(validate, value)
        const ours = ourPlaces(kind, value, theirs.choices)
        const expected = theirs.places.filter(
          (place) => valueAt(value, place) !== null || ours.includes(place),
        )
        expect(ours).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  }
})

async function validatorOf(name: string): Promise<Validator> {
  const file = PACKAGES.map((one) => `node_modules/${one}/_schemas/${name}.js`).find((path) =>
    existsSync(path),
  )
  if (file === undefined) throw new Error(`No package has ${name}.`)
  const { validate } = (await import(pathToFileURL(resolve(file)).href)) as { readonly validate: Validator }
  return validate
}

/** Places of errors; what is wrong inside alternatives counts as the place of the choice. */
function theirPlaces(
  validate: Validator,
  value: JsonObject,
): { readonly places: readonly string[]; readonly choices: readonly string[] } {
  validate(plain(value))
  // A claim inside a StatefulSet need not say that it is one.
  const errors = (validate.errors ?? []).filter(
    ({ instancePath, params: { missingProperty = '' } }) =>
      !/volumeClaimTemplates\/\d+$/.test(instancePath) || !['apiVersion', 'kind'].includes(missingProperty),
  )
  const choices = errors
    .filter(({ keyword }) => ['oneOf', 'anyOf', 'not'].includes(keyword))
    .map(({ instancePath }) => instancePath)
  const places = errors.map(({ instancePath, params: { missingProperty } }) =>
    missingProperty === undefined ? instancePath : pointerTo(instancePath, missingProperty),
  )
  return { places: placesOf(places, choices), choices }
}

function ourPlaces(kind: KindSchema, value: JsonObject, choices: readonly string[]): readonly string[] {
  const { faults } = checkForm(value, kind, { piece: false, nullIsAbsent: false, telling: true })
  const places = faults.filter(({ code }) => code !== 'schema.unknown-field').map(({ pointer }) => pointer)
  return placesOf(places, choices)
}

function placesOf(places: readonly string[], choices: readonly string[]): readonly string[] {
  const told = places.map((place) => choices.find((choice) => place.startsWith(`${choice}/`)) ?? place)
  return [...new Set(told)].toSorted()
}

/** Mutants of every type, and of every size that a limit could ask about. */
const MUTANTS: readonly Json[] = [
  '',
  'x',
  'Not A Name!',
  'y'.repeat(400),
  'é'.repeat(64),
  0n,
  -1n,
  70_000n,
  5_000_000_000n,
  0.5,
  true,
  null,
  [],
  ['x', 0n, {}],
  {},
  { unknown: 'field' },
]

function mutated(object: JsonObject, draw: (count: number) => number): JsonObject {
  const keys = Object.keys(object).filter((key) => !['apiVersion', 'kind', 'status'].includes(key))
  const key = keys[draw(keys.length)]
  if (key === undefined) return object
  if (draw(8) === 0) return Object.fromEntries(Object.entries(object).filter(([one]) => one !== key))
  return { ...object, [key]: mutatedValue(object[key] ?? null, draw) }
}

function mutatedValue(value: Json, draw: (count: number) => number): Json {
  if (isJsonObject(value) && Object.keys(value).length > 0 && draw(5) > 0) return mutated(value, draw)
  if (isJsonList(value) && value.length > 0 && draw(5) > 0) {
    const at = draw(value.length)
    return value.map((item, index) => (index === at ? mutatedValue(item, draw) : item))
  }
  return MUTANTS[draw(MUTANTS.length)] ?? null
}

function plain(value: Json): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (isJsonList(value)) return value.map(plain)
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
  return value
}
