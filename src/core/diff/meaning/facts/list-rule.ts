import { isJsonList, isJsonObject, type Json } from '../../../model/json.ts'

/** How the entries of a list are matched with those of another. A list without a rule is matched by position. */
export type ListRule =
  | {
      readonly kind: 'keyed'
      /** The members that together name an entry, each with what stands for an absent one; undefined: none does. */
      readonly keys: readonly ListKey[]
      /** Whether a new order is a change; decided by all entries of one list. */
      readonly ordered: (entries: readonly Json[]) => boolean
    }
  | {
      /** Entries without order. */
      readonly kind: 'set'
      /** Whether an entry that is another is compared with the one it was, or both are named as a whole. */
      readonly paired: boolean
      /** Whether the entries of a list have an order after all; without it they never have. */
      readonly ordered?: (entries: readonly Json[]) => boolean
      /** A text for the list as a whole that is equal when it means the same; undefined when that is not certain. */
      readonly together?: (entries: readonly Json[]) => string | undefined
    }

/** A member of an entry, or a path to one, and what stands for it when it is absent. */
export type ListKey = readonly [member: string, absent: Json | undefined]

/** Whole entries without order. */
export const SET: ListRule = { kind: 'set', paired: false }

/** Entries without order, compared with each other where it is plain which one became which. */
export const UNORDERED: ListRule = { kind: 'set', paired: true }

/** The same where the order of some entries counts. */
export function unorderedUnless(ordered: (entries: readonly Json[]) => boolean): ListRule {
  return { kind: 'set', paired: true, ordered }
}

/** Entries named by members: `name`, or `['protocol', 'TCP']` for one that may be absent. */
export function keyed(...keys: readonly (string | ListKey)[]): ListRule {
  return keyedInOrder(keys, () => false)
}

/** The same where the order of the entries counts, always or for some entries. */
export function keyedInOrder(
  keys: readonly (string | ListKey)[],
  ordered: (entries: readonly Json[]) => boolean = () => true,
): ListRule {
  const named = keys.map((key): ListKey => (typeof key === 'string' ? [key, undefined] : key))
  return { kind: 'keyed', keys: named, ordered }
}

/** Whether a text, in any case of its letters, stands in the members of more than one entry; a member may be a list of them. */
export function shared(...members: readonly string[]): (entries: readonly Json[]) => boolean {
  return (entries) => {
    const seen = new Set<string>()
    return entries.some((entry) => {
      const texts = isJsonObject(entry) ? members.flatMap((member) => textsOf(entry[member])) : []
      const known = texts.some((text) => seen.has(text))
      for (const text of texts) seen.add(text)
      return known
    })
  }
}

function textsOf(value: Json | undefined): readonly string[] {
  const values = isJsonList(value) ? value : [value]
  return values.filter((one) => typeof one === 'string').map((text) => text.toLowerCase())
}

/** Whether a member of some entry fulfils a condition. */
export function some(
  member: string,
  holds: (value: Json | undefined) => boolean,
): (entries: readonly Json[]) => boolean {
  return (entries) => entries.some((entry) => holds(isJsonObject(entry) ? entry[member] : undefined))
}
