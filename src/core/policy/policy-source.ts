import type { PolicyDocument } from './language/policy-document.ts'

/** One policy of a repository, or one that ships. */
export type PolicySource = PolicyFile | PolicyPack

/** One policy file. `builtin` says that it ships with Drawbridge: only such a file may lock rules. */
export interface PolicyFile {
  readonly path: string
  readonly text: string
  readonly builtin: boolean
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
}
