import type { Change } from '../../model/change.ts'
import { canonicalJson, isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import { type JsonPointer, pointerTo } from '../../model/json-pointer.ts'
import type { ChangePath, PathMacro, PathStep } from '../patterns/parse-change-path.ts'
import { CONTAINER_LISTS, podPath } from '../patterns/pod-path.ts'
import { pairElements } from './pair-elements.ts'

/** One side of a place. */
export interface Side {
  /** What is written there; undefined for nothing and for null. */
  readonly value: Json | undefined
  /** Whether the object, and every list element on the way, is there: only then does absence have a meaning. */
  readonly scope: boolean
  /** Where it is, or its nearest parent that is. */
  readonly pointer: JsonPointer
}

/** A value of an object before and after. */
export interface Place {
  readonly old: Side
  readonly new: Side
  /** The last keys of the path, from the top; list elements do not count. */
  readonly keys: readonly string[]
}

/** Finds every place of a change that a path leads to, on either side, list elements paired. */
export type PlaceFinder = (path: ChangePath) => readonly Place[]

/**
 * Finds places where something may have happened: those with nothing on either side, or in equal list elements, are
 * left out. What paths have in common is walked once.
 */
export function createPlaceFinder(change: Change): PlaceFinder {
  const start: Place = { old: sideOf(change.oldObject), new: sideOf(change.object), keys: [] }
  const walked = new Map<string, readonly Place[]>()
  return (path) => {
    let places: readonly Place[] = [start]
    for (const [index, step] of path.steps.entries()) {
      if (places.length === 0) return places
      const prefix = path.prefixes[index] ?? path.text
      const found = walked.get(prefix) ?? places.flatMap(stepOf(step, change.ref.kind)).filter(isPossible)
      walked.set(prefix, found)
      places = found
    }
    return places
  }
}

/** Where nothing is on either side, and nobody added or took away what it would be in, nothing has happened. */
function isPossible(place: Place): boolean {
  return place.old.value !== undefined || place.new.value !== undefined || place.old.scope !== place.new.scope
}

function stepOf(step: PathStep, kind: string): (place: Place) => readonly Place[] {
  if (step.kind !== 'macro') return walk(step)
  return (place) =>
    expand(step.name, kind).flatMap((way) =>
      way.reduce<readonly Place[]>((places, next) => places.flatMap(walk(next)), [place]),
    )
}

function sideOf(object: Json | null): Side {
  return { value: object ?? undefined, scope: object !== null, pointer: '' }
}

function expand(macro: PathMacro, kind: string): readonly (readonly PathStep[])[] {
  const pod = podPath(kind).map(key)
  const template = pod.slice(0, -1)
  switch (macro) {
    case '$pod':
      return [pod]
    case '$podtemplate':
      return [template]
    case '$podmeta':
      return [[...template, key('metadata')]]
    case '$containers':
      return CONTAINER_LISTS.map((list) => [...pod, key(list), { kind: 'each' }])
    default:
      return macro satisfies never
  }
}

function key(name: string): PathStep {
  return { kind: 'key', key: name }
}

function walk(step: PathStep): (place: Place) => readonly Place[] {
  switch (step.kind) {
    case 'key':
      return (place) => (isReached(place, step.key) ? [at(place, step.key)] : [])
    case 'prefix':
      return (place) => keysWith(place, step.prefix).map((name) => at(place, name))
    case 'each':
      return elements
    case 'deep':
      return withinUnequal
    case 'macro':
      return (place) => [place]
    default:
      return step satisfies never
  }
}

/** Whether {@link isPossible} will keep what is at a key: asked first where many places have no such key. */
function isReached({ old, new: now }: Place, name: string): boolean {
  return old.scope !== now.scope || valueOf(old, name) !== undefined || valueOf(now, name) !== undefined
}

function at(place: Place, name: string): Place {
  return { old: member(place.old, name), new: member(place.new, name), keys: [...place.keys, name] }
}

function member(side: Side, name: string): Side {
  return { value: valueOf(side, name), scope: side.scope, pointer: pointerTo(side.pointer, name) }
}

function valueOf({ value }: Side, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined
}

function keysWith(place: Place, prefix: string): readonly string[] {
  const keys = [place.old.value, place.new.value].flatMap((value) =>
    isJsonObject(value) ? Object.keys(value) : [],
  )
  return [...new Set(keys)].filter((name) => name.startsWith(prefix)).toSorted()
}

function elements(place: Place): readonly Place[] {
  const old = listOf(place.old.value)
  const now = listOf(place.new.value)
  return pairElements(place.keys.at(-1) ?? '', old, now).map((pair) => ({
    old: element(place.old, old, pair.old),
    new: element(place.new, now, pair.new),
    keys: place.keys,
  }))
}

/** A place and those below it, without what is equal on both sides: nothing happened in there. */
function withinUnequal(place: Place): readonly Place[] {
  const found: Place[] = []
  collectUnequal(place, found)
  return found
}

/** Every value is compared once, whatever it is in: a schema may be large and deep. */
function collectUnequal(place: Place, found: Place[]): void {
  const [old, now] = [place.old.value, place.new.value]
  const before = found.push(place)
  const isList = [old, now].some(isJsonList)
  const below = isList ? elements(place) : keysWith(place, '').map((name) => at(place, name))
  for (const inner of below.filter(isPossible)) collectUnequal(inner, found)
  const areMaps = isJsonObject(old) && isJsonObject(now)
  if (found.length === before && (areMaps || isEqual(old, now))) found.pop()
}

function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)
}

/** One value where a list belongs counts as a list of one: better looked at than passed over. */
function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return []
  return isJsonList(value) ? value : [value]
}

function element(list: Side, values: readonly Json[], index: number | null): Side {
  if (index === null) return { value: undefined, scope: false, pointer: list.pointer }
  const pointer = isJsonList(list.value) ? pointerTo(list.pointer, index) : list.pointer
  return { value: values[index] ?? undefined, scope: true, pointer }
}
