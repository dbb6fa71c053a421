import type { Issue } from '../../model/issue.ts'
import { err, type Result } from '../../model/result.ts'
import { nearReference, parsePolicyReference } from '../policy-reference.ts'
import { type PolicySource, tierOf } from '../policy-source.ts'
import { type BuiltinPolicies, findPack } from './find-pack.ts'
import { findShared, type SharedTexts } from './find-shared.ts'
import { type ReadDocument, readPolicyDocuments } from './read-policy-documents.ts'
import { type Mistake, withSuggestion } from './shape-sentence.ts'

/** Everything that a policy consists of: what was given, what it extends, and what is always there. */
export interface CollectedPolicies {
  /** What is extended stands before what extends it. */
  readonly documents: readonly ReadDocument[]
  readonly names: readonly string[]
  /** Mistakes of files that gave no document. */
  readonly issues: readonly Issue[]
}

interface Collection {
  readonly builtin: BuiltinPolicies
  readonly shared: SharedTexts | undefined
  readonly documents: ReadDocument[]
  readonly names: string[]
  readonly issues: Issue[]
  /** Paths of what was extended already: two policies may extend the same third one. */
  readonly seen: Set<string>
}

/** Reads the sources, what they extend, what that extends, and the locked packs. */
export function collectPolicies(
  sources: readonly PolicySource[],
  builtin: BuiltinPolicies,
  shared?: SharedTexts,
): CollectedPolicies {
  const collection: Collection = { builtin, shared, documents: [], names: [], issues: [], seen: new Set() }
  for (const source of builtin('locked') ?? []) addSource(collection, source, ['locked'])
  for (const source of sources) addSource(collection, source, [])
  return collection
}

/** `trail`: what was extended on the way here; empty for what was given. */
function addSource(collection: Collection, source: PolicySource, trail: readonly string[]): void {
  if (tierOf(source) !== 'own') {
    if (collection.seen.has(source.path)) {
      if (trail.length === 0) nameGiven(collection, source)
      return
    }
    collection.seen.add(source.path)
  }
  const read = readPolicyDocuments(source)
  collection.issues.push(...read.issues)
  if (trail.length === 0) nameGiven(collection, source, read.documents[0])
  for (const document of read.documents) {
    addExtended(collection, document, trail)
    collection.documents.push(document)
  }
}

function nameGiven(collection: Collection, source: PolicySource, first?: ReadDocument): void {
  const isName = !source.builtin || source.path.startsWith('builtin:')
  addName(
    collection,
    isName ? source.path : `builtin:${first?.document.metadata.name ?? stemOf(source.path)}`,
  )
}

function addName(collection: Collection, name: string): void {
  if (!collection.names.includes(name)) collection.names.push(name)
}

function stemOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w+$/, '')
}

function addExtended(collection: Collection, from: ReadDocument, trail: readonly string[]): void {
  for (const [index, reference] of (from.document.spec.extends ?? []).entries()) {
    const pointer = `/spec/extends/${String(index)}`
    const name = reference.replace(/^builtin:/, '')
    if (trail.includes(name)) {
      const loop = [...trail, name].join(' -> ')
      const text = `"${reference}" extends itself: ${loop}. Remove one of these.`
      from.report.add(pointer, { code: 'policy.extends-cycle', text })
      continue
    }
    const found = findExtended(collection, reference)
    if (!found.ok) {
      from.report.add(pointer, found.error)
      continue
    }
    if (trail.length === 0 && !from.source.builtin) addName(collection, reference)
    for (const source of found.value) addSource(collection, source, [...trail, name])
  }
}

function findExtended(
  { builtin, shared }: Collection,
  text: string,
): Result<readonly PolicySource[], Mistake> {
  const pack = /^builtin:(.+)$/.exec(text)?.[1]
  if (pack !== undefined) return findPack(pack, builtin)
  const reference = parsePolicyReference(text)
  if (reference === undefined) return err(noReference(text, builtin))
  if (!reference.ok) return err(badReference(text, reference.error))
  const found = findShared(reference.value, shared)
  return found.ok ? { ok: true, value: [found.value] } : found
}

function noReference(text: string, builtin: BuiltinPolicies): Mistake {
  const near = builtin(text) ? `builtin:${text}` : nearReference(text)
  const sentence = `"${text.slice(0, 200)}" cannot be extended`
  const forms =
    'write builtin:NAME, or github:OWNER/REPOSITORY//PATH@COMMIT for a policy of another repository'
  return { code: 'policy.extends-unsupported', ...withSuggestion(sentence, near, forms) }
}

function badReference(
  text: string,
  problem: { readonly text: string; readonly suggestion?: string },
): Mistake {
  const sentence = `"${text.slice(0, 200)}" cannot be extended: ${problem.text}`
  const { suggestion } = problem
  if (suggestion === undefined) return { code: 'policy.bad-reference', text: `${sentence}.` }
  return { code: 'policy.bad-reference', ...withSuggestion(sentence, suggestion, '') }
}
