import type { Issue } from '../model/issue.ts'
import type { Json } from '../model/json.ts'
import { parseApiVersion } from './api-version.ts'
import type { PlacedObject } from './placed-object.ts'

/** What a document is: an object for a cluster, a file of another tool, or an object with a mistake. */
export type DocumentKind =
  | { readonly kind: 'object' }
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/**
 * Tells objects from other maps. A document with only one of `apiVersion` and `kind` is an object with a mistake, but
 * for three that no cluster takes and that have no parts of an object: one without `kind` (a chart's or a tool's own
 * file), a values file in which `kind` is a setting, and one whose `kind` is none of Kubernetes.
 */
export function classifyDocument(document: PlacedObject, path: string): DocumentKind {
  if (isKustomizeFile(document)) return OTHER
  const { value } = document
  const hasVersion = 'apiVersion' in value
  const hasKind = 'kind' in value
  if (!hasVersion && !hasKind) return OTHER
  const looksLikeObject = OBJECT_PARTS.some((key) => key in value)
  if (!looksLikeObject && (!hasKind || (!hasVersion && isForeignKind(value['kind'], path)))) return OTHER
  const issues = checkTypeMeta(document)
  return issues.length > 0 ? { kind: 'refused', issues } : { kind: 'object' }
}

/** What is wrong with an object's `apiVersion` and `kind`: both are texts, and neither is empty. */
export function checkTypeMeta(object: PlacedObject): readonly Issue[] {
  const { apiVersion, kind } = { apiVersion: object.value['apiVersion'], kind: object.value['kind'] }
  const issues: Issue[] = []
  if (typeof apiVersion !== 'string' || apiVersion === '') {
    const text = 'The object has no apiVersion, or it is not text. Write one, such as "apiVersion: apps/v1".'
    issues.push(object.issue('manifest.no-api-version', ['apiVersion'], text))
  } else if (parseApiVersion(apiVersion) === undefined) {
    const text = 'The apiVersion is not of the form version or group/version. Correct it.'
    issues.push(object.issue('manifest.api-version', ['apiVersion'], text))
  }
  if (typeof kind !== 'string' || kind === '') {
    const text = 'The object has no kind, or it is not text. Write one, such as "kind: Deployment".'
    issues.push(object.issue('manifest.no-kind', ['kind'], text))
  }
  return issues
}

const OTHER: DocumentKind = { kind: 'other' }
const VALUES_FILE = /values[^/]*$/i
// Without apiVersion only the core group could be meant, and its kinds are all written like "ConfigMap".
const FOREIGN_KIND = /^[a-z]|[^A-Za-z0-9]/
const OBJECT_PARTS = ['metadata', 'items', 'spec', 'data', 'stringData'] as const

function isForeignKind(kind: Json | undefined, path: string): boolean {
  return VALUES_FILE.test(path) || (typeof kind === 'string' && FOREIGN_KIND.test(kind))
}

/** Whether a document is kustomize's own file. kubectl would apply its `items`, so with these it is not. */
export function isKustomizeFile(document: PlacedObject): boolean {
  const { value } = document
  const kind = value['kind']
  if ('items' in value || (kind !== 'Kustomization' && kind !== 'Component')) return false
  const apiVersion = value['apiVersion']
  return typeof apiVersion === 'string' && parseApiVersion(apiVersion)?.group === 'kustomize.config.k8s.io'
}
