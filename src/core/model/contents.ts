import type { ChangeSet } from './change.ts'
import { subjectKey } from './finding.ts'
import type { Sha } from './ids.ts'

/**
 * What merging one commit would make of objects and files, by subject key. An approval given on that commit covers
 * a finding when this says the same as for the head. What is not in it stays as the base has it.
 */
export type Contents = ReadonlyMap<string, string>

/** The contents of every commit that carries a review or was head at a label event. A commit that is missing covers nothing. */
export type ContentsByCommit = ReadonlyMap<Sha | 'head', Contents>

/** What a merge makes of every object and file it changes. */
export function contentsOf(changes: ChangeSet): Contents {
  const contents = new Map<string, string>()
  for (const change of changes.changes) {
    contents.set(subjectKey({ kind: 'object', identity: change.identity }), change.content)
  }
  for (const file of changes.files) contents.set(subjectKey({ kind: 'file', path: file.path }), file.content)
  return contents
}
