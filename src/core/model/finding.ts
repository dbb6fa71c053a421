import type { JsonPointer } from './json-pointer.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Severity } from './severity.ts'

/** What a finding asks for: its severity's requirements, a refusal, or only to be seen. */
export type Effect = 'require' | 'deny' | 'notice'

/** What a finding is about, comparable over commits: an object's identity or a file's path. */
export type Subject =
  | { readonly kind: 'object'; readonly identity: string }
  | { readonly kind: 'file'; readonly path: string }

/** A policy rule matched a change. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly effect: Effect
  readonly message: string
  readonly why: string
  readonly references: readonly string[]
  /** Null when the finding is about a file. */
  readonly object: ObjectRef | null
  readonly environment: string | null
  readonly cluster: string | null
  readonly path: string
  readonly line: number | null
  readonly pointer: JsonPointer | null
  /** Every path whose owners are asked: the old one too when the object moved. */
  readonly paths: readonly string[]
  readonly subject: Subject
  /** The change only takes access away. */
  readonly narrows: boolean
  /** A waiver of the policy that takes this finding's requirements away; it is shown, never silent. */
  readonly exception: { readonly owner: string; readonly until: string; readonly reason: string } | null
}

/** A text that is equal exactly when the subjects are. */
export function subjectKey(subject: Subject): string {
  return subject.kind === 'object' ? `object:${subject.identity}` : `file:${subject.path}`
}
