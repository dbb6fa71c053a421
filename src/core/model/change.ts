import type { FileRole } from './file-role.ts'
import type { Issue } from './issue.ts'
import type { Json, JsonObject } from './json.ts'
import type { JsonPointer } from './json-pointer.ts'
import type { SourceRole } from './manifest.ts'
import { objectTitle, type ObjectRef } from './object-ref.ts'
import type { RouteChanges } from './route.ts'
import type { Position } from './source-location.ts'

/** What happens to an object or a file, in the words of an AdmissionReview. */
export type Operation = 'CREATE' | 'UPDATE' | 'DELETE'

/**
 * The kubectl words for changes; those of `argocd` and `flux` where kubectl has none. `rollout undo` and `app rollback`
 * are not among them: two states do not tell that the new one is an older one, so they are the words for what they
 * change. Any change of a pod template restarts its pods: `restart` is said only where nothing else is meant.
 */
export const VERBS = [
  'create',
  'delete',
  'orphan',
  'run',
  'create-job',
  'create-token',
  'scale',
  'autoscale',
  'restart',
  'set-image',
  'set-env',
  'set-resources',
  'set-serviceaccount',
  'set-selector',
  'set-subject',
  'auth-reconcile',
  'certificate-approve',
  'expose',
  'label',
  'annotate',
  'taint',
  'cordon',
  'uncordon',
  'drain',
  'pause',
  'resume',
  'app-sync',
  'app-terminate',
  'exec',
  'debug',
  'port-forward',
  'proxy',
  'replace',
  'patch',
] as const

/** The kubectl word for a change. */
export type Verb = (typeof VERBS)[number]

/** Why a word is said: the place that made us say it. */
export interface Evidence {
  readonly verb: Verb
  /** Which object the path leads into: `old` for what goes, else `new`. */
  readonly side: 'old' | 'new'
  /** A place that exists; empty for the object as a whole. */
  readonly path: JsonPointer
  /** Line in the file of that side. */
  readonly line: number | null
}

/** One difference inside an object, RFC 6902 at a JSON Pointer (of the new object; of the old one for `remove`). */
export interface FieldChange {
  readonly op: 'add' | 'remove' | 'replace'
  readonly path: JsonPointer
  /** Absent for `add`. Never a Secret's value: see `redacted`. */
  readonly old?: Json
  /** Absent for `remove`. */
  readonly new?: Json
  /** Line in the new file, in the old one for `remove`. */
  readonly line: number | null
  /** True when values were left out because they are secret. */
  readonly redacted: boolean
  /** Of a replaced text of several lines: the lines that differ, in the order of the text. Secrets in them are masked. */
  readonly lines?: readonly LineChange[] | undefined
}

/** A line taken out of a text or put into it. */
export interface LineChange {
  readonly op: 'add' | 'remove'
  /** Counted in the new text, in the old one for `remove`; from 1. */
  readonly line: number
  readonly text: string
}

/** One object's CREATE, UPDATE or DELETE. */
export interface Change {
  readonly operation: Operation
  readonly ref: ObjectRef
  readonly environment: string | null
  readonly cluster: string | null
  readonly source: {
    readonly path: string
    readonly line: number
    /** Where the object stood before, when it moved to another file. */
    readonly oldPath: string | null
    readonly role: SourceRole
  }
  /** At least one, in the order of {@link VERBS}. */
  readonly verbs: readonly Verb[]
  /** At least one for each verb, in the order of the verbs, then of the paths. Holds no value. */
  readonly evidence: readonly Evidence[]
  /** Sorted by pointer; empty for CREATE and DELETE. */
  readonly fields: readonly FieldChange[]
  /** The object as it will be; null on DELETE. A Secret's values are tokens that are equal when the values are. */
  readonly object: JsonObject | null
  /** The object as it is; null on CREATE. */
  readonly oldObject: JsonObject | null
  /**
   * Which object this is: environment and cluster, group, kind, namespace, name and folder; never the version. The
   * folder is in it because the overlays of one object are things of their own. No two changes share one.
   */
  readonly identity: string
  /** Stands for the new object's canonical content: equal exactly when the meaning is. `deleted` on DELETE. */
  readonly content: string
  /** Where a value of the new object (of the old one on DELETE) is written. */
  locate(pointer: JsonPointer): Position
}

/** How people name the object of a change; one without a name by the folder in which it stands. */
export function changeTitle({ ref, source }: Pick<Change, 'ref' | 'source'>): string {
  if (ref.name !== '') return objectTitle(ref)
  return `${ref.kind} in ${source.path.slice(0, Math.max(0, source.path.lastIndexOf('/'))) || 'the root folder'}`
}

/** A file that differs, whatever it holds. `content` is the blob's id with its kind, or `deleted`. */
export interface FileChange {
  readonly path: string
  readonly operation: Operation
  readonly content: string
  /** Only written in another way: no manifest, and its documents hold the same values. Comments do not count. */
  readonly rewritten: boolean
  /** What the file decides besides the objects in it; null for nothing. */
  readonly role: FileRole | null
  /** Of a file that holds settings and no objects: the places in which they differ. None where that is not known. */
  readonly fields: readonly FieldChange[]
  /** Of such a file that comes or goes: all that it holds, as one addition or removal at the root. */
  readonly whole?: FieldChange | undefined
}

/** All that a merge would change. */
export interface ChangeSet {
  /** Sorted by file, line and identity. */
  readonly changes: readonly Change[]
  /** Every file that differs, sorted by path. */
  readonly files: readonly FileChange[]
  /** Objects that stand in another place or in another form but mean the same. */
  readonly unchanged: { readonly moved: number; readonly reformatted: number }
  readonly routes: RouteChanges
  readonly issues: readonly Issue[]
  readonly analysed: {
    readonly files: number
    readonly objects: number
    readonly notManifests: number
    readonly unreadable: number
  }
}
