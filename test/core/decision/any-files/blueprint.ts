/** A value with every way to write it that means the same. */
export type Blueprint = ValuePlan | MapPlan | ListPlan

/** A scalar; `other` is a value of another meaning. */
export interface ValuePlan {
  readonly is: 'value'
  readonly ways: readonly unknown[]
  readonly other: unknown
}

/** A map; `silent` are members that may be written with these values, or not at all. */
export interface MapPlan {
  readonly is: 'map'
  readonly members: Readonly<Record<string, Blueprint>>
  readonly silent: Readonly<Record<string, readonly unknown[]>>
}

interface ListPlan {
  readonly is: 'list'
  readonly entries: readonly Blueprint[]
  readonly ordered: boolean
}

/** A scalar that may be written in several ways. */
export function value(other: unknown, ...ways: readonly unknown[]): ValuePlan {
  return { is: 'value', ways, other }
}

/** A map with its members, and others that say nothing. */
export function map(
  members: Readonly<Record<string, Blueprint>>,
  silent: Readonly<Record<string, readonly unknown[]>> = {},
): MapPlan {
  return { is: 'map', members, silent }
}

/** Entries in any order. */
export function unordered(...entries: readonly Blueprint[]): ListPlan {
  return { is: 'list', entries, ordered: false }
}

/** Entries in this order. */
export function ordered(...entries: readonly Blueprint[]): ListPlan {
  return { is: 'list', entries, ordered: true }
}

/** Scalars that an edit may touch: not names and keys, nor what lies in entries that are shown as a whole. */
export function editablePlans(plan: Blueprint): readonly ValuePlan[] {
  if (plan.is === 'value') return plan.other === undefined ? [] : [plan]
  return (plan.is === 'map' ? Object.values(plan.members) : plan.entries).flatMap(editablePlans)
}
