import type { Issue } from '../model/issue.ts'
import { isDefinition, scopeOf } from './meaning/defined-kinds.ts'
import type { Pair } from './pair-manifests.ts'

/** An issue for every definition of a custom resource whose objects are to move into namespaces, or out of them. */
export function findScopeChanges(pairs: readonly Pair[]): readonly Issue[] {
  return pairs.flatMap(({ base, head }): readonly Issue[] => {
    if (!base || !head || !isDefinition(base.manifest) || !isDefinition(head.manifest)) return []
    const [old, now] = [scopeOf(base.manifest.value), scopeOf(head.manifest.value)]
    if (old === now) return []
    const { path, ref } = head.manifest
    const text = `The scope of CustomResourceDefinition ${ref.name} changes from ${old ?? 'none'} to ${now ?? 'none'}; the server refuses that, and to replace the definition deletes every object of the kind. Keep the scope.`
    return [
      {
        code: 'manifest.scope-changed',
        severity: 'high',
        path,
        ...head.manifest.locate('/spec/scope'),
        text,
      },
    ]
  })
}
