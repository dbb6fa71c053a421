import { type ArrayChange, diffArrays } from 'diff'
import type { LineChange } from '../model/change.ts'
import { isJsonList, isJsonObject, type Json } from '../model/json.ts'

/** More lines than these, taken out and put in, show nobody anything. */
const MOST_LINES = 400

/**
 * The lines in which two texts differ, as a reader of a file inside a ConfigMap looks for them. JSON on one line is
 * laid out first. Undefined when neither has more than one line, or when hardly a line is the same.
 */
export function lineChanges(old: Json | undefined, now: Json | undefined): readonly LineChange[] | undefined {
  if (typeof old !== 'string' || typeof now !== 'string') return undefined
  const [before, after] = [linesOf(old), linesOf(now)]
  if (before.length < 2 && after.length < 2) return undefined
  const parts = diffArrays(before, after, { maxEditLength: MOST_LINES })
  if (!parts?.some(isCommon) || parts.every(isCommon)) return undefined
  return numbered(parts)
}

type Part = Pick<ArrayChange<string>, 'added' | 'removed' | 'value'>

function isCommon({ added, removed }: Part): boolean {
  return !added && !removed
}

function numbered(parts: readonly Part[]): readonly LineChange[] {
  const next = { add: 1, remove: 1 }
  return parts.flatMap((part) => {
    if (isCommon(part)) {
      next.add += part.value.length
      next.remove += part.value.length
      return []
    }
    const op = part.added ? 'add' : 'remove'
    return part.value.map((text) => ({ op, line: next[op]++, text }) as const)
  })
}

function linesOf(text: string): string[] {
  return (text.includes('\n') ? text : (laidOut(text) ?? text)).split('\n')
}

/** JSON of more than one value as JSON of one value a line; undefined for any other text. */
function laidOut(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    const value: Json = JSON.parse(text)
    return isJsonObject(value) || isJsonList(value) ? JSON.stringify(value, null, 2) : undefined
  } catch {
    return undefined
  }
}
