import { type Case, meansAnother, meansTheSame } from './meaning-cases.ts'

const ROLE = 'rbac.authorization.k8s.io/v1/ClusterRole'
const BINDING = 'rbac.authorization.k8s.io/v1/RoleBinding'
const WEBHOOKS = 'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration'
const webhook = (name: string, old: string, now: string): Case => [
  name,
  WEBHOOKS,
  `webhooks: [{name: a, ${old}}]`,
  `webhooks: [{name: a, ${now}}]`,
]

meansTheSame([
  [
    'all names',
    ROLE,
    'rules: [{verbs: [get], resources: [pods], resourceNames: []}]',
    'rules: [{verbs: [get], resources: [pods]}]',
  ],
  [
    'what a role gathers',
    ROLE,
    'aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}, {matchLabels: {c: d}}]}',
    'aggregationRule: {clusterRoleSelectors: [{matchLabels: {c: d}}, {matchLabels: {a: b}}]}',
  ],
  [
    'the group of a subject',
    BINDING,
    'subjects: [{kind: User, name: a, apiGroup: rbac.authorization.k8s.io}, {kind: ServiceAccount, name: b, namespace: c, apiGroup: ""}]',
    'subjects: [{kind: ServiceAccount, name: b, namespace: c}, {kind: User, name: a}]',
  ],
  webhook(
    'what a rule names',
    'rules: [{operations: [CREATE, UPDATE], resources: [a, b], scope: "*"}]',
    'rules: [{operations: [UPDATE, CREATE], resources: [b, a]}]',
  ),
  webhook(
    'the port of a webhook',
    'clientConfig: {service: {name: a, port: 443}}',
    'clientConfig: {service: {name: a}}',
  ),
  [
    'what a policy is asked about',
    'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy',
    'spec: {matchConstraints: {matchPolicy: Equivalent, resourceRules: [{resources: [a, b]}, {resources: [c]}]}}',
    'spec: {matchConstraints: {resourceRules: [{resources: [c]}, {resources: [b, a]}]}}',
  ],
  [
    'names of a definition',
    'apiextensions.k8s.io/v1/CustomResourceDefinition',
    'spec: {names: {kind: Thing, listKind: ThingList, singular: thing, shortNames: [a, b]}, conversion: {strategy: None}}',
    'spec: {names: {kind: Thing, shortNames: [b, a]}}',
  ],
  [
    'limits',
    'v1/LimitRange',
    'spec: {limits: [{type: Pod}, {type: Container}]}',
    'spec: {limits: [{type: Container}, {type: Pod}]}',
  ],
  [
    'scopes',
    'v1/ResourceQuota',
    'spec: {scopes: [BestEffort, Terminating]}',
    'spec: {scopes: [Terminating, BestEffort]}',
  ],
  [
    'metrics',
    'autoscaling/v2/HorizontalPodAutoscaler',
    'spec: {metrics: [{type: Resource, resource: {name: cpu}}, {type: Resource, resource: {name: memory}}]}',
    'spec: {metrics: [{type: Resource, resource: {name: memory}}, {type: Resource, resource: {name: cpu}}]}',
  ],
  [
    'a budget',
    'policy/v1/PodDisruptionBudget',
    'spec: {unhealthyPodEvictionPolicy: IfHealthyBudget}',
    'spec: {}',
  ],
])

meansAnother([
  [
    'a role for one name',
    ROLE,
    'rules: [{verbs: [get], resources: [pods], resourceNames: [a]}]',
    'rules: [{verbs: [get], resources: [pods]}]',
  ],
  [
    'a group that a kind does not have',
    BINDING,
    'subjects: [{kind: ServiceAccount, name: a, apiGroup: rbac.authorization.k8s.io}]',
    'subjects: [{kind: ServiceAccount, name: a}]',
  ],
  webhook('a narrower scope', 'rules: [{scope: Namespaced}]', 'rules: [{}]'),
  webhook(
    'which version comes first',
    'admissionReviewVersions: [v1, v1beta1]',
    'admissionReviewVersions: [v1beta1, v1]',
  ),
  [
    'the order of mutations',
    'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration',
    'webhooks: [{name: a}, {name: b}]',
    'webhooks: [{name: b}, {name: a}]',
  ],
  [
    'a singular of another word',
    'apiextensions.k8s.io/v1/CustomResourceDefinition',
    'spec: {names: {kind: A, singular: b}}',
    'spec: {names: {kind: A}}',
  ],
  ['a token that is mounted', 'v1/ServiceAccount', 'automountServiceAccountToken: true', ''],
  [
    'null in a schema',
    'apiextensions.k8s.io/v1/CustomResourceDefinition',
    'spec: {versions: [{name: v1, schema: {a: null}}]}',
    'spec: {versions: [{name: v1, schema: {}}]}',
  ],
])
