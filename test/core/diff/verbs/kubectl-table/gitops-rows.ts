import { container, object, withSpec, workload } from '../../../../support/verb-objects.ts'
import type { VerbRow } from './verb-row.ts'

const annotated = (apiVersion: string, kind: string, annotations: object): object =>
  object(apiVersion, kind, {}, { annotations })
const service = (spec: object): object => withSpec('v1', 'Service', spec)
const application = (spec: object, more: object = {}): object =>
  object('argoproj.io/v1alpha1', 'Application', { spec, ...more })
const flux = (spec: object): object => withSpec('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', spec)

/** What takes objects away, or leaves them behind. */
export const DELETING: readonly VerbRow[] = [
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

/** Rollouts, and what Argo CD and Flux are told. */
export const ROLLOUTS: readonly VerbRow[] = [
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
