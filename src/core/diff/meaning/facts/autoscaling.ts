import { below, inVersions, type KindFacts } from './kind-facts.ts'
import { keyed, type ListKey } from './list-rule.ts'
import { selectorEmpties, selectorSets } from './selectors.ts'

const METRICS = ['resource', 'containerResource', 'pods', 'object', 'external']

/** A metric is known by its type and by the name that its type goes by. */
const METRIC_NAMES = [
  'resource.name',
  'containerResource.name',
  'containerResource.container',
  'pods.metric.name',
  'object.metric.name',
  'object.describedObject.kind',
  'object.describedObject.name',
  'external.metric.name',
].map((path): ListKey => [path, ''])

const METRIC_SELECTORS = ['pods', 'object', 'external'].map(
  (metric) => `spec.metrics[].${metric}.metric.selector`,
)

/** What scales workloads and what protects them from being drained. */
export const AUTOSCALING: readonly KindFacts[] = [
  {
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    lists: { 'spec.metrics': keyed('type', ...METRIC_NAMES) },
    unordered: [
      'spec.behavior.scaleUp.policies',
      'spec.behavior.scaleDown.policies',
      ...selectorSets(...METRIC_SELECTORS),
    ],
    defaults: inVersions(['v1', 'v2', 'v2beta2'], { 'spec.minReplicas': 1n }),
    freeForm: below(METRIC_SELECTORS, ['matchLabels']),
    quantities: METRICS.flatMap((metric) => [
      `spec.metrics[].${metric}.target.averageValue`,
      `spec.metrics[].${metric}.target.value`,
    ]),
  },
  {
    kinds: ['policy/PodDisruptionBudget'],
    unordered: selectorSets('spec.selector'),
    defaults: { v1: { 'spec.unhealthyPodEvictionPolicy': 'IfHealthyBudget' } },
    freeForm: ['spec.selector.matchLabels'],
    emptyIsAbsent: selectorEmpties('spec.selector'),
  },
  {
    kinds: ['autoscaling.k8s.io/VerticalPodAutoscaler'],
    lists: { 'spec.resourcePolicy.containerPolicies': keyed('containerName') },
    unordered: ['spec.resourcePolicy.containerPolicies[].controlledResources'],
    quantities: [
      'spec.resourcePolicy.containerPolicies[].minAllowed.*',
      'spec.resourcePolicy.containerPolicies[].maxAllowed.*',
    ],
  },
  {
    kinds: ['keda.sh/ScaledObject'],
    defaults: {
      v1alpha1: {
        'spec.minReplicaCount': 0n,
        'spec.maxReplicaCount': 100n,
        'spec.pollingInterval': 30n,
        'spec.cooldownPeriod': 300n,
      },
    },
  },
]
