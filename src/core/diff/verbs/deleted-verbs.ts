import type { JsonObject } from '../../model/json.ts'
import { pointerTo, valueAt, type JsonPointer } from '../../model/json-pointer.ts'
import type { SaidVerb } from './said-verb.ts'

/** The words for an object that goes. One that is kept from being pruned is `orphan`, and `delete` all the same: somebody may not prune as Git says. */
export function deletedVerbs(kind: string, object: JsonObject): readonly SaidVerb[] {
  const whole: SaidVerb = { verb: 'delete', side: 'old', path: '' }
  return [
    whole,
    ...(kind === 'policy/PodDisruptionBudget' ? [{ ...whole, verb: 'drain' as const }] : []),
    ...KEEPERS.filter(([at, keeps]) => keeps(valueAt(object, at))).map(([path]) => ({
      ...whole,
      verb: 'orphan' as const,
      path,
    })),
  ]
}

const FLUX = 'kustomize.toolkit.fluxcd.io/prune'

/** What tells each tool to leave an object in the cluster that has left Git. Flux reads labels as well. */
const KEEPERS: readonly (readonly [at: JsonPointer, keeps: (value: unknown) => boolean])[] = [
  [
    pointerTo('/metadata/annotations', 'argocd.argoproj.io/sync-options'),
    (value) => wordsOf(value).includes('prune=false'),
  ],
  [pointerTo('/metadata/annotations', 'helm.sh/resource-policy'), (value) => wordsOf(value).includes('keep')],
  [pointerTo('/metadata/annotations', FLUX), (value) => wordsOf(value).includes('disabled')],
  [pointerTo('/metadata/labels', FLUX), (value) => wordsOf(value).includes('disabled')],
]

function wordsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(',').map((part) => part.trim().toLowerCase()) : []
}
