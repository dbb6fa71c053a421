import { textAt } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import type { ObjectRef } from '../model/object-ref.ts'
import { parseApiVersion } from './api-version.ts'
import { isKustomizeFile } from './classify-document.ts'
import { fileRole } from './file-role.ts'
import type { PlacedObject } from './placed-object.ts'

/**
 * A document that is no object, as what it is: kustomize's own file, which says its kind or need not where its file has
 * the name that kustomize looks for; else the settings of some other tool, without a reference.
 */
export function settingsOf(document: PlacedObject, path: string): Manifest {
  const { value, line } = document
  const ref = kustomizationRef(document, path)
  return {
    ref: ref ?? NO_REFERENCE,
    value,
    path,
    line,
    role: ref ? 'kustomization' : 'settings',
    locate: (pointer) => document.locate(pointer),
    locateKey: (pointer) => document.locateKey(pointer),
  }
}

const NO_REFERENCE: ObjectRef = { group: '', version: '', kind: '', namespace: null, name: '' }

function kustomizationRef(document: PlacedObject, path: string): ObjectRef | null {
  const { value } = document
  const isUnnamed = !('apiVersion' in value) && !('kind' in value) && fileRole(path) === 'kustomization'
  if (!isUnnamed && !isKustomizeFile(document)) return null
  const kind = textAt(value, 'kind') ?? 'Kustomization'
  const version = parseApiVersion(textAt(value, 'apiVersion') ?? '')?.version ?? 'v1beta1'
  return { ...NO_REFERENCE, group: 'kustomize.config.k8s.io', version, kind }
}
