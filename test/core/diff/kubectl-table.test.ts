import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import { VERBS, type Change } from '../../../src/core/model/change.ts'
import { placed, yaml } from '../../support/manifest.ts'
import { container, object, role, withSpec, workload } from '../../support/verb-objects.ts'

/** A row of the table: what somebody types, what changes in Git, and every word with the place that says so. */
interface Row {
  readonly typed: string
  readonly change: string
  readonly before: object | null
  readonly after: object | null
  readonly said: readonly string[]
}

const annotated = (apiVersion: string, kind: string, annotations: object): object =>
  object(apiVersion, kind, {}, { annotations })
const service = (spec: object): object => withSpec('v1', 'Service', spec)
const node = (spec: object): object => withSpec('v1', 'Node', spec)
const budget = (spec: object): object => withSpec('policy/v1', 'PodDisruptionBudget', spec)
const scaler = (spec: object): object => withSpec('autoscaling/v2', 'HorizontalPodAutoscaler', spec)
const application = (spec: object, more: object = {}): object =>
  object('argoproj.io/v1alpha1', 'Application', { spec, ...more })
const flux = (spec: object): object => withSpec('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', spec)
const rbac = (kind: string, body: object): object => object('rbac.authorization.k8s.io/v1', kind, body)
const gateway = (kind: string, spec: object): object => withSpec('gateway.networking.k8s.io/v1', kind, spec)
const evicting = { key: 'a', effect: 'NoExecute' }

const SCALING: readonly Row[] = [
  {
    typed: 'scale',
    change: 'replicas',
    before: withSpec('apps/v1', 'Deployment', { replicas: 3 }),
    after: withSpec('apps/v1', 'Deployment', { replicas: 0 }),
    said: ['scale new /spec/replicas'],
  },
  {
    typed: 'scale',
    change: 'replicas of a Rollout, no longer said',
    before: withSpec('argoproj.io/v1alpha1', 'Rollout', { replicas: 3 }),
    after: withSpec('argoproj.io/v1alpha1', 'Rollout', {}),
    said: ['scale old /spec/replicas'],
  },
  {
    typed: 'scale',
    change: 'bounds of an autoscaler',
    before: scaler({ minReplicas: 2, maxReplicas: 5 }),
    after: scaler({ minReplicas: 1, maxReplicas: 9 }),
    said: [
      'scale new /spec/maxReplicas',
      'scale old /spec/minReplicas',
      'autoscale new /spec/maxReplicas',
      'autoscale old /spec/minReplicas',
    ],
  },
  {
    typed: 'scale',
    change: 'bounds of a ScaledObject',
    before: withSpec('keda.sh/v1alpha1', 'ScaledObject', { minReplicaCount: 2 }),
    after: withSpec('keda.sh/v1alpha1', 'ScaledObject', { minReplicaCount: 0 }),
    said: ['scale new /spec/minReplicaCount', 'autoscale new /spec/minReplicaCount'],
  },
  {
    typed: 'scale',
    change: 'a ScaledObject at rest',
    before: object('keda.sh/v1alpha1', 'ScaledObject'),
    after: annotated('keda.sh/v1alpha1', 'ScaledObject', { 'autoscaling.keda.sh/paused-replicas': '0' }),
    said: ['scale new /metadata/annotations/autoscaling.keda.sh~1paused-replicas'],
  },
  {
    typed: 'autoscale',
    change: 'an autoscaler created',
    before: null,
    after: scaler({}),
    said: ['create new ', 'autoscale new '],
  },
  {
    typed: 'autoscale',
    change: 'an autoscaler of resources changed',
    before: withSpec('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', {
      updatePolicy: { updateMode: 'Off' },
    }),
    after: withSpec('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', {
      updatePolicy: { updateMode: 'Auto' },
    }),
    said: ['autoscale new /spec/updatePolicy/updateMode'],
  },
]

