import { maskText } from '../diff/secrets/mask-text.ts'
import { isSecretName } from '../diff/secrets/secret-words.ts'
import type { Json } from '../model/json.ts'
import { listIn, textIn } from './members.ts'

/** Conditions in words as one text; null when there is none. */
export function conditionsText(conditions: readonly string[]): string | null {
  return conditions.filter((condition) => condition !== '').join(', ') || null
}

/** A header or query parameter that a request must have: `header x-beta = 1`. What may be a secret is masked. */
export function fieldCondition(what: string, name: string, value: string, isPattern = false): string {
  const shown = isSecretName(name) ? '***' : maskText(value, () => '***')
  if (name === '') return ''
  return shown === '' ? `${what} ${name}` : `${what} ${name} ${isPattern ? '~' : '='} ${shown}`
}

/** The headers or query parameters of a Gateway API match, sorted. */
export function matchedFields(match: Json, member: string, what: string): readonly string[] {
  const fields = listIn(match, member).map((field) =>
    fieldCondition(
      what,
      textIn(field, 'name'),
      textIn(field, 'value'),
      textIn(field, 'type') === 'RegularExpression',
    ),
  )
  return fields.toSorted()
}
