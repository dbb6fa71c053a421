import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { type Budget, spend } from './budget.ts'

/** What a variable of an expression can hold. */
export type CelBinding =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly CelBinding[]
  | ReadonlyMap<string, CelBinding>

/** Under which the keys of a map give the object that they are of. */
const SOURCE = Symbol.for('drawbridge.json')

/** A JSON value as expressions see it; objects are converted member by member, when they are read. */
export function toCel(value: Json, budget: Budget): CelBinding {
  if (isJsonList(value)) {
    spend(budget, value.length)
    return value.map((item) => toCel(item, budget))
  }
  return isJsonObject(value) ? new LazyMap(value, budget) : value
}

/**
 * The object that a map of {@link toCel} is over, found through the map's keys; undefined for any other map. The library
 * wraps every map, and its keys are what it hands on as they are.
 */
export function sourceOf(keys: object): JsonObject | undefined {
  return hasSource(keys) ? keys[SOURCE] : undefined
}

function hasSource(keys: object): keys is { readonly [SOURCE]: JsonObject } {
  return SOURCE in keys
}

/** A map over a JSON object. A subclass, because the evaluator takes nothing but a real Map. */
class LazyMap extends Map<string, CelBinding> {
  readonly #object: JsonObject
  readonly #budget: Budget

  constructor(object: JsonObject, budget: Budget) {
    super()
    this.#object = object
    this.#budget = budget
  }

  override get size(): number {
    return Object.keys(this.#object).length
  }

  override has(key: unknown): boolean {
    return typeof key === 'string' && Object.hasOwn(this.#object, key)
  }

  override get(key: unknown): CelBinding | undefined {
    spend(this.#budget, 1)
    if (typeof key !== 'string' || !Object.hasOwn(this.#object, key)) return undefined
    const value = this.#object[key]
    return value === undefined ? undefined : toCel(value, this.#budget)
  }

  override keys(): MapIterator<string> {
    const keys = Object.keys(this.#object)
    spend(this.#budget, keys.length)
    return Object.assign(keys.values(), { [SOURCE]: this.#object })
  }

  override values(): MapIterator<CelBinding> {
    return this.#converted().values()
  }

  override entries(): MapIterator<[string, CelBinding]> {
    return this.#converted().entries()
  }

  override [Symbol.iterator](): MapIterator<[string, CelBinding]> {
    return this.entries()
  }

  override forEach(visit: (value: CelBinding, key: string, map: Map<string, CelBinding>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }

  #converted(): Map<string, CelBinding> {
    const keys = Object.keys(this.#object)
    spend(this.#budget, keys.length)
    return new Map(keys.map((key) => [key, toCel(this.#object[key] ?? null, this.#budget)]))
  }
}
