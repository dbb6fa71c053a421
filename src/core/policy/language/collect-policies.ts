import type { Issue } from '../../model/issue.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import type { PolicySource } from '../policy-source.ts'
import { type ReadDocument, readPolicyDocuments } from './read-policy-documents.ts'
import { withSuggestion } from './shape-sentence.ts'

/** The packs that ship with Drawbridge, by name; undefined when there is none. `locked` gives those that always apply. */
export type BuiltinPolicies = (name: string) => readonly PolicySource[] | undefined

/** Everything that a policy consists of: what was given, what it extends, and what is always there. */
export interface CollectedPolicies {
  /** What is extended stands before what extends it. */
  readonly documents: readonly ReadDocument[]
  readonly names: readonly string[]
  /** Mistakes of files that gave no document. */
  readonly issues: readonly Issue[]
}

/** Names that a builtin policy may have, to guess from when one is misspelled. */
const LIKELY_NAMES = [
  'recommended',
  'all',
  'ingress',
  'ingress-nginx',
  'ingress-cloud',
  'ingress-controllers',
  'dns-and-certificates',
  'routes',
  'gateway-api',
  'service-mesh',
  'network',
  'workloads',
  'scaling',
  'rbac',
  'storage',
  'secrets',
  'admission',
  'argocd',
  'flux',
  'rendering',
  'nodes',
  'metadata',
  'schema',
  'files',
  'gate',
]

interface Collection {
  readonly builtin: BuiltinPolicies
  readonly documents: ReadDocument[]
  readonly names: string[]
  readonly issues: Issue[]
  /** Paths of the builtin files that are in already: two packs may extend the same third one. */
  readonly seen: Set<string>
}

/** Reads the sources, the packs that they extend, the packs that those extend, and the locked packs. */
export function collectPolicies(
  sources: readonly PolicySource[],
  builtin: BuiltinPolicies,
): CollectedPolicies {
  const collection: Collection = { builtin, documents: [], names: [], issues: [], seen: new Set() }
  for (const source of builtin('locked') ?? []) addSource(collection, source, ['locked'])
  for (const source of sources) addSource(collection, source, [])
  return collection
}

/** `trail`: the names of the packs on the way here; empty for what was given. */
function addSource(collection: Collection, source: PolicySource, trail: readonly string[]): void {
  if (source.builtin) {
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
    const name = /^builtin:(.+)$/.exec(reference)?.[1]
    if (name === undefined) {
      from.report.add(pointer, unsupported(reference))
      continue
    }
    if (trail.includes(name)) {
      const loop = [...trail, name].join(' -> ')
      const text = `"${reference}" extends itself: ${loop}. Remove one of these.`
      from.report.add(pointer, { code: 'policy.extends-cycle', text })
      continue
    }
    addBuiltin(collection, from, pointer, name, trail)
  }
}

function addBuiltin(
  collection: Collection,
  from: ReadDocument,
  pointer: string,
  name: string,
  trail: readonly string[],
): void {
  const sources = collection.builtin(name)
  if (!sources) {
    const there = LIKELY_NAMES.filter((likely) => collection.builtin(likely) !== undefined)
    const near = didYouMean(name, there)
    const sentence = withSuggestion(
      `there is no builtin policy "${name}"`,
      near === undefined ? undefined : `builtin:${near}`,
      `there is ${there.join(', ')}`,
    )
    from.report.add(pointer, { code: 'policy.extends-unknown', ...sentence })
    return
  }
  if (trail.length === 0 && !from.source.builtin) addName(collection, `builtin:${name}`)
  for (const source of sources) addSource(collection, source, [...trail, name])
}

function unsupported(reference: string): { readonly code: string; readonly text: string } {
  const text = reference.startsWith('github:')
    ? `This version reads builtin packs only, so "${reference}" cannot be extended. Copy that policy into .github/drawbridge/.`
    : `"${reference}" cannot be extended. Write builtin:NAME, such as builtin:recommended.`
  return { code: 'policy.extends-unsupported', text }
}
