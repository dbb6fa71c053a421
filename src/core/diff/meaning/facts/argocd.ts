import { below, type Defaults, type KindFacts } from './kind-facts.ts'
import { keyed, type ListRule } from './list-rule.ts'

/** What an Application says, and what an ApplicationSet says of those that it makes. */
const SPECS = ['spec', 'spec.template.spec']
const SOURCES = below(SPECS, ['source', 'sources[]'])

/** Argo CD. Of the lists of a source `helm.valueFiles` and the patches of kustomize have an order. */
export const ARGOCD: readonly KindFacts[] = [
  {
    kinds: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
    lists: sourceLists(),
    unordered: [
      ...below(SPECS, [
        'info',
        'syncPolicy.syncOptions',
        'ignoreDifferences',
        'ignoreDifferences[].jsonPointers',
        'ignoreDifferences[].jqPathExpressions',
        'ignoreDifferences[].managedFieldsManagers',
      ]),
      ...below(SOURCES, ['kustomize.images']),
    ],
    defaults: { v1alpha1: automation() },
    emptyIsAbsent: below(SPECS, ['ignoreDifferences', 'syncPolicy', 'syncPolicy.syncOptions']),
    durations: below(SPECS, ['syncPolicy.retry.backoff.duration', 'syncPolicy.retry.backoff.maxDuration']),
  },
  {
    kinds: ['argoproj.io/AppProject'],
    lists: { 'spec.roles': keyed('name') },
    unordered: below(
      ['spec'],
      [
        'sourceRepos',
        'sourceNamespaces',
        'destinations',
        'clusterResourceWhitelist',
        'clusterResourceBlacklist',
        'namespaceResourceWhitelist',
        'namespaceResourceBlacklist',
        'signatureKeys',
        'roles[].policies',
        'roles[].groups',
        'syncWindows',
        'syncWindows[].applications',
        'syncWindows[].namespaces',
        'syncWindows[].clusters',
        'orphanedResources.ignore',
      ],
    ),
  },
]

function sourceLists(): Readonly<Record<string, ListRule>> {
  const paths = below(SOURCES, ['helm.parameters', 'helm.fileParameters'])
  return Object.fromEntries(paths.map((path) => [path, keyed('name')]))
}

function automation(): Defaults {
  const paths = below(
    SPECS,
    ['prune', 'selfHeal', 'allowEmpty'].map((name) => `syncPolicy.automated.${name}`),
  )
  return Object.fromEntries(paths.map((path) => [path, false]))
}
