import type { Fallback } from '../shape.ts'
import type { ListRule } from './list-rule.ts'

/**
 * What is known about some kinds, by path: `spec.ports[].protocol`, `*` standing for every key. `$template`, `$pod` and
 * `$container` stand for the pod template of the kind, the pod's spec and each of its containers.
 */
export interface KindFacts {
  /**
   * `group/Kind`, `*` for every kind, `built-in` for every kind that Kubernetes itself serves, `pod` for every kind
   * with a pod template, `built-in pod` for those that are both.
   */
  readonly kinds: readonly string[]
  /** Lists that are matched by key. */
  readonly lists?: Readonly<Record<string, ListRule>>
  /** Lists whose entries have no order, and of which an entry that is another is shown as a whole. */
  readonly sets?: readonly string[]
  /** Lists whose entries have no order, and of which an entry that is another is compared with the one it was. */
  readonly unordered?: readonly string[]
  /**
   * By version of the API, since older ones had others: values whose writing means the same as writing nothing. Only
   * those that nothing but the written field can change.
   */
  readonly defaults?: Readonly<Record<string, Defaults>>
  /** Maps, lists and texts that mean nothing when they are empty. A selector is none of them. */
  readonly emptyIsAbsent?: readonly string[]
  /**
   * Fields that the server or a tool writes. None that a person may also choose: `clusterIP: None` makes a Service
   * headless.
   */
  readonly serverOwned?: readonly string[]
  /** Maps whose members are the user's own, where null is a value and not an absence. */
  readonly freeForm?: readonly string[]
  readonly quantities?: readonly string[]
  /** Durations as Go writes them. */
  readonly durations?: readonly string[]
  readonly prometheusDurations?: readonly string[]
  /** Lists of addresses. */
  readonly addressLists?: readonly string[]
  /** Texts with addresses between commas. */
  readonly addressTexts?: readonly string[]
  /** Other names for a field that stands beside them. In a piece each name is its own: what it completes may have the other. */
  readonly aliases?: Readonly<Record<string, string>>
}

/** What absent fields mean, by path. */
export type Defaults = Readonly<Record<string, Fallback>>

/** The same defaults in several versions of an API. */
export function inVersions(
  versions: readonly string[],
  defaults: Defaults,
): Readonly<Record<string, Defaults>> {
  return Object.fromEntries(versions.map((version) => [version, defaults]))
}

/** Paths below each of some places. */
export function below(places: readonly string[], paths: readonly string[]): readonly string[] {
  return places.flatMap((place) => paths.map((path) => `${place}.${path}`))
}
