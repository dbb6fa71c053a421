import type { Change } from '../../model/change.ts'
import { isJsonList, type Json } from '../../model/json.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { Budget } from '../expressions/budget.ts'
import type { ChangeTest } from '../rule.ts'
import { effectiveValue, isEmpty, setAt } from './absent-value.ts'
import { compareAmounts, isZero } from './exact-number.ts'
import type { Place, PlaceFinder } from './find-places.ts'
import { hasNewMatch } from './new-values.ts'
import { sameValue } from './same-value.ts'
import { covers } from './value-set.ts'

/** A place at which a test holds, with what stands there, absence understood; undefined: nothing stands there. */
export interface MatchedPlace {
  readonly pointer: JsonPointer
  readonly value: Json | undefined
  readonly oldValue: Json | undefined
}

/** Every place of a change at which a test holds. What patterns cost is taken from the budget of the decision. */
export function testChange(
  test: ChangeTest,
  change: Change,
  find: PlaceFinder,
  budget?: Budget,
): readonly MatchedPlace[] {
  return test.paths.flatMap((path) =>
    find(path)
      .filter((place) => holds(test, place, budget))
      .map((place) => ({
        pointer: (change.operation === 'DELETE' ? place.old : place.new).pointer,
        value: effectiveValue(place.new, place, test),
        oldValue: effectiveValue(place.old, place, test),
      })),
  )
}

function holds(test: ChangeTest, place: Place, budget: Budget | undefined): boolean {
  switch (test.op) {
    case 'added':
      return isEmpty(place.old.value) && !isEmpty(place.new.value)
    case 'removed':
      return !isEmpty(place.old.value) && isEmpty(place.new.value)
    case 'changed':
      return isChanged(test, place)
    case 'widened':
      return !isSame(place) && !covers(setAt(place.old, place, test), setAt(place.new, place, test))
    case 'narrowed':
      return !isSame(place) && !covers(setAt(place.new, place, test), setAt(place.old, place, test))
    case 'set-true':
      return becomes(true, test, place)
    case 'set-false':
      return becomes(false, test, place)
    case 'increased':
    case 'decreased':
    case 'to-zero':
      return hasMoved(test, place)
    case 'matches':
      return hasNewMatch(
        test,
        effectiveValue(place.old, place, test),
        effectiveValue(place.new, place, test),
        budget,
      )
    default:
      return test.op satisfies never
  }
}

/** Sets that cannot be understood cover nothing, not even themselves. */
function isSame(place: Place): boolean {
  return place.old.scope === place.new.scope && sameValue(place.keys, place.old.value, place.new.value)
}

function isChanged(test: ChangeTest, place: Place): boolean {
  return !sameValue(
    place.keys,
    effectiveValue(place.old, place, test),
    effectiveValue(place.new, place, test),
  )
}

/**
 * An explicit value in a new object or element counts: before it, nothing was said. A default there does not: nobody
 * chose it.
 */
function becomes(wanted: boolean, test: ChangeTest, place: Place): boolean {
  const now = place.new.scope ? (truth(effectiveValue(place.new, place, test)) ?? false) : undefined
  if (now !== wanted) return false
  if (!place.old.scope) return place.new.value !== undefined
  return (truth(effectiveValue(place.old, place, test)) ?? false) !== wanted
}

/** Annotations say it in quotes. */
function truth(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return undefined
  return ['true', '1', 't', 'yes', 'on'].includes(value.toLowerCase())
}

function hasMoved(test: ChangeTest, place: Place): boolean {
  const before = amountAt(place.old, place, test)
  const now = amountAt(place.new, place, test)
  if (test.op === 'to-zero') {
    return place.old.scope && place.new.scope && isAmount(before, false) && isAmount(now, true)
  }
  if (before === undefined || now === undefined) return before !== now
  const direction = compareAmounts(before, now)
  if (direction === undefined) return !sameValue(place.keys, before, now)
  return test.op === 'increased' ? direction < 0 : direction > 0
}

function isAmount(value: Json | undefined, zero: boolean): boolean {
  return value !== undefined && isZero(value) === zero
}

/** What is not there at all is nothing; a field that is missing without a known default cannot be compared. */
function amountAt(side: Place['old'], place: Place, test: ChangeTest): Json | undefined {
  if (!side.scope) return 0n
  const value = effectiveValue(side, place, test)
  return isEmpty(value) || isJsonList(value) ? undefined : value
}
