import { type Check, unread, type UnreadRemark } from './check.ts'
import type { Observation, ReviewRules } from './observation.ts'

/** What GitHub asks of reviews beside the gate. */
export type ReviewsRemark =
  | { readonly code: 'reviews-untouched' }
  | { readonly code: 'reviews-stricter'; readonly rules: readonly (keyof ReviewRules)[] }
  | UnreadRemark

/** Whether a decision stands on the base that is merged into. */
export type BaseRemark =
  | { readonly code: 'base-strict' }
  | { readonly code: 'base-queue' }
  | { readonly code: 'base-may-move' }
  | UnreadRemark

const NAMES = ['dismissStale', 'lastPush', 'codeOwners'] as const

/** Does GitHub ask more of reviews than the gate does? Nothing of it takes away from the gate. */
export function checkReviews({ rules, protection }: Observation): Check<'reviews', ReviewsRemark> {
  const id = 'reviews'
  if (!rules.ok) return unread(id, rules.error)
  if (protection?.ok === false) return unread(id, protection.error)
  const reviews = [
    ...rules.value.flatMap((rule) => (rule.kind === 'pull-request' ? [rule.reviews] : [])),
    ...(protection?.value.reviews ? [protection.value.reviews] : []),
  ]
  const on = NAMES.filter((name) => reviews.some((rule) => rule[name]))
  return on.length > 0
    ? { id, verdict: 'note', remark: { code: 'reviews-stricter', rules: on } }
    : { id, verdict: 'ok', remark: { code: 'reviews-untouched' } }
}

/** Does a merge go onto the base that was looked at? */
export function checkBase({ rules, protection }: Observation): Check<'base', BaseRemark> {
  const id = 'base'
  const known = rules.ok ? rules.value : []
  if (known.some(({ kind }) => kind === 'merge-queue'))
    return { id, verdict: 'ok', remark: { code: 'base-queue' } }
  const strict =
    known.some((rule) => rule.kind === 'required-checks' && rule.strict) ||
    (protection?.ok === true && protection.value.strict)
  if (strict) return { id, verdict: 'ok', remark: { code: 'base-strict' } }
  if (!rules.ok) return unread(id, rules.error)
  if (protection?.ok === false) return unread(id, protection.error)
  return { id, verdict: 'note', remark: { code: 'base-may-move' } }
}
