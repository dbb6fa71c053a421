import type { FieldVerbRule } from './field-verb-rule.ts'

const APPLICATION = ['argoproj.io/Application']
const APPLICATION_SET = ['argoproj.io/ApplicationSet']

/**
 * What tells Argo CD and Flux to act, in the words of `argocd app` and `flux`. Turning pruning on is `delete` too: it
 * takes away what has left Git before. An object of theirs that is edited is a `patch` all the same.
 */
export const GITOPS_VERB_RULES: readonly FieldVerbRule[] = [
  {
    in: APPLICATION,
    at: ['operation'],
    decide: (_old, now) => (now === undefined ? ['app-terminate', 'patch'] : []),
  },
  { in: APPLICATION, at: ['operation'], verbs: ['app-sync', 'patch'] },
  {
    in: APPLICATION,
    at: ['spec.syncPolicy.automated.prune'],
    decide: (_old, now) => (now === true ? ['delete', 'app-sync', 'patch'] : []),
  },
  {
    in: APPLICATION,
    at: ['spec.syncPolicy', 'spec.source.targetRevision', 'spec.sources[].targetRevision'],
    verbs: ['app-sync', 'patch'],
  },
  {
    in: APPLICATION_SET,
    at: ['spec.template.spec.syncPolicy.automated.prune'],
    decide: (_old, now) => (now === true ? ['delete', 'app-sync', 'patch'] : []),
  },
  {
    in: APPLICATION_SET,
    at: [
      'spec.template.spec.syncPolicy',
      'spec.template.spec.source.targetRevision',
      'spec.template.spec.sources[].targetRevision',
    ],
    verbs: ['app-sync', 'patch'],
  },
  { in: ['argoproj.io/AppProject'], at: ['spec.syncWindows'], verbs: ['app-sync', 'patch'] },
  {
    in: ['*'],
    at: ["metadata.annotations['argocd.argoproj.io/sync-options']"],
    verbs: ['annotate', 'app-sync'],
  },
  {
    in: ['*'],
    at: ["metadata.annotations['argocd.argoproj.io/skip-reconcile']"],
    decide: (_old, now) => ['annotate', now === 'true' ? 'pause' : 'resume'],
  },
  {
    in: ['*'],
    at: ["metadata.annotations['kustomize.toolkit.fluxcd.io/reconcile']"],
    decide: (_old, now) => ['annotate', now === 'disabled' ? 'pause' : 'resume'],
  },
  {
    in: ['kustomize.toolkit.fluxcd.io/Kustomization'],
    at: ['spec.prune'],
    decide: (_old, now) => (now === true ? ['delete', 'patch'] : []),
  },
]
