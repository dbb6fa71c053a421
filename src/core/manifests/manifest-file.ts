import type { FileRole } from '../model/file-role.ts'
import type { Issue } from '../model/issue.ts'
import type { Manifest } from '../model/manifest.ts'

/**
 * What a file says. `objects`: all its objects, though a list may hold none; `issues` names those without a name.
 * `not-manifests`: readable, but nothing of it is meant for a cluster; an issue says when it is a list of patches, which
 * nobody works out. `unreadable`: no object can be trusted, there are
 * none, and `issues` says why.
 */
export interface ManifestFile {
  readonly path: string
  readonly kind: 'objects' | 'not-manifests' | 'unreadable'
  readonly manifests: readonly Manifest[]
  /** The documents that are no objects: kustomizations, and of `not-manifests` the settings of other tools. */
  readonly settings: readonly Manifest[]
  /** What the content says that the file decides, whatever its name: a list of patches; else null. */
  readonly role: FileRole | null
  readonly issues: readonly Issue[]
  /** The line of the comment that keeps Argo CD from deploying the file; null without one. */
  readonly skippedAt: number | null
  /**
   * Of `not-manifests`, and where there are issues though YAML could be read: a text that is equal exactly when the
   * documents are, however they are written; else null.
   */
  readonly value: string | null
}
