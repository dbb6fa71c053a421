import type { JsonObject } from './json.ts'
import type { JsonPointer } from './json-pointer.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Position } from './source-location.ts'

/**
 * What kind of file an object stands in: what is applied as it is, or a piece that another tool completes. A
 * `kustomization` and other `settings` are no objects: they decide how objects are built.
 */
export type SourceRole = 'manifest' | 'kustomize-patch' | 'helm-template' | 'kustomization' | 'settings'

/** One Kubernetes document, read as Kubernetes reads it. */
export interface Manifest {
  /** The namespace is the one written in the document, or null; {@link Placement} completes it. */
  readonly ref: ObjectRef
  readonly value: JsonObject
  readonly path: string
  /** Where the document's first key stands. */
  readonly line: number
  readonly role: SourceRole
  /** Whether a comment in its file keeps Argo CD from deploying it; any other tool does not know the comment. */
  readonly skipped?: boolean
  /** Where a value is written; for a place that does not exist, its nearest existing parent. */
  locate(pointer: JsonPointer): Position
  /** Where the key of a value is written; the value itself for an entry of a list. */
  locateKey(pointer: JsonPointer): Position
}

/** Where the objects of a file go: decided by policy from the file's path. */
export interface Placement {
  readonly environment: string | null
  readonly cluster: string | null
  /** The namespace of objects that name none. */
  readonly namespace: string
}
