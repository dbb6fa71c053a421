import { container, object, withSpec, workload } from '../../../../support/verb-objects.ts'
import type { VerbRow } from './verb-row.ts'

const annotated = (apiVersion: string, kind: string, annotations: object): object =>
  object(apiVersion, kind, {}, { annotations })
const service = (spec: object): object => withSpec('v1', 'Service', spec)
const scaler = (spec: object): object => withSpec('autoscaling/v2', 'HorizontalPodAutoscaler', spec)
const rbac = (kind: string, body: object): object => object('rbac.authorization.k8s.io/v1', kind, body)

/** Scaling by hand and by itself. */
export const SCALING: readonly VerbRow[] = [
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
      'scale new /spec/minReplicas',
      'autoscale new /spec/maxReplicas',
      'autoscale new /spec/minReplicas',
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

/** What `kubectl set`, `patch`, `label` and `annotate` write. */
export const SETTING: readonly VerbRow[] = [
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

/** What runs something in a container. */
export const RUNNING: readonly VerbRow[] = [
  ...['command', 'args'].map((field): VerbRow => ({
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
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe): VerbRow => ({
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
