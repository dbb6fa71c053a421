import { below, inVersions, type KindFacts } from './kind-facts.ts'
import { keyedInOrder, shared } from './list-rule.ts'

const KUSTOMIZATION = 'kustomize.toolkit.fluxcd.io/Kustomization'
const HELM_RELEASE = 'helm.toolkit.fluxcd.io/HelmRelease'
const SOURCES = ['GitRepository', 'HelmRepository', 'HelmChart', 'OCIRepository', 'Bucket'].map(
  (kind) => `source.toolkit.fluxcd.io/${kind}`,
)
const IMAGES = ['ImageRepository', 'ImageUpdateAutomation'].map((kind) => `image.toolkit.fluxcd.io/${kind}`)
const NOTICES = ['Alert', 'Receiver'].map((kind) => `notification.toolkit.fluxcd.io/${kind}`)
const VERSIONS = ['v1', 'v1beta1', 'v1beta2', 'v1beta3', 'v2', 'v2beta1', 'v2beta2']

/** Flux. `patches`, `components`, `valuesFrom` and `substituteFrom` have an order. */
export const FLUX: readonly KindFacts[] = [
  {
    kinds: [KUSTOMIZATION, HELM_RELEASE, ...SOURCES, ...IMAGES, ...NOTICES],
    defaults: inVersions(VERSIONS, { 'spec.suspend': false }),
    durations: ['spec.interval', 'spec.retryInterval', 'spec.timeout'],
  },
  {
    kinds: [KUSTOMIZATION, HELM_RELEASE],
    unordered: ['spec.dependsOn'],
  },
  {
    kinds: [KUSTOMIZATION],
    // One image may become what another entry replaces in turn.
    lists: { 'spec.images': keyedInOrder(['name'], shared('name', 'newName')) },
    unordered: ['spec.healthChecks'],
    defaults: inVersions(VERSIONS, { 'spec.force': false, 'spec.wait': false }),
  },
  {
    kinds: [HELM_RELEASE],
    defaults: inVersions(VERSIONS, { 'spec.chart.spec.version': '*' }),
    durations: [
      'spec.chart.spec.interval',
      ...below(
        ['spec'],
        ['install', 'upgrade', 'rollback', 'uninstall', 'test'].map((name) => `${name}.timeout`),
      ),
    ],
  },
  { kinds: NOTICES, unordered: ['spec.eventSources', 'spec.events', 'spec.resources'] },
]
