import { canonicalJson, isJsonList, isJsonObject, type Json, type JsonObject } from '../../../model/json.ts'
import type { FieldFact } from '../shape.ts'
import { keyedInOrder, type ListKey, UNORDERED } from './list-rule.ts'

/** A fact about a field that a definition states. */
export interface DefinedFact {
  /** The way to the field, `[]` standing for every entry of a list and `*` for every key of a map. */
  readonly steps: readonly string[]
  readonly fact: FieldFact
  /** Equal exactly when two definitions state the same about the same field. */
  readonly text: string
}

/**
 * What a CustomResourceDefinition states about one version of its kind: lists with a key, sets, defaults, quantities, and
 * whether the status is the server's.
 * Of a definition of another form, or without the version, nothing.
 */
export function definitionFacts(definition: JsonObject, version: string): readonly DefinedFact[] {
  if (definition['apiVersion'] !== 'apiextensions.k8s.io/v1') return []
  const versions = memberOf(definition['spec'], 'versions')
  const [defined, ...others] = isJsonList(versions)
    ? versions.filter((one) => memberOf(one, 'name') === version)
    : []
  if (defined === undefined || others.length > 0) return []
  const schema = memberOf(memberOf(defined, 'schema'), 'openAPIV3Schema')
  const facts = isJsonObject(schema) ? [...factsBelow(schema, [])] : []
  return isJsonObject(memberOf(memberOf(defined, 'subresources'), 'status')) ? [...facts, OWN_STATUS] : facts
}

/** Where the status is a resource of its own, the server takes none from a manifest. */
const OWN_STATUS: DefinedFact = { steps: ['status'], fact: { ignored: true }, text: 'status' }

function* factsBelow(schema: JsonObject, steps: readonly string[]): Iterable<DefinedFact> {
  yield* factsHere(schema, steps)
  const { properties, items, additionalProperties } = schema
  if (isJsonObject(items)) yield* factsBelow(items, [...steps, '[]'])
  if (isJsonObject(additionalProperties)) yield* factsBelow(additionalProperties, [...steps, '*'])
  if (!isJsonObject(properties)) return
  for (const [key, below] of Object.entries(properties)) {
    // Metadata is that of every object, and a key that looks like a step would be taken for one.
    if (key === '[]' || key === '*' || (steps.length === 0 && NOT_DEFINED_HERE.has(key))) continue
    if (isJsonObject(below)) yield* factsBelow(below, [...steps, key])
  }
}

const NOT_DEFINED_HERE: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

function* factsHere(schema: JsonObject, steps: readonly string[]): Iterable<DefinedFact> {
  const state = (word: string, value: Json, fact: FieldFact): DefinedFact => ({
    steps,
    fact,
    text: canonicalJson([[...steps], word, value]),
  })
  const fallback = schema['default'] ?? null
  // An entry of a list or of a map that is not there gets none.
  const isMember = steps.at(-1) !== '[]' && steps.at(-1) !== '*'
  if (fallback !== null && isMember) yield state('default', fallback, { fallback })
  if (isQuantity(schema)) yield state('quantity', true, { reading: 'quantity' })
  if (schema['x-kubernetes-list-type'] === 'set') yield state('set', true, { list: UNORDERED })
  const keys = schema['x-kubernetes-list-type'] === 'map' ? keysOf(schema) : undefined
  // Merging keeps the order of a list of this type, and controllers may go by it.
  if (keys)
    yield state(
      'keys',
      keys.map(([key, absent]) => [key, absent ?? null]),
      { list: keyedInOrder(keys) },
    )
}

/** The keys of a list of the type `map`, each with the default that stands for an absent one. */
function keysOf(schema: JsonObject): readonly ListKey[] | undefined {
  const keys = schema['x-kubernetes-list-map-keys']
  if (!isJsonList(keys) || keys.length === 0) return undefined
  const properties = memberOf(schema['items'], 'properties')
  const named = keys.map((key): ListKey => {
    const name = typeof key === 'string' && !key.includes('.') ? key : ''
    return [name, memberOf(memberOf(properties, name), 'default')]
  })
  return named.some(([name]) => name === '') ? undefined : named
}

/** A number or text of the form that the type Quantity of Kubernetes has, and no other. */
function isQuantity(schema: JsonObject): boolean {
  return schema['x-kubernetes-int-or-string'] === true && schema['pattern'] === QUANTITY
}

const QUANTITY = String.raw`^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$`

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) ? value[key] : undefined
}
