import type { ChangedFile } from '../model/changed-file.ts'

/**
 * Paths of files that moved as they are: one goes, and one with the same content comes. Asked for lists of JSON patches only:
 * what builds with them names their path, so it changes or moves too, and answers for itself.
 */
export function movedPatchLists(
  files: readonly ChangedFile[],
  isPatchList: (path: string) => boolean,
): ReadonlySet<string> {
  const lists = files.filter(({ path }) => isPatchList(path))
  const gone = lists.filter(({ head }) => head === null)
  const moved = new Set<string>()
  for (const { path, head } of lists.filter(({ base }) => base === null)) {
    const from = gone.find((old) => !moved.has(old.path) && old.base?.id === head?.id)
    if (from) moved.add(from.path).add(path)
  }
  return moved
}
