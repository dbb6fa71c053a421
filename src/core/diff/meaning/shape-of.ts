import type { SourceRole } from '../../model/manifest.ts'
import { groupKind, type ObjectRef } from '../../model/object-ref.ts'
import { isBuiltInGroup } from './built-in-groups.ts'
import { type DefinedKinds, NOT_DEFINED } from './defined-kinds.ts'
import type { DefinedFact } from './facts/definition-facts.ts'
import { type FactAt, isNamedKind, pieceFacts, wholeFacts } from './facts/facts-of-kind.ts'
import { keyed } from './facts/list-rule.ts'
import { storedGroup } from '../identity.ts'
import { POD_KINDS, podTemplateOf, writeOutPath } from '../pod-template.ts'
import { type FieldFact, growShape, type KindShape } from './shape.ts'

/** Of the files of other tools nothing is known. */
const SETTINGS: KindShape = { root: growShape([]), nullIsAbsent: false }

/** Of a chart's own file: what it depends on goes by name, in whatever order. */
export const CHART: KindShape = {
  root: growShape([['dependencies', { list: keyed('name', ['alias', '']) }]]),
  nullIsAbsent: false,
}

const shapes = new Map<string, KindShape>()

/**
 * What is known about the objects of a kind. Pieces that another tool completes (patches, templates) have list
 * keys and readings only: nothing that they leave out has a default, and null in a patch removes a field.
 */
export function shapeOf(ref: ObjectRef, role: SourceRole, kinds: DefinedKinds = NOT_DEFINED): KindShape {
  if (role === 'settings') return SETTINGS
  const whole = role === 'manifest'
  const defined = kinds.factsOf(ref).filter(({ fact }) => whole || holdsInPieces(fact))
  // A definition may be an old copy: a namespace that is written is shown, though by the definition it does not count.
  const showsNamespace = kinds.isClusterScoped(ref)
  if (defined.length > 0 || showsNamespace)
    return kinds.shapeOf(ref, role, () => makeShape(ref, whole, defined, showsNamespace))
  const kind = knownKind(ref)
  const key = `${kind} ${isKnown(kind) ? ref.version : ''} ${whole ? 'whole' : 'piece'}`
  const cached = shapes.get(key)
  if (cached) return cached
  const shape = makeShape(ref, whole)
  shapes.set(key, shape)
  return shape
}

/** What a piece leaves out has no default, and whatever it writes is meant. */
function holdsInPieces({ fallback, ignored }: FieldFact): boolean {
  return fallback === undefined && !ignored
}

/** The kind as tables name it; all others that one may say the same of are one. */
function knownKind(ref: ObjectRef): string {
  const group = storedGroup(ref)
  const kind = groupKind({ group, kind: ref.kind })
  if (isKnown(kind)) return kind
  return isBuiltInGroup(group) ? '(built-in)' : '(custom)'
}

function isKnown(kind: string): boolean {
  return isNamedKind(kind) || POD_KINDS.includes(kind)
}

/** What a definition says comes first: what is known of a kind counts more. */
function makeShape(
  ref: ObjectRef,
  whole: boolean,
  defined: readonly DefinedFact[] = [],
  showsNamespace = false,
): KindShape {
  const builtIn = isBuiltInGroup(storedGroup(ref))
  const template = podTemplateOf(ref)
  const labels = new Set(['*', knownKind(ref)])
  if (builtIn) labels.add('built-in')
  if (template !== undefined) labels.add('pod')
  if (template !== undefined && builtIn) labels.add('built-in pod')
  const facts = whole ? wholeFacts(labels, ref.version) : pieceFacts(labels)
  const known = expand(facts, template, whole && !showsNamespace)
  const stated = defined.map(({ steps, fact }) => [steps, fact] as const)
  return { root: growShape([...stated, ...known]), nullIsAbsent: whole && builtIn }
}

function* expand(
  facts: Iterable<FactAt>,
  template: string | undefined,
  hidesNamespace: boolean,
): Iterable<FactAt> {
  // The namespace is part of the identity.
  if (hidesNamespace) yield ['metadata.namespace', { ignored: true }]
  for (const [path, fact] of facts) {
    for (const written of writeOutPath(path, template)) yield [written, fact]
  }
}