const DELETING: readonly Row[] = [
  {
    typed: 'delete',
    change: 'an object gone',
    before: service({}),
    after: null,
    said: ['delete old '],
  },
  {
    typed: 'delete',
    change: 'pruning turned on by Argo CD',
    before: application({ syncPolicy: { automated: {} } }),
    after: application({ syncPolicy: { automated: { prune: true } } }),
    said: [
      'delete new /spec/syncPolicy/automated/prune',
      'app-sync new /spec/syncPolicy/automated/prune',
      'patch new /spec/syncPolicy/automated/prune',
    ],
  },
  {
    typed: 'delete',
    change: 'pruning turned off',
    before: flux({ prune: true }),
    after: flux({ prune: false }),
    said: ['patch new /spec/prune'],
  },
  {
    typed: 'delete',
    change: 'pruning turned on by Flux',
    before: flux({ prune: false }),
    after: flux({ prune: true }),
    said: ['delete new /spec/prune', 'patch new /spec/prune'],
  },
  {
    typed: 'orphan',
    change: 'an object gone that Argo CD does not prune',
    before: annotated('v1', 'PersistentVolumeClaim', {
      'argocd.argoproj.io/sync-options': 'Validate=false, Prune=false',
    }),
    after: null,
    said: ['delete old ', 'orphan old /metadata/annotations/argocd.argoproj.io~1sync-options'],
  },
  {
    typed: 'orphan',
    change: 'an object gone that Helm keeps',
    before: annotated('v1', 'PersistentVolumeClaim', { 'helm.sh/resource-policy': 'keep' }),
    after: null,
    said: ['delete old ', 'orphan old /metadata/annotations/helm.sh~1resource-policy'],
  },
  {
    typed: 'orphan',
    change: 'an object gone that Flux does not prune',
    before: object('v1', 'Secret', {}, { labels: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } }),
    after: null,
    said: ['delete old ', 'orphan old /metadata/labels/kustomize.toolkit.fluxcd.io~1prune'],
  },
  {
    typed: 'orphan',
    change: 'an object gone that asks before it is pruned',
    before: annotated('v1', 'Secret', { 'argocd.argoproj.io/sync-options': 'Prune=confirm' }),
    after: null,
    said: ['delete old '],
  },
]

