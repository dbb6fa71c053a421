import type { KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder, shared } from './list-rule.ts'

/** The files that tell kustomize what to build. */
export const KUSTOMIZE: readonly KindFacts[] = [
  {
    kinds: ['kustomize.config.k8s.io/Kustomization', 'kustomize.config.k8s.io/Component'],
    lists: {
      // One image may become what another entry replaces in turn.
      images: keyedInOrder(['name'], shared('name', 'newName')),
      replicas: keyed('name'),
      configMapGenerator: keyed(['namespace', ''], 'name'),
      secretGenerator: keyed(['namespace', ''], 'name'),
    },
    sets: ['resources', 'bases', 'crds'],
  },
]
