import type { Json } from '../../model/json.ts'
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
  /** Lists whose entries have no order. */
  readonly sets?: readonly string[]
  /**
   * By version of the API, since older ones had others: values whose writing means the same as writing nothing. Only
   * those that nothing but the written field can change.
   */
  readonly defaults?: Readonly<Record<string, Readonly<Record<string, Json>>>>
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
  readonly durations?: readonly string[]
  /** Texts with addresses between commas. */
  readonly addressTexts?: readonly string[]
  /** Other names for a field that stands beside them. */
  readonly aliases?: Readonly<Record<string, string>>
}