const ROLLOUTS: readonly Row[] = [
  {
    typed: 'rollout restart',
    change: 'restartedAt',
    before: workload({}, { annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-01-01T00:00:00Z' } }),
    after: workload({}, { annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-01-02T00:00:00Z' } }),
    said: ['restart new /spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt'],
  },
  {
    typed: 'rollout undo',
    change: 'an older image: the same as a newer one',
    before: container({ image: 'web:2' }),
    after: container({ image: 'web:1' }),
    said: ['set-image new /spec/template/spec/containers/0/image'],
  },
  {
    typed: 'rollout pause',
    change: 'paused',
    before: withSpec('apps/v1', 'Deployment', {}),
    after: withSpec('apps/v1', 'Deployment', { paused: true }),
    said: ['pause new /spec/paused'],
  },
  {
    typed: 'rollout resume',
    change: 'no longer paused',
    before: withSpec('apps/v1', 'Deployment', { paused: true }),
    after: withSpec('apps/v1', 'Deployment', {}),
    said: ['resume old /spec/paused'],
  },
  {
    typed: 'flux suspend',
    change: 'suspend',
    before: flux({ suspend: false }),
    after: flux({ suspend: true }),
    said: ['pause new /spec/suspend'],
  },
  {
    typed: 'flux resume',
    change: 'suspend',
    before: flux({ suspend: true }),
    after: flux({ suspend: false }),
    said: ['resume new /spec/suspend'],
  },
  {
    typed: 'flux suspend',
    change: 'one object left alone',
    before: annotated('v1', 'Service', { a: 'b' }),
    after: annotated('v1', 'Service', { a: 'b', 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' }),
    said: [
      'annotate new /metadata/annotations/kustomize.toolkit.fluxcd.io~1reconcile',
      'pause new /metadata/annotations/kustomize.toolkit.fluxcd.io~1reconcile',
    ],
  },
  {
    typed: 'argocd app sync',
    change: 'an operation',
    before: application({}),
    after: application({}, { operation: { sync: { revision: 'main' } } }),
    said: ['app-sync new /operation/sync/revision', 'patch new /operation/sync/revision'],
  },
  {
    typed: 'argocd app sync',
    change: 'another revision',
    before: application({ source: { targetRevision: 'v2' } }),
    after: application({ source: { targetRevision: 'v1' } }),
    said: ['app-sync new /spec/source/targetRevision', 'patch new /spec/source/targetRevision'],
  },
  {
    typed: 'argocd app sync',
    change: 'options of an ApplicationSet',
    before: withSpec('argoproj.io/v1alpha1', 'ApplicationSet', { template: { spec: {} } }),
    after: withSpec('argoproj.io/v1alpha1', 'ApplicationSet', {
      template: { spec: { syncPolicy: { syncOptions: ['Replace=true'] } } },
    }),
    said: [
      'app-sync new /spec/template/spec/syncPolicy/syncOptions/0',
      'patch new /spec/template/spec/syncPolicy/syncOptions/0',
    ],
  },
  {
    typed: 'argocd app sync',
    change: 'sync windows',
    before: withSpec('argoproj.io/v1alpha1', 'AppProject', { syncWindows: [{ kind: 'deny' }] }),
    after: withSpec('argoproj.io/v1alpha1', 'AppProject', {}),
    said: ['app-sync old /spec/syncWindows/0/kind', 'patch old /spec/syncWindows/0/kind'],
  },
  {
    typed: 'argocd app sync',
    change: 'sync options of one object',
    before: annotated('v1', 'Service', { 'argocd.argoproj.io/sync-options': 'Prune=false' }),
    after: annotated('v1', 'Service', { 'argocd.argoproj.io/sync-options': 'Replace=true' }),
    said: [
      'annotate new /metadata/annotations/argocd.argoproj.io~1sync-options',
      'app-sync new /metadata/annotations/argocd.argoproj.io~1sync-options',
    ],
  },
  {
    typed: 'argocd app terminate-op',
    change: 'no operation any more',
    before: application({}, { operation: { sync: {} } }),
    after: application({}),
    said: ['app-terminate old /operation', 'patch old /operation'],
  },
]

const SETTING: readonly Row[] = [
  {
    typed: 'set image',
    change: 'image',
    before: container({ image: 'web:1' }),
    after: container({ image: 'web:2' }),
    said: ['set-image new /spec/template/spec/containers/0/image'],
  },
  {
    typed: 'set env',
    change: 'env and envFrom',
    before: container({ env: [{ name: 'A', value: '1' }] }),
    after: container({ envFrom: [{ secretRef: { name: 'a' } }] }),
    said: [
      'set-env old /spec/template/spec/containers/0/env/0',
      'set-env new /spec/template/spec/containers/0/envFrom/0/secretRef/name',
    ],
  },
  {
    typed: 'set resources',
    change: 'limits',
    before: container({}),
    after: container({ resources: { limits: { cpu: 1, memory: '1Gi' } } }),
    said: ['set-resources new /spec/template/spec/containers/0/resources/limits'],
  },
  {
    typed: 'set serviceaccount',
    change: 'serviceAccountName',
    before: workload({ serviceAccountName: 'web' }),
    after: workload({}),
    said: ['set-serviceaccount old /spec/template/spec/serviceAccountName'],
  },
  {
    typed: 'set selector',
    change: 'selector of a Service',
    before: service({ selector: { app: 'a' } }),
    after: service({ selector: { app: 'b' } }),
    said: ['set-selector new /spec/selector/app'],
  },
  {
    typed: 'set subject',
    change: 'subjects of a binding',
    before: rbac('RoleBinding', { subjects: [{ kind: 'User', name: 'a' }] }),
    after: rbac('RoleBinding', {
      subjects: [
        { kind: 'User', name: 'a' },
        { kind: 'User', name: 'b' },
      ],
    }),
    said: ['set-subject new /subjects/1', 'auth-reconcile new /subjects/1'],
  },
  {
    typed: 'patch',
    change: 'any other field',
    before: workload({ terminationGracePeriodSeconds: 30 }),
    after: workload({ terminationGracePeriodSeconds: 0 }),
    said: ['patch new /spec/template/spec/terminationGracePeriodSeconds'],
  },
  {
    typed: 'replace',
    change: 'a field that is fixed',
    before: withSpec('apps/v1', 'Deployment', { selector: { matchLabels: { app: 'a' } } }),
    after: withSpec('apps/v1', 'Deployment', { selector: { matchLabels: { app: 'b' } } }),
    said: ['replace new /spec/selector/matchLabels/app'],
  },
  {
    typed: 'label',
    change: 'labels',
    before: object('v1', 'Service', {}, { labels: { a: 'b' } }),
    after: object('v1', 'Service'),
    said: ['label old /metadata/labels/a'],
  },
  {
    typed: 'annotate',
    change: 'annotations',
    before: annotated('v1', 'Service', { a: 'b' }),
    after: annotated('v1', 'Service', { a: 'c' }),
    said: ['annotate new /metadata/annotations/a'],
  },
]

const NODES: readonly Row[] = [
  {
    typed: 'cordon',
    change: 'unschedulable',
    before: node({}),
    after: node({ unschedulable: true }),
    said: ['cordon new /spec/unschedulable'],
  },
  {
    typed: 'uncordon',
    change: 'schedulable again',
    before: node({ unschedulable: true }),
    after: node({}),
    said: ['uncordon old /spec/unschedulable'],
  },
  {
    typed: 'taint',
    change: 'taints',
    before: node({}),
    after: node({ taints: [{ key: 'a', effect: 'NoSchedule' }] }),
    said: ['taint new /spec/taints/0'],
  },
  {
    typed: 'taint',
    change: 'a toleration more',
    before: workload({ tolerations: [] }),
    after: workload({ tolerations: [{ key: 'a' }] }),
    said: ['taint new /spec/template/spec/tolerations/0'],
  },
  {
    typed: 'drain',
    change: 'a taint that evicts',
    before: node({ taints: [{ key: 'a', effect: 'NoSchedule' }] }),
    after: node({ taints: [{ key: 'a', effect: 'NoSchedule' }, evicting] }),
    said: ['taint new /spec/taints/1', 'drain new /spec/taints/1'],
  },
  {
    typed: 'drain',
    change: 'a toleration less',
    before: workload({ tolerations: [{ key: 'a' }, { key: 'b' }] }),
    after: workload({ tolerations: [{ key: 'a' }] }),
    said: ['taint old /spec/template/spec/tolerations/1', 'drain old /spec/template/spec/tolerations/1'],
  },
  {
    typed: 'drain',
    change: 'a budget gone',
    before: budget({ minAvailable: 1 }),
    after: null,
    said: ['delete old ', 'drain old '],
  },
  {
    typed: 'drain',
    change: 'a budget created: none was there before',
    before: null,
    after: budget({ maxUnavailable: '100%' }),
    said: ['create new '],
  },
  {
    typed: 'drain',
    change: 'a budget loosened',
    before: budget({ minAvailable: 2 }),
    after: budget({ minAvailable: 1 }),
    said: ['drain new /spec/minAvailable'],
  },
  {
    typed: 'drain',
    change: 'a budget for other pods',
    before: budget({ selector: { matchLabels: { app: 'a' } } }),
    after: budget({ selector: { matchLabels: { app: 'b' } } }),
    said: ['drain new /spec/selector/matchLabels/app', 'patch new /spec/selector/matchLabels/app'],
  },
  {
    typed: 'drain',
    change: 'a budget that no longer guards what is ill',
    before: budget({}),
    after: budget({ unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
    said: ['drain new /spec/unhealthyPodEvictionPolicy', 'patch new /spec/unhealthyPodEvictionPolicy'],
  },
]

const REACHING: readonly Row[] = [
  {
    typed: 'expose',
    change: 'a Service created',
    before: null,
    after: service({ ports: [{ port: 80 }] }),
    said: ['create new ', 'expose new '],
  },
  {
    typed: 'expose',
    change: 'another type of Service',
    before: service({ type: 'LoadBalancer' }),
    after: service({}),
    said: ['expose old /spec/type'],
  },
  {
    typed: 'expose',
    change: 'a port more',
    before: service({ ports: [{ port: 80 }] }),
    after: service({ ports: [{ port: 22 }, { port: 80 }] }),
    said: ['expose new /spec/ports/0'],
  },
  {
    typed: 'expose',
    change: 'a route more in an Ingress',
    before: withSpec('networking.k8s.io/v1', 'Ingress', { rules: [{ host: 'a' }] }),
    after: withSpec('networking.k8s.io/v1', 'Ingress', { rules: [{ host: 'a' }, { host: 'b' }] }),
    said: ['expose new /spec/rules/1'],
  },
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map((kind): Row => ({
    typed: 'expose',
    change: `a rule more in a ${kind}`,
    before: gateway(kind, { rules: [{ backendRefs: [{ name: 'a' }] }] }),
    after: gateway(kind, { rules: [{ backendRefs: [{ name: 'a' }] }, { backendRefs: [{ name: 'b' }] }] }),
    said: ['expose new /spec/rules/1'],
  })),
  {
    typed: 'expose',
    change: 'another host of a TLSRoute',
    before: gateway('TLSRoute', { hostnames: ['a'] }),
    after: gateway('TLSRoute', { hostnames: ['b'] }),
    said: ['expose new /spec/hostnames/0'],
  },
  ...['IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP'].map((kind): Row => ({
    typed: 'expose',
    change: `an entry point more in an ${kind}`,
    before: withSpec('traefik.io/v1alpha1', kind, { entryPoints: ['inner'] }),
    after: withSpec('traefik.io/v1alpha1', kind, { entryPoints: ['inner', 'web'] }),
    said: ['expose new /spec/entryPoints/1'],
  })),
  {
    typed: 'expose',
    change: 'a listener created apart from its Gateway',
    before: null,
    after: gateway('ListenerSet', { listeners: [{ name: 'a' }] }),
    said: ['create new ', 'expose new '],
  },
  {
    typed: 'port-forward',
    change: 'hostPort',
    before: container({ ports: [{ containerPort: 80 }] }),
    after: container({ ports: [{ containerPort: 80, hostPort: 80 }] }),
    said: ['port-forward new /spec/template/spec/containers/0/ports/0/hostPort'],
  },
  {
    typed: 'port-forward',
    change: 'hostPort of a new workload',
    before: null,
    after: container({ ports: [{ containerPort: 80, hostPort: 80 }] }),
    said: ['create new ', 'port-forward new /spec/template/spec/containers/0/ports/0/hostPort'],
  },
  {
    typed: 'port-forward',
    change: 'hostPort of a new sidecar',
    before: container({}),
    after: workload({
      containers: [{ name: 'web' }, { name: 'b', ports: [{ containerPort: 80, hostPort: 80 }] }],
    }),
    said: [
      'exec new /spec/template/spec/containers/1',
      'port-forward new /spec/template/spec/containers/1/ports/0/hostPort',
    ],
  },
  {
    typed: 'port-forward',
    change: 'nodePort of a new port',
    before: service({ ports: [{ port: 80 }] }),
    after: service({ ports: [{ port: 80 }, { port: 22, nodePort: 30022 }] }),
    said: ['expose new /spec/ports/1', 'port-forward new /spec/ports/1/nodePort'],
  },
  {
    typed: 'port-forward',
    change: 'nodePort of a new Service',
    before: null,
    after: service({ ports: [{ port: 80, nodePort: 30080 }] }),
    said: ['create new ', 'expose new ', 'port-forward new /spec/ports/0/nodePort'],
  },
  {
    typed: 'port-forward',
    change: 'nodePort',
    before: service({ ports: [{ port: 80 }] }),
    after: service({ ports: [{ port: 80, nodePort: 30080 }] }),
    said: ['port-forward new /spec/ports/0/nodePort'],
  },
]

const RUNNING: readonly Row[] = [
  ...['command', 'args'].map((field): Row => ({
    typed: 'exec',
    change: field,
    before: container({}),
    after: container({ [field]: ['sh'] }),
    said: [`exec new /spec/template/spec/containers/0/${field}/0`],
  })),
  {
    typed: 'exec',
    change: 'a lifecycle command',
    before: container({ lifecycle: { preStop: { exec: { command: ['a'] } } } }),
    after: container({ lifecycle: { preStop: { exec: { command: ['b'] } } } }),
    said: ['exec new /spec/template/spec/containers/0/lifecycle/preStop/exec/command/0'],
  },
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe): Row => ({
    typed: 'exec',
    change: `the command of a ${probe}`,
    before: container({ [probe]: { exec: { command: ['a'] } } }),
    after: container({ [probe]: { exec: { command: ['b'] } } }),
    said: [`exec new /spec/template/spec/containers/0/${probe}/exec/command/0`],
  })),
  {
    typed: 'exec',
    change: 'a new init container',
    before: workload({ containers: [{ name: 'a' }] }),
    after: workload({ containers: [{ name: 'a' }], initContainers: [{ name: 'b' }] }),
    said: ['exec new /spec/template/spec/initContainers/0'],
  },
  {
    typed: 'exec',
    change: 'a new sidecar',
    before: workload({ containers: [{ name: 'a' }] }),
    after: workload({ containers: [{ name: 'a' }, { name: 'b' }] }),
    said: ['exec new /spec/template/spec/containers/1'],
  },
  {
    typed: 'exec',
    change: 'an object that becomes a hook',
    before: annotated('v1', 'ConfigMap', { a: 'b' }),
    after: annotated('v1', 'ConfigMap', { a: 'b', 'argocd.argoproj.io/hook': 'PreSync' }),
    said: [
      'annotate new /metadata/annotations/argocd.argoproj.io~1hook',
      'exec new /metadata/annotations/argocd.argoproj.io~1hook',
    ],
  },
  {
    typed: 'debug',
    change: 'an ephemeral container',
    before: withSpec('v1', 'Pod', { containers: [{ name: 'a' }] }),
    after: withSpec('v1', 'Pod', {
      containers: [{ name: 'a' }],
      ephemeralContainers: [{ name: 'b', image: 'busybox' }],
    }),
    said: ['exec new /spec/ephemeralContainers/0', 'debug new /spec/ephemeralContainers/0'],
  },
  {
    typed: 'run',
    change: 'a Pod created',
    before: null,
    after: withSpec('v1', 'Pod', { containers: [{ name: 'a' }] }),
    said: ['create new ', 'run new '],
  },
  {
    typed: 'create job',
    change: 'a Job created',
    before: null,
    after: withSpec('batch/v1', 'Job', {}),
    said: ['create new ', 'create-job new ', 'exec new '],
  },
  {
    typed: 'create cronjob',
    change: 'a CronJob created',
    before: null,
    after: withSpec('batch/v1', 'CronJob', {}),
    said: ['create new ', 'create-job new ', 'exec new '],
  },
  {
    typed: 'create job',
    change: 'a hook created',
    before: null,
    after: annotated('batch/v1', 'Job', { 'helm.sh/hook': 'pre-install' }),
    said: ['create new ', 'create-job new ', 'exec new ', 'exec new /metadata/annotations/helm.sh~1hook'],
  },
]

/** What a right in RBAC lets its holder type. */
const GRANTS: readonly (readonly [
  typed: string,
  group: string,
  resource: string,
  verbs: readonly string[],
])[] = [
  ['drain', '', 'pods/eviction', ['drain']],
  ['exec', '', 'pods/exec', ['exec']],
  ['attach', '', 'pods/attach', ['exec']],
  ['debug', '', 'pods/ephemeralcontainers', ['exec', 'debug']],
  ['port-forward', '', 'pods/portforward', ['port-forward']],
  ['proxy', '', 'nodes/proxy', ['proxy']],
  ['proxy', '', 'services/proxy', ['proxy']],
  ['proxy', '', 'pods/proxy', ['proxy']],
  ['proxy', '', '*/proxy', ['proxy']],
  ['create token', '', 'serviceaccounts/token', ['create-token']],
  [
    'certificate approve',
    'certificates.k8s.io',
    'certificatesigningrequests/approval',
    ['certificate-approve'],
  ],
]

const RIGHTS: readonly Row[] = [
  ...GRANTS.map(([typed, group, resource, verbs]): Row => ({
    typed,
    change: `a right to ${resource}`,
    before: role(group),
    after: role(group, 'configmaps', resource),
    said: sorted([
      'auth-reconcile new /rules/0',
      'patch new /rules/0',
      ...verbs.map((verb) => `${verb} new /rules/0/resources/1`),
    ]),
  })),
  ...GRANTS.map(([typed, group, resource, verbs]): Row => ({
    typed,
    change: `a new Role with a right to ${resource}`,
    before: null,
    after: role(group, resource),
    said: sorted([
      'create new ',
      'auth-reconcile new ',
      ...verbs.map((verb) => `${verb} new /rules/0/resources/0`),
    ]),
  })),
  {
    typed: 'auth reconcile',
    change: 'a right less',
    before: role('', 'pods/exec'),
    after: role(''),
    said: ['auth-reconcile old /rules/0', 'patch old /rules/0'],
  },
  {
    typed: 'auth reconcile',
    change: 'another role of a binding',
    before: rbac('ClusterRoleBinding', { roleRef: { kind: 'ClusterRole', name: 'view' } }),
    after: rbac('ClusterRoleBinding', { roleRef: { kind: 'ClusterRole', name: 'admin' } }),
    said: ['auth-reconcile new /roleRef/name', 'replace new /roleRef/name'],
  },
  {
    typed: 'auth reconcile',
    change: 'what a ClusterRole gathers',
    before: rbac('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] } }),
    after: rbac('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{}] } }),
    said: [
      'auth-reconcile old /aggregationRule/clusterRoleSelectors/0/matchLabels/a',
      'patch old /aggregationRule/clusterRoleSelectors/0/matchLabels/a',
    ],
  },
  {
    typed: 'auth reconcile',
    change: 'a ClusterRole that is gathered',
    before: object('rbac.authorization.k8s.io/v1', 'ClusterRole', {}, { labels: { a: 'b' } }),
    after: object(
      'rbac.authorization.k8s.io/v1',
      'ClusterRole',
      {},
      { labels: { a: 'b', 'rbac.authorization.k8s.io/aggregate-to-admin': 'true' } },
    ),
    said: [
      'auth-reconcile new /metadata/labels/rbac.authorization.k8s.io~1aggregate-to-admin',
      'label new /metadata/labels/rbac.authorization.k8s.io~1aggregate-to-admin',
    ],
  },
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind): Row => ({
    typed: `create ${kind.toLowerCase()}`,
    change: `a ${kind} created`,
    before: null,
    after: rbac(kind, {}),
    said: ['create new ', 'auth-reconcile new '],
  })),
  {
    typed: 'create token',
    change: 'a Secret that becomes a token',
    before: null,
    after: object('v1', 'Secret', { type: 'kubernetes.io/service-account-token' }),
    said: ['create new ', 'create-token new /type'],
  },
]

const TABLE = [...SCALING, ...DELETING, ...ROLLOUTS, ...SETTING, ...NODES, ...REACHING, ...RUNNING, ...RIGHTS]

describe('the kubectl table', () => {
  it.each(TABLE)('$typed: $change', ({ before, after, said }) => {
    const change = changeBetween(before, after)
    expect(change.evidence.map(({ verb, side, path }) => `${verb} ${side} ${path}`)).toEqual(said)
    expect(change.verbs).toEqual([...new Set(said.map((one) => one.split(' ')[0]))])
  })

  it('has a row for every word', () => {
    const words = new Set(TABLE.flatMap(({ said }) => said.map((one) => one.split(' ')[0])))
    expect(VERBS.filter((verb) => !words.has(verb))).toEqual([])
  })
})

describe('evidence', () => {
  it('has the line of the new file, and of the old one for what goes', () => {
    const head = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n'
    const { changes } = diffManifests(
      yaml(`# moved\n${head}  replicas: 1\n  paused: true\n`, 'old.yaml'),
      yaml(`${head}  foo: 1\n  replicas: 3\n`, 'new.yaml'),
    )
    expect(changes[0]?.source.oldPath).toBe('old.yaml')
    expect(changes[0]?.evidence).toEqual([
      { verb: 'scale', side: 'new', path: '/spec/replicas', line: 6 },
      { verb: 'resume', side: 'old', path: '/spec/paused', line: 7 },
      { verb: 'patch', side: 'new', path: '/spec/foo', line: 5 },
    ])
  })

  it('says the nearest common place where one addition holds several', () => {
    const change = changeBetween(
      workload({ containers: [{ name: 'a' }] }),
      workload({
        containers: [{ name: 'a', livenessProbe: { exec: { command: ['a', 'b'] }, periodSeconds: 5 } }],
      }),
    )
    expect(change.evidence.map(({ verb, path }) => `${verb} ${path}`)).toEqual([
      'exec /spec/template/spec/containers/0/livenessProbe/exec/command',
      'patch /spec/template/spec/containers/0/livenessProbe/periodSeconds',
    ])
  })

  it('of a patch is what the patch says', () => {
    const patch = { ...withSpec('apps/v1', 'Deployment', { replicas: 0 }), $patch: 'delete' }
    const keeping = annotated('apps/v1', 'Deployment', { 'helm.sh/resource-policy': 'keep' })
    expect(evidenceOfPatch(null, patch)).toEqual([
      'create new ',
      'delete new /$patch',
      'scale new /spec/replicas',
      'patch new /$patch',
    ])
    expect(evidenceOfPatch(keeping, null)).toEqual([
      'delete old ',
      'annotate old /metadata/annotations/helm.sh~1resource-policy',
    ])
  })
})

function sorted(said: readonly string[]): readonly string[] {
  const order = (one: string): number => VERBS.findIndex((verb) => one.startsWith(`${verb} `))
  return said.toSorted((a, b) => order(a) - order(b))
}

function changeBetween(before: object | null, after: object | null, isPatch = false): Change {
  const side = (one: object | null): ReturnType<typeof placed>[] =>
    one ? [placed(one, { role: isPatch ? 'kustomize-patch' : 'manifest' })] : []
  const [change, ...others] = diffManifests(side(before), side(after)).changes
  expect(others).toEqual([])
  if (!change) throw new Error('nothing changed')
  return change
}

function evidenceOfPatch(before: object | null, after: object | null): readonly string[] {
  return changeBetween(before, after, true).evidence.map(({ verb, side, path }) => `${verb} ${side} ${path}`)
}
