import type { KindFacts } from './kind-facts.ts'

/** Settings and secrets of applications. */
export const CONFIG: readonly KindFacts[] = [
  { kinds: ['core/ConfigMap', 'core/Secret'], emptyIsAbsent: ['data', 'binaryData'] },
  { kinds: ['core/ConfigMap'], defaults: { v1: { immutable: false } } },
  { kinds: ['core/Secret'], defaults: { v1: { immutable: false, type: 'Opaque' } } },
]
