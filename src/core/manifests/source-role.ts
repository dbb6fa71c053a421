import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import type { SourceRole } from '../model/manifest.ts'

/** What kind of file an object stands in, by the file's path and the object's own patch directives. */
export function sourceRole(path: string, value: Json): SourceRole {
  const folders = path.split('/')
  const name = folders.pop() ?? ''
  if (folders.includes('templates')) return 'helm-template'
  if (folders.includes('patches') || PATCH_NAME.test(name) || hasDirective(value)) return 'kustomize-patch'
  return 'manifest'
}

const PATCH_NAME = /^(?:patch.*|.*[-_.]patch)\.(?:ya?ml|json)$/i

function hasDirective(value: Json): boolean {
  if (isJsonList(value)) return value.some(hasDirective)
  if (!isJsonObject(value)) return false
  for (const key in value) if (key === '$patch' || hasDirective(value[key] ?? null)) return true
  return false
}
