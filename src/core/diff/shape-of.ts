import type { SourceRole } from '../model/manifest.ts'
import { groupKind, type ObjectRef } from '../model/object-ref.ts'
import { type FactAt, isNamedKind, pieceFacts, wholeFacts } from './facts/facts-of-kind.ts'
import { storedGroup } from './identity.ts'
import { POD_KINDS, podTemplateOf, writeOutPath } from './pod-template.ts'
import { growShape, type Shape } from './shape.ts'

/** What is known about a kind: its fields, and whether a null member is the same as none. */
export interface KindShape {
  readonly root: Shape
  readonly nullIsAbsent: boolean
}

/** Of the files of other tools nothing is known. */
const SETTINGS: KindShape = { root: growShape([]), nullIsAbsent: false }

const shapes = new Map<string, KindShape>()

/**
 * What is known about the objects of a kind. Pieces that another tool completes (patches, templates) have list
 * keys and readings only: nothing that they leave out has a default, and null in a patch removes a field.
 */
export function shapeOf(ref: ObjectRef, role: SourceRole): KindShape {
  if (role === 'settings') return SETTINGS
  const kind = groupKind({ group: storedGroup(ref), kind: ref.kind })
  const known = isKnown(kind) ? kind : isBuiltIn(storedGroup(ref)) ? '(built-in)' : '(custom)'
  const key = `${known} ${isKnown(kind) ? ref.version : ''} ${role === 'manifest' ? 'whole' : 'piece'}`
  const cached = shapes.get(key)
  if (cached) return cached
  const shape = makeShape(known, ref, role === 'manifest')
  shapes.set(key, shape)
  return shape
}

/** Whether Kubernetes itself serves the group. */
function isBuiltIn(group: string): boolean {
  if (group === 'gateway.networking.k8s.io' || group.endsWith('.x-k8s.io')) return false
  return !group.includes('.') || BUILT_IN_GROUPS.has(group)
}

const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
])

function isKnown(kind: string): boolean {
  return isNamedKind(kind) || POD_KINDS.includes(kind)
}

function makeShape(kind: string, ref: ObjectRef, whole: boolean): KindShape {
  const builtIn = isBuiltIn(storedGroup(ref))
  const template = podTemplateOf(ref)
  const labels = new Set(['*', kind])
  if (builtIn) labels.add('built-in')
  if (template !== undefined) labels.add('pod')
  if (template !== undefined && builtIn) labels.add('built-in pod')
  const facts = whole ? wholeFacts(labels, ref.version) : pieceFacts(labels)
  return { root: growShape(expand(facts, template, whole)), nullIsAbsent: whole && builtIn }
}

function* expand(facts: Iterable<FactAt>, template: string | undefined, whole: boolean): Iterable<FactAt> {
  // The namespace is part of the identity.
  if (whole) yield ['metadata.namespace', { ignored: true }]
  for (const [path, fact] of facts) {
    for (const written of writeOutPath(path, template)) yield [written, fact]
  }
}
