import type { SourceRole } from '../model/manifest.ts'
import { groupKind, type ObjectRef } from '../model/object-ref.ts'
import { DEFAULTS } from './defaults.ts'
import { storedGroup } from './identity.ts'
import { EMPTY_IS_ABSENT, FREE_FORM, READINGS, SERVER_OWNED, type FactAt } from './known-fields.ts'
import { LIST_KEYS } from './list-keys.ts'
import { POD_KINDS, podTemplateOf, writeOutPath } from './pod-template.ts'
import { growShape, type FieldFact, type Shape } from './shape.ts'

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

const NAMED_KINDS: ReadonlySet<string> = new Set([
  ...POD_KINDS,
  ...[...LIST_KEYS, ...DEFAULTS, ...SERVER_OWNED, ...EMPTY_IS_ABSENT, ...FREE_FORM, ...READINGS].flatMap(
    (entry) => entry.in,
  ),
])

function isKnown(kind: string): boolean {
  return NAMED_KINDS.has(kind)
}

function makeShape(kind: string, ref: ObjectRef, whole: boolean): KindShape {
  const builtIn = isBuiltIn(storedGroup(ref))
  const template = podTemplateOf(ref)
  const labels = new Set(['*', kind])
  if (builtIn) labels.add('built-in')
  if (template !== undefined) labels.add('pod')
  if (template !== undefined && builtIn) labels.add('built-in pod')
  const facts = whole ? wholeFacts(labels, ref.version) : pieceFacts(labels)
  return { root: growShape(expand(facts, template)), nullIsAbsent: whole && builtIn }
}

function* wholeFacts(labels: ReadonlySet<string>, version: string): Iterable<readonly [string, FieldFact]> {
  yield* pieceFacts(labels)
  yield ['metadata.namespace', { ignored: true }]
  yield* factsIn([...SERVER_OWNED, ...EMPTY_IS_ABSENT, ...FREE_FORM], labels)
  const podDefaults = labels.has('built-in pod')
  for (const entry of DEFAULTS) {
    const holds = entry.in.some((label) => (label === 'pod' ? podDefaults : labels.has(label)))
    if (!holds || !entry.versions.includes(version)) continue
    for (const [path, fallback] of Object.entries(entry.values)) yield [path, { fallback }]
  }
}

function* pieceFacts(labels: ReadonlySet<string>): Iterable<readonly [string, FieldFact]> {
  for (const entry of LIST_KEYS) {
    if (entry.in.some((label) => labels.has(label)))
      for (const path of entry.at) yield [path, { list: entry.rule }]
  }
  yield* factsIn(READINGS, labels)
}

function* factsIn(
  table: readonly FactAt[],
  labels: ReadonlySet<string>,
): Iterable<readonly [string, FieldFact]> {
  for (const entry of table) {
    if (entry.in.some((label) => labels.has(label))) for (const path of entry.at) yield [path, entry.fact]
  }
}

function* expand(
  facts: Iterable<readonly [string, FieldFact]>,
  template: string | undefined,
): Iterable<readonly [string, FieldFact]> {
  for (const [path, fact] of facts) {
    for (const written of writeOutPath(path, template)) yield [written, fact]
  }
}
