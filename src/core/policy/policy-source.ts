import type { PolicyDocument } from './language/policy-document.ts'

/** One policy of a repository, or one that ships. */
export type PolicySource = PolicyFile | PolicyPack

/** One policy file. */
export interface PolicyFile {
  readonly path: string
  readonly text: string
  /** It ships with Drawbridge. */
  readonly builtin: boolean
  /** It is extended from another repository, at one commit. Nothing that a repository holds itself ever comes so. */
  readonly pinned?: true
}

/** A policy that ships, read and checked when Drawbridge was built. Nothing that a repository holds ever comes as one. */
export interface PolicyPack {
  readonly path: string
  readonly builtin: true
  readonly documents: readonly PackDocument[]
}

/** One document of a pack, and the digest of what it says. */
export interface PackDocument {
  readonly document: PolicyDocument
  readonly digest: string
  /** The trees of its expressions and patterns, by their text. */
  readonly trees?: PackedTrees
}

/** Syntax trees as text, by the text of the expression: see `packTree`. */
export type PackedTrees = Readonly<Record<string, string>>

/**
 * Whose word a policy is, from the one that gives way: what ships, what is shared by several repositories, what the repository says
 * itself. Only the first two may lock rules.
 */
export const TIERS = ['builtin', 'shared', 'own'] as const
export type Tier = (typeof TIERS)[number]

/** Whose word a policy is. */
export function tierOf(source: PolicySource): Tier {
  if (source.builtin) return 'builtin'
  return 'pinned' in source ? 'shared' : 'own'
}
