import { meansAnother, meansTheSame } from './meaning-cases.ts'

const APPLICATION = 'argoproj.io/v1alpha1/Application'
const PROJECT = 'argoproj.io/v1alpha1/AppProject'
const KUSTOMIZATION = 'kustomize.toolkit.fluxcd.io/v1/Kustomization'
const RELEASE = 'helm.toolkit.fluxcd.io/v2/HelmRelease'
const RULES = 'monitoring.coreos.com/v1/PrometheusRule'

meansTheSame([
  [
    'options and parameters of an Application',
    APPLICATION,
    'spec: {source: {helm: {parameters: [{name: a}, {name: b}]}}, syncPolicy: {automated: {prune: false}, syncOptions: [a, b]}}',
    'spec: {source: {helm: {parameters: [{name: b}, {name: a}]}}, syncPolicy: {automated: {}, syncOptions: [b, a]}}',
  ],
  [
    'the same in an ApplicationSet',
    'argoproj.io/v1alpha1/ApplicationSet',
    'spec: {template: {spec: {ignoreDifferences: [{kind: a, jsonPointers: [x, y]}, {kind: b}]}}}',
    'spec: {template: {spec: {ignoreDifferences: [{kind: b}, {kind: a, jsonPointers: [y, x]}]}}}',
  ],
  [
    'what a project allows',
    PROJECT,
    'spec: {sourceRepos: [a, b], destinations: [{server: x}, {server: y}], roles: [{name: r, policies: [p, q]}, {name: s}]}',
    'spec: {sourceRepos: [b, a], destinations: [{server: y}, {server: x}], roles: [{name: s}, {name: r, policies: [q, p]}]}',
  ],
  [
    'what a Kustomization waits for',
    KUSTOMIZATION,
    'spec: {dependsOn: [{name: a}, {name: b}]}',
    'spec: {dependsOn: [{name: b}, {name: a}], suspend: false}',
  ],
  ['durations of a release', RELEASE, 'spec: {install: {timeout: 5m}}', 'spec: {install: {timeout: 300s}}'],
  [
    'names of a certificate',
    'cert-manager.io/v1/Certificate',
    'spec: {dnsNames: [a, b], usages: [c, d], duration: 24h, issuerRef: {name: x, kind: Issuer}}',
    'spec: {dnsNames: [b, a], usages: [d, c], duration: 1440m, issuerRef: {name: x}}',
  ],
  [
    'keys of an external secret',
    'external-secrets.io/v1/ExternalSecret',
    'spec: {refreshInterval: 1h0m0s, data: [{secretKey: a}, {secretKey: b}]}',
    'spec: {data: [{secretKey: b}, {secretKey: a}]}',
  ],
  [
    'a day of Prometheus',
    RULES,
    'spec: {groups: [{name: a, rules: [{alert: x, for: 1d}]}, {name: b}]}',
    'spec: {groups: [{name: b}, {name: a, rules: [{alert: x, for: 24h}]}]}',
  ],
  [
    'bounds of KEDA',
    'keda.sh/v1alpha1/ScaledObject',
    'spec: {minReplicaCount: 0, maxReplicaCount: 100}',
    'spec: {}',
  ],
])

meansAnother([
  [
    'the order of value files',
    APPLICATION,
    'spec: {source: {helm: {valueFiles: [a, b]}}}',
    'spec: {source: {helm: {valueFiles: [b, a]}}}',
  ],
  [
    'pruning',
    APPLICATION,
    'spec: {syncPolicy: {automated: {prune: true}}}',
    'spec: {syncPolicy: {automated: {}}}',
  ],
  ['automation and none', APPLICATION, 'spec: {syncPolicy: {automated: {}}}', 'spec: {syncPolicy: {}}'],
  [
    'the order of accounts',
    PROJECT,
    'spec: {destinationServiceAccounts: [{server: a}, {server: b}]}',
    'spec: {destinationServiceAccounts: [{server: b}, {server: a}]}',
  ],
  [
    'the order of patches',
    KUSTOMIZATION,
    'spec: {patches: [{patch: a}, {patch: b}]}',
    'spec: {patches: [{patch: b}, {patch: a}]}',
  ],
  [
    'the order of substitutions',
    KUSTOMIZATION,
    'spec: {postBuild: {substituteFrom: [{name: a}, {name: b}]}}',
    'spec: {postBuild: {substituteFrom: [{name: b}, {name: a}]}}',
  ],
  [
    'the order of values',
    RELEASE,
    'spec: {valuesFrom: [{name: a}, {name: b}]}',
    'spec: {valuesFrom: [{name: b}, {name: a}]}',
  ],
  ['suspension', RELEASE, 'spec: {suspend: true}', 'spec: {}'],
  [
    'the order of rules of Prometheus',
    RULES,
    'spec: {groups: [{name: a, rules: [{record: x}, {record: y}]}]}',
    'spec: {groups: [{name: a, rules: [{record: y}, {record: x}]}]}',
  ],
  [
    'triggers of KEDA',
    'keda.sh/v1alpha1/ScaledObject',
    'spec: {triggers: [{type: a}, {type: b}]}',
    'spec: {triggers: [{type: b}, {type: a}]}',
  ],
  ['a day where Go knows none', RELEASE, 'spec: {interval: 1d}', 'spec: {interval: 24h}'],
])
