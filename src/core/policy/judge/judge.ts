import type { Change } from '../../model/change.ts'
import { err, ok, type Result } from '../../model/result.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { placeVariables } from './bind-variables.ts'
import type { PlaceFinder } from '../change-operators/find-places.ts'
import { type MatchedPlace, testChange } from '../change-operators/test-change.ts'
import { CHANGE_VARIABLES, PLACE_VARIABLES } from '../compile/compile-expression.ts'
import type { Budget } from '../expressions/budget.ts'
import type { Variables } from '../expressions/expression.ts'
import type { Rule } from '../rule.ts'

/**
 * A rule holds: where, and what it says. `error` is why that is not known, the end of a sentence; `holds` says that only
 * the message could not be made.
 */
export type Judgement =
  | { readonly kind: 'holds'; readonly pointer: JsonPointer | null; readonly message: string }
  | {
      readonly kind: 'unknown'
      readonly pointer: JsonPointer | null
      readonly error: string
      readonly holds: boolean
    }

const MAX_MESSAGE = 1000

/** Asks the `change` and `when` of a rule whose match holds for a changed object; undefined: it does not apply. */
export function judgeObject(
  rule: Rule,
  change: Change,
  find: PlaceFinder,
  variables: Variables,
  budget: Budget,
): Judgement | undefined {
  if (rule.change.length === 0) return judge(rule, variables, budget)
  // Only the places of the first are needed; that one of the others does not hold is often known sooner.
  const [first, ...others] = rule.change
  const hold = others.every(({ any }) =>
    any.some((test) => testChange(test, change, find, budget).length > 0),
  )
  if (!first || !hold) return undefined
  const places = first.any.flatMap((test) => testChange(test, change, find, budget))
  return places.length === 0 ? undefined : judgePlaces(rule, places, variables, budget)
}

/**
 * Asks the `when` of a rule about files: one that speaks of a value is asked for each setting in which the file differs,
 * and holds for no file of which that is not known.
 */
export function judgeFile(
  rule: Rule,
  settings: () => readonly MatchedPlace[],
  variables: Variables,
  budget: Budget,
): Judgement | undefined {
  const expressions = [rule.when, rule.messageExpression]
  const perSetting = CHANGE_VARIABLES.some((name) => expressions.some((one) => one?.uses(name)))
  return perSetting ? judgePlaces(rule, settings(), variables, budget) : judge(rule, variables, budget)
}

/** Asks the `when` of a rule that looks at no place inside an object. */
export function judge(rule: Rule, variables: Variables, budget: Budget): Judgement | undefined {
  const answer = rule.when ? rule.when.ask(variables, budget) : ok(true)
  if (!answer.ok) return { kind: 'unknown', pointer: null, error: answer.error, holds: false }
  return answer.value ? conclude(rule, variables, null, budget) : undefined
}

/**
 * A condition that speaks of the value is asked for each place, and keeps those for which it holds; any other is asked
 * once. The finding is at the first.
 */
function judgePlaces(
  rule: Rule,
  places: readonly MatchedPlace[],
  variables: Variables,
  budget: Budget,
): Judgement | undefined {
  const chosen = keepPlaces(rule, places, variables, budget)
  const [first] = chosen.ok ? chosen.value : places
  if (!first) return undefined
  if (!chosen.ok) return { kind: 'unknown', pointer: first.pointer, error: chosen.error, holds: false }
  const kept = { ...variables, ...placeVariables(first, chosen.value) }
  return conclude(rule, kept, first.pointer, budget)
}

/** An answer that is not known counts only when no place is known to hold. */
function keepPlaces(
  rule: Rule,
  places: readonly MatchedPlace[],
  variables: Variables,
  budget: Budget,
): Result<readonly MatchedPlace[], string> {
  const { when } = rule
  if (!when) return ok(places)
  const perPlace = PLACE_VARIABLES.some((name) => when.uses(name))
  if (!perPlace) {
    const [first] = places
    const answer = when.ask(first ? { ...variables, ...placeVariables(first, places) } : variables, budget)
    if (!answer.ok) return answer
    return ok(answer.value ? places : [])
  }
  let error: string | undefined
  const kept = places.filter((place) => {
    const answer = when.ask({ ...variables, ...placeVariables(place, places) }, budget)
    if (!answer.ok) error ??= answer.error
    return answer.ok && answer.value
  })
  return error === undefined || kept.length > 0 ? ok(kept) : err(error)
}

function conclude(rule: Rule, variables: Variables, pointer: JsonPointer | null, budget: Budget): Judgement {
  if (!rule.messageExpression) return { kind: 'holds', pointer, message: rule.message }
  const message = rule.messageExpression.say(variables, budget)
  if (!message.ok) return { kind: 'unknown', pointer, error: message.error, holds: true }
  return { kind: 'holds', pointer, message: oneLine(message.value) }
}

/** What an object says may hold line breaks; a message is a line. */
function oneLine(text: string): string {
  return text.slice(0, MAX_MESSAGE).replaceAll(/\s+/g, ' ').trim()
}
