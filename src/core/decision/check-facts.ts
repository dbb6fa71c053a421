import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import { type JsonPointer, pointerTo, valueAt } from '../model/json-pointer.ts'
import type { ComparisonMode } from './read-facts.ts'

/** Something about facts that a schema cannot say. */
export interface FactsMistake {
  readonly code: 'facts.missing-key' | 'facts.duplicate'
  readonly pointer: JsonPointer
  readonly onKey: boolean
  readonly text: string
}

/** Finds mistakes between the parts of facts, also where some part has the wrong shape. */
export function checkFacts(value: Json, mode: ComparisonMode, nowIsKnown: boolean): readonly FactsMistake[] {
  return [
    ...missingNow(value, nowIsKnown),
    ...missingHead(value, mode),
    ...duplicateReviews(value),
    ...duplicateTeams(value),
  ]
}

function missingNow(value: Json, nowIsKnown: boolean): readonly FactsMistake[] {
  if (nowIsKnown || !isJsonObject(value) || valueAt(value, '/now') !== undefined) return []
  const text = 'The key "now" is missing: the moment at which to decide, such as "2026-11-22T10:00:00Z".'
  return [{ code: 'facts.missing-key', pointer: '/now', onKey: false, text }]
}

function missingHead(value: Json, mode: ComparisonMode): readonly FactsMistake[] {
  if (mode === 'directories' || !isJsonObject(valueAt(value, '/pullRequest'))) return []
  if ((valueAt(value, '/pullRequest/head/sha') ?? null) !== null) return []
  const text =
    'The key "sha" is missing in pullRequest.head: without it nobody knows which reviews were given on the head.'
  return [{ code: 'facts.missing-key', pointer: '/pullRequest/head/sha', onKey: false, text }]
}

function duplicateReviews(value: Json): readonly FactsMistake[] {
  const reviews = valueAt(value, '/reviews')
  const seen = new Set<bigint>()
  return (isJsonList(reviews) ? reviews : []).flatMap((review, index) => {
    const id = isJsonObject(review) ? review['id'] : undefined
    if (typeof id !== 'bigint' || !seen.has(id)) {
      if (typeof id === 'bigint') seen.add(id)
      return []
    }
    const text = `The review ${String(id)} stands twice; each review has its own id.`
    return [duplicate(pointerTo(pointerTo('/reviews', index), 'id'), false, text)]
  })
}

function duplicateTeams(value: Json): readonly FactsMistake[] {
  const teams = valueAt(value, '/teams')
  const seen = new Set<string>()
  return (isJsonObject(teams) ? Object.keys(teams) : []).flatMap((name) => {
    const known = seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    const text = `The team ${name} stands twice; capitals make no difference in its name.`
    return known ? [duplicate(pointerTo('/teams', name), true, text)] : []
  })
}

function duplicate(pointer: JsonPointer, onKey: boolean, text: string): FactsMistake {
  return { code: 'facts.duplicate', pointer, onKey, text }
}
