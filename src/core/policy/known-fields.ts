/** What is known about the fields of kinds, for the check of policies. */
export interface KnownFields {
  /** Every kind of which the fields are known, as `group/Kind`. */
  kinds(): Iterable<string>
  /** An object of a kind, of any of its versions; undefined: nothing is known of it. */
  rootOf(kind: string): FieldPlace | undefined
  /**
   * Whether there are no other fields, whatever is installed: the kinds of Kubernetes itself. Definitions of custom resources differ
   * from version to version.
   */
  isFixed(kind: string): boolean
}

/** A place in objects, by what can stand there. */
export interface FieldPlace {
  /** The names that fields can have here; null: any. */
  readonly names: readonly string[] | null
  /** The place of a field; undefined: there can be none of that name. */
  field(name: string): FieldPlace | undefined
  /** The place of the elements of the list that stands here; undefined: no list can. */
  items(): FieldPlace | undefined
}

/** A place of which nothing is known. */
export const ANYTHING: FieldPlace = { names: null, field: () => ANYTHING, items: () => ANYTHING }

/** A place that is one of several. Undefined when there are none. */
export function joinPlaces(places: readonly (FieldPlace | undefined)[]): FieldPlace | undefined {
  const known = places.filter((place) => place !== undefined)
  const [first, ...others] = known
  if (!first || others.length === 0) return first
  const isOpen = known.some(({ names }) => names === null)
  return {
    names: isOpen ? null : [...new Set(known.flatMap(({ names }) => names ?? []))],
    field: (name) => joinPlaces(known.map((place) => place.field(name))),
    items: () => joinPlaces(known.map((place) => place.items())),
  }
}
