import { readManifestFile } from '../../src/core/manifests/read-manifest-file.ts'
import type { PlacedManifest } from '../../src/core/diff/placed-manifest.ts'
import { emptyObject, isJsonObject, type Json, type JsonObject } from '../../src/core/model/json.ts'
import type { Manifest, Placement, SourceRole } from '../../src/core/model/manifest.ts'

/** A manifest as plain JavaScript writes it; integers become bigints. */
function manifest(value: unknown, options: Partial<Pick<Manifest, 'path' | 'line' | 'role'>> = {}): Manifest {
  const object = json(value)
  if (!isJsonObject(object)) throw new TypeError('a manifest is an object')
  const metadata = objectAt(object, 'metadata')
  const line = options.line ?? 1
  const [group, version] = apiVersionOf(text(object['apiVersion']))
  const role: SourceRole = options.role ?? 'manifest'
  return {
    ref: {
      group,
      version,
      kind: text(object['kind']),
      namespace: text(metadata['namespace']) || null,
      name: text(metadata['name']),
    },
    value: object,
    path: options.path ?? 'a.yaml',
    line,
    role,
    locate: (pointer) => ({ line: line + pointer.split('/').length - 1, column: 1 }),
    locateKey: (pointer) => ({ line: line + pointer.split('/').length - 1, column: 1 }),
  }
}

/** A placed manifest: in no environment, in the namespace `default`, unless told otherwise. */
export function placed(
  value: unknown,
  options: Partial<Pick<Manifest, 'path' | 'line' | 'role'> & Placement> = {},
): PlacedManifest {
  const { environment = null, cluster = null, namespace = 'default' } = options
  return { manifest: manifest(value, options), placement: { environment, cluster, namespace } }
}

/** The manifests of a YAML text as Kubernetes reads it, each in the namespace `default`. */
export function yaml(source: string, path = 'a.yaml'): readonly PlacedManifest[] {
  const file = readManifestFile(path, new TextEncoder().encode(source))
  if (file.issues.length > 0) throw new Error(file.issues.map((issue) => issue.text).join('\n'))
  return file.manifests.map((one) => ({
    manifest: one,
    placement: { environment: null, cluster: null, namespace: 'default' },
  }))
}

/** A plain value as the model holds it. */
export function json(value: unknown): Json {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(json)
  if (typeof value !== 'object' || value === null) return value as Json
  const object = emptyObject()
  for (const [key, member] of Object.entries(value)) if (member !== undefined) object[key] = json(member)
  return object
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return isJsonObject(value) ? value : {}
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function apiVersionOf(apiVersion: string): readonly [string, string] {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)]
}
