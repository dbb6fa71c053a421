import type { ChangedFile, FileVersion } from '../../core/model/changed-file.ts'
import type { DiffEntry, DiffSide } from './diff-trees.ts'
import type { ObjectAccess } from './object-access.ts'

/** Larger files are not read. */
const MOST_BYTES = 5 * 1024 * 1024

/** Both sides of every entry; content only of wanted paths, and where links lead. */
export async function readEntries(
  access: ObjectAccess,
  entries: readonly DiffEntry[],
  wanted: (path: string) => boolean,
): Promise<readonly ChangedFile[]> {
  const isWanted = new Map(entries.map((entry) => [entry.path, wanted(entry.path)]))
  const needed = entries.flatMap(({ path, base, head }) =>
    [base, head].flatMap((side) =>
      side && needsContent(side, isWanted.get(path) ?? false) ? [side.oid] : [],
    ),
  )
  await access.prefetch([...new Set(needed)])
  return Promise.all(
    entries.map(async ({ path, base, head }) => {
      const content = isWanted.get(path) ?? false
      const [baseVersion, headVersion] = await Promise.all([
        base && readSide(access, base, content),
        head && readSide(access, head, content),
      ])
      return { path, base: baseVersion, head: headVersion }
    }),
  )
}

/**
 * One side as the port has it. Content that is not in the repository is `unread`. Prefetch before: this does not fetch.
 */
export async function readSide(access: ObjectAccess, side: DiffSide, content: boolean): Promise<FileVersion> {
  const id = side.oid
  if (side.kind === 'submodule') return { kind: 'submodule', id }
  if (!needsContent(side, content)) return { kind: 'unread', id }
  const info = await access.info(id)
  if (info && info.size > MOST_BYTES) return { kind: 'too-large', id, size: info.size }
  const object = info && (await access.read(id))
  if (side.kind === 'symlink') return { kind: 'symlink', id, target: object?.bytes.toString('utf8') ?? '' }
  return object?.type === 'blob' ? { kind: 'file', id, bytes: object.bytes } : { kind: 'unread', id }
}

function needsContent(side: DiffSide, content: boolean): boolean {
  return side.kind === 'symlink' || (side.kind === 'file' && content)
}
