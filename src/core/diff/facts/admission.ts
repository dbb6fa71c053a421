import type { KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder } from './list-rule.ts'

/** What is asked before an object is admitted. */
export const ADMISSION: readonly KindFacts[] = [
  {
    kinds: [
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    ],
    lists: { 'webhooks[].matchConditions': keyed('name') },
    sets: ['webhooks[].rules'],
    defaults: {
      v1: {
        'webhooks[].failurePolicy': 'Fail',
        'webhooks[].timeoutSeconds': 10n,
        'webhooks[].matchPolicy': 'Equivalent',
      },
    },
    emptyIsAbsent: ['webhooks[].namespaceSelector', 'webhooks[].objectSelector'],
  },
  {
    kinds: ['admissionregistration.k8s.io/MutatingWebhookConfiguration'],
    lists: { webhooks: keyedInOrder(['name']) },
  },
  {
    kinds: ['admissionregistration.k8s.io/ValidatingWebhookConfiguration'],
    lists: { webhooks: keyed('name') },
  },
  {
    kinds: ['admissionregistration.k8s.io/ValidatingAdmissionPolicy'],
    lists: { 'spec.matchConditions': keyedInOrder(['name']), 'spec.variables': keyedInOrder(['name']) },
    defaults: { v1: { 'spec.failurePolicy': 'Fail' } },
  },
]
