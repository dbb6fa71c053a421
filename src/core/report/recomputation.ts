import { canonicalJson, isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { type JsonPointer, pointerTo, valueAt } from '../model/json-pointer.ts'
import { plain } from './untrusted.ts'

/** What a decision stands on. */
const PARTS = ['policy', 'facts', 'changes'] as const

/** Something in which a recorded decision and the one that is made now are not the same. Undefined: not there. */
export interface Difference {
  /** A part that it stands on; or `decision`: all parts are the same, and the answer is not. */
  readonly part: (typeof PARTS)[number] | 'decision'
  readonly pointer: JsonPointer
  readonly recorded: Json | undefined
  readonly now: Json | undefined
}

const MOST = 10

/**
 * In what two `Decision` documents differ: in the parts that they stand on by their digests, else in what was made of the same parts, of
 * which the first few places. None: they say the same.
 */
export function differencesOf(recorded: JsonObject, now: JsonObject): readonly Difference[] {
  const parts = PARTS.flatMap((part): readonly Difference[] => {
    const pointer = `/digests/${part}`
    const [before, after] = [valueAt(recorded, pointer), valueAt(now, pointer)]
    return before === after ? [] : [{ part, pointer, recorded: before, now: after }]
  })
  if (parts.length > 0) return parts
  return placesOf(recorded, now, '')
    .slice(0, MOST)
    .map((pointer) => ({
      part: 'decision',
      pointer,
      recorded: valueAt(recorded, pointer),
      now: valueAt(now, pointer),
    }))
}

/** The differences for people: what is not the same, and what that means. */
export function recomputationText(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'same: the recorded decision comes out again.\n'
  return differences.map((difference) => `${sentence(difference)}\n`).join('')
}

/** The differences as a document. */
export function recomputationJson(differences: readonly Difference[]): JsonObject {
  return {
    kind: 'Recomputation',
    same: differences.length === 0,
    differences: differences.map(({ part, pointer, recorded, now }) => ({
      part,
      pointer,
      ...(recorded === undefined ? {} : { recorded }),
      ...(now === undefined ? {} : { now }),
    })),
  }
}

const MEANING: Readonly<Record<(typeof PARTS)[number], string>> = {
  policy: 'it was decided by another policy or another CODEOWNERS',
  facts: 'it was decided on other facts about the pull request',
  changes: 'it was decided on another comparison: other commits, or another base',
}

function sentence({ part, pointer, recorded, now }: Difference): string {
  const values = `recorded ${shown(recorded)}, now ${shown(now)}`
  return part === 'decision'
    ? `differs at ${plain(pointer)}: the same was decided on, and the answer is another (${values}).`
    : `differs in the ${part}: ${MEANING[part]} (${values}).`
}

const LONGEST = 80

function shown(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : canonicalJson(value)
  return plain(text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text)
}

/** Where two values differ, as deep as they have the same shape; in the order of the keys. */
function placesOf(a: Json | undefined, b: Json | undefined, pointer: JsonPointer): readonly JsonPointer[] {
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted()
    return keys.flatMap((key) => placesOf(a[key], b[key], pointerTo(pointer, key)))
  }
  if (isJsonList(a) && isJsonList(b) && a.length === b.length)
    return a.flatMap((item, at) => placesOf(item, b[at], pointerTo(pointer, at)))
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b) ? [] : [pointer]
}
