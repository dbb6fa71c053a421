import { canonicalJson, isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import type { Budget } from '../expressions/budget.ts'
import type { ChangeTest } from '../rule.ts'

/** Whether a value that was not there before matches. Of a list, each new element is looked at. */
export function hasNewMatch(
  test: ChangeTest,
  old: Json | undefined,
  now: Json | undefined,
  budget?: Budget,
): boolean {
  const before = new Set(textsOf(old))
  return textsOf(now).some((text) => !before.has(text) && matches(test, text, budget))
}

function textsOf(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return []
  if (isJsonList(value)) return value.flatMap(textsOf)
  return [isJsonObject(value) ? canonicalJson(value) : String(value)]
}

/** A pattern that cannot be run matches everything: not knowing is no reason to pass. */
function matches(test: ChangeTest, text: string, budget: Budget | undefined): boolean {
  if (test.values?.matches(text)) return true
  if (!test.pattern) return false
  const answer = test.pattern.ask({ value: () => text }, budget)
  return !answer.ok || answer.value
}
