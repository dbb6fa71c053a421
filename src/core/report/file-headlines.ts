import type { ChangeSet, FileChange } from '../model/change.ts'
import { fieldWords } from './field-words.ts'

/** One file in one line. Plain text, not yet made harmless. */
export interface FileHeadline {
  readonly verb: string
  readonly path: string
  readonly detail: string
}

/** The files that decide what is built, as far as no change says the same. */
export function fileHeadlines({ files }: ChangeSet): readonly FileHeadline[] {
  return files
    .filter((file) => file.role !== null && !file.rewritten && !isShownAsObject(file))
    .map((file) => ({
      verb: VERBS[file.operation],
      path: file.path,
      detail: settingDetails(file).join('; ') || WHOLE[file.operation],
    }))
}

const WHOLE = { CREATE: 'is new', UPDATE: 'changes', DELETE: 'is gone' } as const
const VERBS = { CREATE: 'create', UPDATE: 'edit', DELETE: 'delete' } as const

/** A kustomization stands among the changes of objects. */
export function isShownAsObject({ role }: FileChange): boolean {
  return role === 'kustomization'
}

const MOST = 2

/** The first settings in which a file differs, in words. */
export function settingDetails(file: FileChange): readonly string[] {
  if (isShownAsObject(file)) return []
  const shown = file.fields.slice(0, MOST).map((field) => fieldWords(null, field))
  const more = file.fields.length - shown.length
  return more > 0 ? [...shown, `and ${String(more)} more`] : shown
}
