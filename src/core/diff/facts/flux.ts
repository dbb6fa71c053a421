import type { KindFacts } from './kind-facts.ts'

/** Flux. */
export const FLUX: readonly KindFacts[] = [
  {
    kinds: ['kustomize.toolkit.fluxcd.io/Kustomization', 'helm.toolkit.fluxcd.io/HelmRelease'],
    durations: ['spec.interval', 'spec.retryInterval', 'spec.timeout'],
  },
]
