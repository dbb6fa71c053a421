/** One side of a file that differs, as the version control system holds it. `id` is equal exactly when the content is. */
export type FileVersion =
  | { readonly kind: 'file'; readonly id: string; readonly bytes: Uint8Array }
  | { readonly kind: 'unread'; readonly id: string }
  | { readonly kind: 'too-large'; readonly id: string; readonly size: number }
  | { readonly kind: 'symlink'; readonly id: string; readonly target: string }
  | { readonly kind: 'submodule'; readonly id: string }

/** A path whose content, kind or existence differs between base and merge. Null: not there. No rename detection. */
export interface ChangedFile {
  readonly path: string
  readonly base: FileVersion | null
  readonly head: FileVersion | null
}
