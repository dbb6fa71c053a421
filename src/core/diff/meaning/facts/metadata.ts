import type { KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'

/** What every object has. */
export const METADATA: readonly KindFacts[] = [
  {
    kinds: ['*'],
    lists: { 'metadata.ownerReferences': keyed('uid') },
    sets: ['metadata.finalizers'],
    emptyIsAbsent: [
      'metadata.labels',
      'metadata.annotations',
      'metadata.finalizers',
      'metadata.ownerReferences',
    ],
    serverOwned: [
      'metadata.managedFields',
      'metadata.creationTimestamp',
      'metadata.deletionTimestamp',
      'metadata.deletionGracePeriodSeconds',
      'metadata.generation',
      'metadata.resourceVersion',
      'metadata.uid',
      'metadata.selfLink',
      "metadata.annotations['kubectl.kubernetes.io/last-applied-configuration']",
      "metadata.annotations['config.kubernetes.io/index']",
      "metadata.annotations['config.kubernetes.io/path']",
      "metadata.annotations['internal.config.kubernetes.io/index']",
      "metadata.annotations['internal.config.kubernetes.io/path']",
    ],
    freeForm: ['metadata.labels', 'metadata.annotations', 'data', 'stringData', 'binaryData', 'parameters'],
  },
  { kinds: ['built-in'], serverOwned: ['status'] },
]
