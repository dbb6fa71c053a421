import type { KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'

/** Nodes, namespaces, limits and definitions of kinds. */
export const CLUSTER: readonly KindFacts[] = [
  {
    kinds: ['core/Node'],
    sets: ['spec.taints', 'spec.podCIDRs'],
    defaults: { v1: { 'spec.unschedulable': false } },
  },
  { kinds: ['core/Namespace'], serverOwned: ["metadata.labels['kubernetes.io/metadata.name']"] },
  { kinds: ['core/ResourceQuota'], quantities: ['spec.hard.*'] },
  {
    kinds: ['core/LimitRange'],
    quantities: [
      'spec.limits[].max.*',
      'spec.limits[].min.*',
      'spec.limits[].default.*',
      'spec.limits[].defaultRequest.*',
      'spec.limits[].maxLimitRequestRatio.*',
    ],
  },
  { kinds: ['node.k8s.io/RuntimeClass'], quantities: ['overhead.podFixed.*'] },
  {
    kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
    lists: { 'spec.versions': keyed('name') },
    freeForm: ['spec.versions[].schema', 'spec.validation'],
  },
]
