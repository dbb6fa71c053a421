import { below, type Defaults, inVersions, type KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder } from './list-rule.ts'
import { selectorEmpties, selectorSets } from './selectors.ts'

const GROUP = 'admissionregistration.k8s.io'
const RULE = ['operations', 'apiGroups', 'apiVersions', 'resources', 'resourceNames']
const MATCHES = ['spec.matchConstraints', 'spec.matchResources']
const MATCH_RULES = below(MATCHES, ['resourceRules', 'excludeResourceRules'])
const MATCH_SELECTORS = below(MATCHES, ['namespaceSelector', 'objectSelector'])
const WEBHOOK_SELECTORS = ['webhooks[].namespaceSelector', 'webhooks[].objectSelector']

const MATCH_DEFAULTS: Defaults = Object.fromEntries([
  ...below(MATCHES, ['matchPolicy']).map((path) => [path, 'Equivalent'] as const),
  ...MATCH_RULES.map((path) => [`${path}[].scope`, '*'] as const),
])

/** What is asked before an object is admitted. */
export const ADMISSION: readonly KindFacts[] = [
  {
    kinds: [`${GROUP}/MutatingWebhookConfiguration`, `${GROUP}/ValidatingWebhookConfiguration`],
    lists: { 'webhooks[].matchConditions': keyed('name') },
    sets: ['webhooks[].rules'],
    unordered: [...below(['webhooks[].rules[]'], RULE), ...selectorSets(...WEBHOOK_SELECTORS)],
    defaults: {
      v1: {
        'webhooks[].failurePolicy': 'Fail',
        'webhooks[].timeoutSeconds': 10n,
        'webhooks[].matchPolicy': 'Equivalent',
        'webhooks[].reinvocationPolicy': 'Never',
        'webhooks[].rules[].scope': '*',
        'webhooks[].clientConfig.service.port': 443n,
      },
    },
    emptyIsAbsent: [
      ...WEBHOOK_SELECTORS,
      ...selectorEmpties(...WEBHOOK_SELECTORS),
      'webhooks[].matchConditions',
    ],
  },
  {
    // Each webhook sees what those before it made.
    kinds: [`${GROUP}/MutatingWebhookConfiguration`],
    lists: { webhooks: keyedInOrder(['name']) },
  },
  { kinds: [`${GROUP}/ValidatingWebhookConfiguration`], lists: { webhooks: keyed('name') } },
  {
    kinds: [`${GROUP}/ValidatingAdmissionPolicy`, `${GROUP}/MutatingAdmissionPolicy`],
    lists: {
      'spec.matchConditions': keyedInOrder(['name']),
      'spec.variables': keyedInOrder(['name']),
      'spec.auditAnnotations': keyed('key'),
    },
    defaults: inVersions(['v1', 'v1beta1', 'v1alpha1'], { 'spec.failurePolicy': 'Fail' }),
  },
  {
    kinds: [
      `${GROUP}/ValidatingAdmissionPolicy`,
      `${GROUP}/MutatingAdmissionPolicy`,
      `${GROUP}/ValidatingAdmissionPolicyBinding`,
      `${GROUP}/MutatingAdmissionPolicyBinding`,
    ],
    unordered: [
      'spec.validationActions',
      ...MATCH_RULES,
      ...below(
        MATCH_RULES.map((rules) => `${rules}[]`),
        RULE,
      ),
      ...selectorSets(...MATCH_SELECTORS),
    ],
    defaults: inVersions(['v1', 'v1beta1', 'v1alpha1'], MATCH_DEFAULTS),
    emptyIsAbsent: [...MATCH_SELECTORS, ...selectorEmpties(...MATCH_SELECTORS)],
  },
]
