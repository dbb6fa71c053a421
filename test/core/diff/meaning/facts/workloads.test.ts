import { type Case, meansAnother, meansTheSame } from './meaning-cases.ts'

const DEPLOYMENT = 'apps/v1/Deployment'
const pod = (name: string, old: string, now: string): Case => [
  name,
  DEPLOYMENT,
  `spec: {template: {spec: {${old}}}}`,
  `spec: {template: {spec: {${now}}}}`,
]
const container = (name: string, old: string, now: string): Case =>
  pod(name, `containers: [{name: a, ${old}}]`, `containers: [{name: a, ${now}}]`)
const affinity = (name: string, path: readonly [string, string], old: string, now: string): Case =>
  pod(name, `affinity: {${path[0]}${old}${path[1]}}`, `affinity: {${path[0]}${now}${path[1]}}`)

const NODES = [
  'nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [',
  ']}}',
] as const
const PODS = ['podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [', ']}'] as const

meansTheSame([
  [
    'expressions of a selector and their values in another order',
    DEPLOYMENT,
    'spec: {selector: {matchExpressions: [{key: a, operator: In, values: [x, y]}, {key: b, operator: Exists}]}}',
    'spec: {selector: {matchExpressions: [{key: b, operator: Exists}, {key: a, operator: In, values: [y, x]}]}}',
  ],
  [
    'a selector without expressions',
    DEPLOYMENT,
    'spec: {selector: {matchLabels: {a: b}, matchExpressions: []}}',
    'spec: {selector: {matchLabels: {a: b}}}',
  ],
  [
    'claims that are kept, and their type',
    'apps/v1/StatefulSet',
    `spec: {persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Retain}, volumeClaimTemplates: [
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: d, creationTimestamp: null}, status: {}}]}`,
    'spec: {volumeClaimTemplates: [{metadata: {name: d}}]}',
  ],
  [
    'defaults of the jobs of a CronJob',
    'batch/v1/CronJob',
    'spec: {jobTemplate: {spec: {backoffLimit: 6, suspend: false}}}',
    'spec: {jobTemplate: {spec: {}}}',
  ],
  affinity(
    'alternatives for nodes',
    NODES,
    '{matchFields: [{key: a}]}, {matchFields: [{key: b}]}',
    '{matchFields: [{key: b}]}, {matchFields: [{key: a}]}',
  ),
  affinity(
    'terms about other pods',
    PODS,
    '{topologyKey: a, namespaces: [x, y]}, {topologyKey: b}',
    '{topologyKey: b}, {topologyKey: a, namespaces: [y, x]}',
  ),
  pod(
    'the empty effect of a toleration',
    'tolerations: [{key: a, value: b, effect: ""}]',
    'tolerations: [{key: a, value: b}]',
  ),
  pod(
    'sysctls',
    'securityContext: {sysctls: [{name: a}, {name: b}]}',
    'securityContext: {sysctls: [{name: b}, {name: a}]}',
  ),
  pod(
    'supplemental groups',
    'securityContext: {supplementalGroups: [1, 2]}',
    'securityContext: {supplementalGroups: [2, 1]}',
  ),
  pod(
    'readiness gates',
    'readinessGates: [{conditionType: a}, {conditionType: b}]',
    'readinessGates: [{conditionType: b}, {conditionType: a}]',
  ),
  pod('the old name of the account', 'serviceAccount: a', 'serviceAccountName: a'),
  pod('users of the host', 'hostUsers: true', ''),
  pod(
    'items of a volume',
    'volumes: [{name: v, secret: {items: [{key: a, path: a}, {key: b, path: b}]}}]',
    'volumes: [{name: v, secret: {items: [{key: b, path: b}, {key: a, path: a}]}}]',
  ),
  container('escalation', 'securityContext: {allowPrivilegeEscalation: true}', 'tty: false'),
  container('the pull policy of a tag', 'image: "web:1", imagePullPolicy: IfNotPresent', 'image: "web:1"'),
  container(
    'the pull policy of a digest',
    'image: "web@sha256:abc", imagePullPolicy: IfNotPresent',
    'image: "web@sha256:abc"',
  ),
  container(
    'the pull policy of the latest',
    'image: "web:latest", imagePullPolicy: Always',
    'image: "web:latest"',
  ),
  container(
    'the pull policy without a tag',
    'image: "reg:5000/web", imagePullPolicy: Always',
    'image: "reg:5000/web"',
  ),
  container(
    'a divisor',
    'env: [{name: E, valueFrom: {resourceFieldRef: {resource: a, divisor: "0"}}}]',
    'env: [{name: E, valueFrom: {resourceFieldRef: {resource: a}}}]',
  ),
  container(
    'the same port over two protocols',
    'ports: [{containerPort: 53}, {containerPort: 53, protocol: UDP}]',
    'ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53, protocol: TCP}]',
  ),
  container(
    'a hook',
    'lifecycle: {preStop: {httpGet: {port: 1, path: /, scheme: HTTP}}}',
    'lifecycle: {preStop: {httpGet: {port: 1}}}',
  ),
])

meansAnother([
  affinity(
    'expressions that move to another alternative',
    NODES,
    '{matchFields: [{key: a}, {key: b}]}, {matchFields: [{key: c}]}',
    '{matchFields: [{key: a}]}, {matchFields: [{key: b}, {key: c}]}',
  ),
  ['an empty selector and none', 'policy/v1/PodDisruptionBudget', 'spec: {selector: {}}', 'spec: {}'],
  pod('the order of name servers', 'dnsConfig: {nameservers: [a, b]}', 'dnsConfig: {nameservers: [b, a]}'),
  pod('the order of search domains', 'dnsConfig: {searches: [a, b]}', 'dnsConfig: {searches: [b, a]}'),
  pod(
    'which source of a volume comes last',
    'volumes: [{name: v, projected: {sources: [{secret: {name: a}}, {configMap: {name: b}}]}}]',
    'volumes: [{name: v, projected: {sources: [{configMap: {name: b}}, {secret: {name: a}}]}}]',
  ),
  pod('both names of the account', 'serviceAccount: a, serviceAccountName: b', 'serviceAccountName: b'),
  pod('a mounted token', 'automountServiceAccountToken: true', ''),
  container('no escalation', 'securityContext: {allowPrivilegeEscalation: false}', 'tty: false'),
  container('a user that may be root', 'securityContext: {runAsNonRoot: false}', 'tty: false'),
  container(
    'another pull policy than that of the tag',
    'image: "web:1", imagePullPolicy: Always',
    'image: "web:1"',
  ),
  container('the pull policy without an image', 'imagePullPolicy: IfNotPresent', 'tty: false'),
  container(
    'the pull policy of a value to come',
    'image: "web:$(TAG)", imagePullPolicy: IfNotPresent',
    'image: "web:$(TAG)"',
  ),
  container(
    'the order of env sources',
    'envFrom: [{secretRef: {name: a}}, {secretRef: {name: b}}]',
    'envFrom: [{secretRef: {name: b}}, {secretRef: {name: a}}]',
  ),
  ['parallelism of a Job', 'batch/v1/Job', 'spec: {parallelism: 1}', 'spec: {}'],
  ['completions of a Job', 'batch/v1/Job', 'spec: {completions: 1}', 'spec: {}'],
  [
    'the order of failure rules',
    'batch/v1/Job',
    'spec: {podFailurePolicy: {rules: [{action: Ignore}, {action: FailJob}]}}',
    'spec: {podFailurePolicy: {rules: [{action: FailJob}, {action: Ignore}]}}',
  ],
])
