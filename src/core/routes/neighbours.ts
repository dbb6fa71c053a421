import { effectiveRef, storedGroup } from '../diff/identity.ts'
import type { PlacedManifest } from '../diff/placed-manifest.ts'
import { canonicalJson, type JsonObject } from '../model/json.ts'
import { groupKind, type ObjectRef } from '../model/object-ref.ts'

/** Another object that goes to the same environment and cluster. */
export interface Neighbour {
  readonly object: ObjectRef
  readonly value: JsonObject
}

/**
 * What was found under a name. `whole`: all of it; `partial`: pieces that another tool completes are among it, so
 * there may be more than is seen; `gone`: it is not there, while the other side of the comparison has it, so this
 * side has none; `unknown`: it may be anywhere.
 */
export interface Found {
  readonly state: 'whole' | 'partial' | 'gone' | 'unknown'
  readonly objects: readonly Neighbour[]
}

/** Whether more may be under that name than was found. */
export function mayBeMore({ state }: Pick<Found, 'state'>): boolean {
  return state === 'unknown' || state === 'partial'
}

/** The objects around one, by kind (`gateway.networking.k8s.io/Gateway`) and name, in an order of their own. */
export interface Neighbours {
  find(kind: string, namespace: string | null, name: string): Found
  all(kind: string): readonly Neighbour[]
  /** Those of a kind that name this text. Always the same function for the same names: what it finds is kept. */
  referring(kind: string, text: string, textsOf: NamesOf): readonly Neighbour[]
}

/** The texts by which an object names others. */
export type NamesOf = (neighbour: Neighbour) => readonly string[]

/** Makes the neighbours of any of these objects known. The others are those of the other side of a comparison. */
export function neighboursOf(
  manifests: readonly PlacedManifest[],
  others: readonly PlacedManifest[],
): (placed: PlacedManifest) => Neighbours {
  const [here, there] = [lazily(() => index(manifests)), lazily(() => index(others))]
  const known = new Map<string, readonly Neighbour[]>()
  const neighboursAt = (key: string): readonly Neighbour[] => {
    const neighbours = known.get(key) ?? (here().get(key) ?? []).map(neighbourOf).toSorted(compareNeighbours)
    known.set(key, neighbours)
    return neighbours
  }
  const references = new References(neighboursAt)
  return (placed) => {
    const place = placeOf(placed)
    return {
      find: (kind, namespace, name) => {
        const key = nameKey(place, kind, namespace, name)
        const found = here().get(key) ?? []
        const objects = neighboursAt(key)
        if (found.length === 0) return { state: there().has(key) ? 'gone' : 'unknown', objects }
        const whole = found.every(({ manifest }) => manifest.role === 'manifest')
        return { state: whole ? 'whole' : 'partial', objects }
      },
      all: (kind) => neighboursAt(kindKey(place, kind)),
      referring: (kind, text, textsOf) => references.find(kindKey(place, kind), text, textsOf),
    }
  }
}

/** Who names whom: read once, not once for each object that is named. */
class References {
  readonly #neighboursAt: (key: string) => readonly Neighbour[]
  readonly #known = new Map<NamesOf, Map<string, ReadonlyMap<string, readonly Neighbour[]>>>()

  constructor(neighboursAt: (key: string) => readonly Neighbour[]) {
    this.#neighboursAt = neighboursAt
  }

  find(key: string, text: string, textsOf: NamesOf): readonly Neighbour[] {
    const byKey = this.#known.get(textsOf) ?? new Map<string, ReadonlyMap<string, readonly Neighbour[]>>()
    this.#known.set(textsOf, byKey)
    const named = byKey.get(key) ?? namedBy(this.#neighboursAt(key), textsOf)
    byKey.set(key, named)
    return named.get(text) ?? []
  }
}

function namedBy(
  neighbours: readonly Neighbour[],
  textsOf: NamesOf,
): ReadonlyMap<string, readonly Neighbour[]> {
  const named = new Map<string, Neighbour[]>()
  for (const neighbour of neighbours) {
    for (const text of new Set(textsOf(neighbour))) {
      const list = named.get(text)
      if (list) list.push(neighbour)
      else named.set(text, [neighbour])
    }
  }
  return named
}

/** Most objects ask for no neighbour. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

type Index = ReadonlyMap<string, readonly PlacedManifest[]>

/** Every manifest under its kind and under its name. */
function index(manifests: readonly PlacedManifest[]): Index {
  const map = new Map<string, PlacedManifest[]>()
  for (const placed of manifests) {
    const ref = effectiveRef(placed)
    const [place, kind] = [placeOf(placed), kindOf(ref)]
    for (const key of [kindKey(place, kind), nameKey(place, kind, ref.namespace, ref.name)]) {
      const list = map.get(key)
      if (list) list.push(placed)
      else map.set(key, [placed])
    }
  }
  return map
}

/** The kind of an object by the group in which the server stores it. */
export function kindOf(ref: ObjectRef): string {
  return groupKind({ group: storedGroup(ref), kind: ref.kind })
}

function placeOf({ placement }: PlacedManifest): string {
  return JSON.stringify([placement.environment, placement.cluster])
}

function kindKey(place: string, kind: string): string {
  return JSON.stringify([place, kind])
}

function nameKey(place: string, kind: string, namespace: string | null, name: string): string {
  return JSON.stringify([place, kind, namespace, name])
}

function neighbourOf(placed: PlacedManifest): Neighbour {
  return { object: effectiveRef(placed), value: placed.manifest.value }
}

function compareNeighbours(a: Neighbour, b: Neighbour): number {
  const [left, right] = [orderOf(a), orderOf(b)]
  return left === right ? 0 : left < right ? -1 : 1
}

function orderOf({ object, value }: Neighbour): string {
  return JSON.stringify([object.namespace, object.name, object.version, canonicalJson(value)])
}
