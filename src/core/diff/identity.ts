import { isClusterScoped } from '../manifests/cluster-scoped.ts'
import { isJsonObject, textAt } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import type { ObjectRef } from '../model/object-ref.ts'
import { type DefinedKinds, NOT_DEFINED } from './meaning/defined-kinds.ts'
import type { PlacedManifest } from './placed-manifest.ts'

/** Kinds of the retired group `extensions` and the group in which the server stores their objects. */
const LEGACY_GROUPS: ReadonlyMap<string, string> = new Map([
  ['Ingress', 'networking.k8s.io'],
  ['NetworkPolicy', 'networking.k8s.io'],
  ['Deployment', 'apps'],
  ['DaemonSet', 'apps'],
  ['ReplicaSet', 'apps'],
  ['PodSecurityPolicy', 'policy'],
])

/**
 * Which object this is: environment and cluster, group, kind, effective namespace and name; never the version and
 * not the file. A patch or a template is a piece of its own and known by its file too. Equal texts mean the same
 * object; names cannot be chosen so that two objects get one text.
 */
export function identityOf(placed: PlacedManifest, kinds: DefinedKinds = NOT_DEFINED): string {
  const { role, path } = placed.manifest
  const identity = objectIdentityOf(placed, kinds)
  return role === 'manifest' ? identity : `${identity} ${escape(path)}`
}

/** The same without the file: what a piece can be recognised by when its file moves. */
export function objectIdentityOf(placed: PlacedManifest, kinds: DefinedKinds): string {
  const { role } = placed.manifest
  const target = targetIdentityOf(placed, kinds)
  return role === 'manifest' ? target : `${target} ${role}`
}

/** The same without the role: which object a manifest is, or a piece is a part of. */
export function targetIdentityOf(placed: PlacedManifest, kinds: DefinedKinds): string {
  const { manifest, placement } = placed
  const ref = effectiveRef(placed, kinds)
  return [
    `${escape(placement.environment ?? '')}/${escape(placement.cluster ?? '')}`,
    `${escape(storedGroup(ref))}/${escape(ref.kind)}`,
    `${escape(ref.namespace ?? '')}/${nameOf(manifest)}`,
  ].join(' ')
}

/** The reference with the namespace that the object really gets; null for a kind that has none. */
export function effectiveRef(
  { manifest, placement }: PlacedManifest,
  kinds: DefinedKinds = NOT_DEFINED,
): ObjectRef {
  const { ref } = manifest
  const hasNone = isClusterScoped(storedGroup(ref), ref.kind) || kinds.isClusterScoped(ref)
  return { ...ref, namespace: hasNone ? null : ref.namespace || placement.namespace }
}

/** The group under which the server stores the object: `apps` for a Deployment of `extensions`. */
export function storedGroup(ref: Pick<ObjectRef, 'group' | 'kind'>): string {
  return ref.group === 'extensions' ? (LEGACY_GROUPS.get(ref.kind) ?? ref.group) : ref.group
}

/** Whether every apply makes a new object because only the beginning of its name is written. */
export function isGenerated(manifest: Manifest): boolean {
  return manifest.ref.name === '' && generateName(manifest) !== ''
}

/** The folder a path lies in; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function nameOf(manifest: Manifest): string {
  return isGenerated(manifest) ? `${escape(generateName(manifest))}/*` : escape(manifest.ref.name)
}

function generateName(manifest: Manifest): string {
  const metadata = manifest.value['metadata']
  return (isJsonObject(metadata) && textAt(metadata, 'generateName')) || ''
}

/** Keeps the separators of an identity out of its parts. */
function escape(part: string): string {
  return part.replaceAll(/[%/ ]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}
