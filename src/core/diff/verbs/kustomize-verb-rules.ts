import type { Verb } from '../../model/change.ts'
import type { Json } from '../../model/json.ts'
import type { FieldVerbRule } from './field-verb-rule.ts'

const KUSTOMIZATIONS = ['kustomize.config.k8s.io/Kustomization', 'kustomize.config.k8s.io/Component']

/**
 * What an edit of a kustomization does to the objects that it builds: an entry less takes its objects away, an entry more
 * brings them. What a patch or a transformer does is not seen here; it stays `patch`.
 */
export const KUSTOMIZE_VERB_RULES: readonly FieldVerbRule[] = [
  {
    in: KUSTOMIZATIONS,
    at: ['resources[]', 'bases[]', 'components[]', 'crds[]', 'helmCharts[]'],
    decide: entryVerbs,
  },
  { in: KUSTOMIZATIONS, at: ['configMapGenerator[]', 'secretGenerator[]'], decide: entryVerbs },
  { in: KUSTOMIZATIONS, at: ['images'], verbs: ['set-image'] },
  { in: KUSTOMIZATIONS, at: ['replicas'], verbs: ['scale'] },
  { in: KUSTOMIZATIONS, at: ['labels', 'commonLabels'], verbs: ['label'] },
  { in: KUSTOMIZATIONS, at: ['commonAnnotations'], verbs: ['annotate'] },
]

function entryVerbs(old: Json | undefined, now: Json | undefined): readonly Verb[] {
  if (old === undefined) return ['create']
  if (now === undefined) return ['delete']
  return typeof now === 'object' ? [] : ['create', 'delete']
}
