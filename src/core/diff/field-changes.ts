import type { FieldChange } from '../model/change.ts'
import { valueAt, type JsonPointer } from '../model/json-pointer.ts'
import type { Manifest } from '../model/manifest.ts'
import { comparePointers } from './compare-pointers.ts'
import type { Difference } from './difference.ts'
import { lineChanges } from './line-changes.ts'
import type { Redacted } from './secrets/redact.ts'

/** One side of a change as it may be shown. */
export interface ShownSide extends Redacted {
  readonly manifest: Manifest
}

/**
 * The differences as they may be shown, sorted by place. What lies inside of something that is left out as a whole is
 * one change of that whole.
 */
export function fieldChanges(
  differences: readonly Difference[],
  old: ShownSide,
  now: ShownSide,
): readonly FieldChange[] {
  const seen = new Map<string, Difference>()
  for (const difference of differences) {
    const visible = withinSight(difference, old, now)
    seen.set(`${visible.op} ${visible.at}`, visible)
  }
  return [...seen.values()].toSorted(compareDifferences).map((one) => fieldChange(one, old, now))
}

function withinSight(difference: Difference, old: ShownSide, now: ShownSide): Difference {
  const { at } = difference
  const hidden = (difference.op === 'remove' ? old : now).hiddenPlace(at)
  if (hidden === null || hidden === at) return difference
  const there = 'parent' in difference ? `${difference.parent}/` : difference.oldAt
  const other = upTo(there, at, hidden)
  return difference.op === 'remove'
    ? { op: 'replace', at: other, oldAt: hidden }
    : { op: 'replace', at: hidden, oldAt: other }
}

/** As far above a place as one place lies above another. */
function upTo(place: JsonPointer, below: JsonPointer, above: JsonPointer): JsonPointer {
  let [at, rest] = [place, below]
  while (rest !== above) {
    at = at.slice(0, at.lastIndexOf('/'))
    rest = rest.slice(0, rest.lastIndexOf('/'))
  }
  return at
}

const OPERATIONS = ['remove', 'replace', 'reorder', 'add'] as const

function compareDifferences(a: Difference, b: Difference): number {
  return comparePointers(a.at, b.at) || OPERATIONS.indexOf(a.op) - OPERATIONS.indexOf(b.op)
}

function fieldChange(difference: Difference, old: ShownSide, now: ShownSide): FieldChange {
  const { at } = difference
  if ('parent' in difference) {
    const [side, name] = difference.op === 'add' ? ([now, 'new'] as const) : ([old, 'old'] as const)
    return placedAt(side, at, difference.op, shown(name, side, at), side.holdsSecret(at))
  }
  const { oldAt } = difference
  const values = { ...shown('old', old, oldAt), ...shown('new', now, at) }
  return placedAt(now, at, 'replace', values, old.holdsSecret(oldAt) || now.holdsSecret(at))
}

/** Lines are looked for when somebody shows them: that costs as much as reading the document. */
function placedAt(
  { manifest }: ShownSide,
  path: JsonPointer,
  op: FieldChange['op'],
  values: Pick<FieldChange, 'old' | 'new'>,
  redacted: boolean,
): FieldChange {
  return {
    op,
    path,
    ...values,
    get line() {
      return manifest.locate(path).line
    },
    redacted,
    get lines() {
      return lineChanges(values.old, values.new)
    },
  }
}

function shown(name: 'old' | 'new', side: ShownSide, at: JsonPointer): Pick<FieldChange, 'old' | 'new'> {
  const value = side.hiddenPlace(at) === null ? valueAt(side.object, at) : undefined
  return value === undefined ? {} : { [name]: value }
}
