import type { KindFacts } from './kind-facts.ts'

const DEFAULTS = { 'spec.minReplicas': 1n }

/** What scales workloads and protects them from being drained. */
export const AUTOSCALING: readonly KindFacts[] = [
  {
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    defaults: { v1: DEFAULTS, v2: DEFAULTS, v2beta2: DEFAULTS },
    quantities: ['resource', 'containerResource', 'pods', 'object', 'external'].flatMap((metric) => [
      `spec.metrics[].${metric}.target.averageValue`,
      `spec.metrics[].${metric}.target.value`,
    ]),
  },
]
