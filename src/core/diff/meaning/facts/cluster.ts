import { type Json, type JsonObject, textAt } from '../../../model/json.ts'
import type { KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder } from './list-rule.ts'

/** Nodes, namespaces, limits and definitions of kinds. */
export const CLUSTER: readonly KindFacts[] = [
  {
    kinds: ['core/Node'],
    sets: ['spec.taints', 'spec.podCIDRs'],
    defaults: { v1: { 'spec.unschedulable': false } },
    emptyIsAbsent: ['spec.taints'],
  },
  { kinds: ['core/Namespace'], serverOwned: ["metadata.labels['kubernetes.io/metadata.name']"] },
  {
    kinds: ['core/ResourceQuota'],
    unordered: [
      'spec.scopes',
      'spec.scopeSelector.matchExpressions',
      'spec.scopeSelector.matchExpressions[].values',
    ],
    quantities: ['spec.hard.*'],
  },
  {
    kinds: ['core/LimitRange'],
    lists: { 'spec.limits': keyed('type') },
    quantities: [
      'spec.limits[].max.*',
      'spec.limits[].min.*',
      'spec.limits[].default.*',
      'spec.limits[].defaultRequest.*',
      'spec.limits[].maxLimitRequestRatio.*',
    ],
  },
  {
    kinds: ['scheduling.k8s.io/PriorityClass'],
    defaults: { v1: { globalDefault: false, preemptionPolicy: 'PreemptLowerPriority' } },
  },
  {
    kinds: ['node.k8s.io/RuntimeClass'],
    unordered: ['scheduling.tolerations'],
    quantities: ['overhead.podFixed.*'],
  },
  {
    kinds: ['flowcontrol.apiserver.k8s.io/FlowSchema'],
    unordered: [
      'spec.rules',
      'spec.rules[].subjects',
      'spec.rules[].resourceRules',
      'spec.rules[].nonResourceRules',
    ],
    defaults: { v1: { 'spec.matchingPrecedence': 1000n } },
  },
  {
    // Devices are allocated in this order.
    kinds: ['resource.k8s.io/ResourceClaim'],
    lists: { 'spec.devices.requests': keyedInOrder(['name']) },
  },
  { kinds: ['apiregistration.k8s.io/APIService'], defaults: { v1: { 'spec.service.port': 443n } } },
  {
    kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
    lists: { 'spec.versions': keyed('name') },
    unordered: ['spec.names.shortNames', 'spec.names.categories'],
    defaults: {
      v1: {
        'spec.names.listKind': listKindOf,
        'spec.names.singular': singularOf,
        'spec.conversion.strategy': 'None',
        'spec.preserveUnknownFields': false,
      },
    },
    emptyIsAbsent: ['spec.conversion', 'spec.names.shortNames', 'spec.names.categories'],
    freeForm: ['spec.versions[].schema', 'spec.validation'],
  },
]

function listKindOf(names: JsonObject): Json | undefined {
  const kind = textAt(names, 'kind')
  return kind === undefined ? undefined : `${kind}List`
}

function singularOf(names: JsonObject): Json | undefined {
  return textAt(names, 'kind')?.toLowerCase()
}
