import type { Issue } from '../model/issue.ts'
import type { YamlDocument } from '../yaml/yaml-document.ts'
import { checkMetadata } from './check-metadata.ts'
import { checkTypeMeta, classifyDocument, isKustomizeFile } from './classify-document.ts'
import { PlacedObject } from './placed-object.ts'
import { unpackList } from './unpack-list.ts'

/** The objects of a file's documents, lists unpacked; or that there are none; or why they cannot be trusted. */
export type ReadObjects =
  | {
      readonly kind: 'objects' | 'not-manifests'
      readonly objects: readonly PlacedObject[]
      readonly others: readonly PlacedObject[]
    }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** Finds the objects in documents as kubectl does, or what it would refuse. Whether they have names is not asked. */
export function readObjects(documents: readonly YamlDocument[], path: string): ReadObjects {
  const roots = documents.map((document) => new PlacedObject(document, path, document.value))
  const found = roots.map((root) => ({ root, is: classifyDocument(root, path) }))
  const objects: PlacedObject[] = []
  const issues: Issue[] = []
  const hasObjects = found.some(({ is }) => is.kind !== 'other')
  for (const { root, is } of found) {
    if (is.kind === 'refused') issues.push(...is.issues)
    else if (is.kind === 'object') unpackInto(objects, issues, root)
    else if (hasObjects && !isKustomizeFile(root)) issues.push(...checkTypeMeta(root))
  }
  if (issues.length > 0) return { kind: 'refused', issues }
  const others = found.filter(({ is }) => is.kind === 'other').map(({ root }) => root)
  return { kind: hasObjects ? 'objects' : 'not-manifests', objects, others }
}

function unpackInto(objects: PlacedObject[], issues: Issue[], root: PlacedObject): void {
  const unpacked = unpackList(root)
  if (!unpacked.ok) {
    issues.push(...unpacked.error)
    return
  }
  issues.push(...checkMetadata(root))
  for (const object of unpacked.value) {
    if (object !== root) issues.push(...checkTypeMeta(object), ...checkMetadata(object))
    objects.push(object)
  }
}
