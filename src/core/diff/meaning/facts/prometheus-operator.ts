import type { KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'
import { selectorSets } from './selectors.ts'

/** The Prometheus operator. The rules of a group run in their order. */
export const PROMETHEUS_OPERATOR: readonly KindFacts[] = [
  {
    kinds: ['monitoring.coreos.com/PrometheusRule'],
    lists: { 'spec.groups': keyed('name') },
    prometheusDurations: ['spec.groups[].interval', 'spec.groups[].rules[].for'],
  },
  {
    kinds: ['monitoring.coreos.com/ServiceMonitor', 'monitoring.coreos.com/PodMonitor'],
    unordered: [
      'spec.namespaceSelector.matchNames',
      'spec.targetLabels',
      'spec.podTargetLabels',
      ...selectorSets('spec.selector'),
    ],
    prometheusDurations: ['endpoints', 'podMetricsEndpoints'].flatMap((list) => [
      `spec.${list}[].interval`,
      `spec.${list}[].scrapeTimeout`,
    ]),
  },
]
