import { type GitFailure, gitFailure } from './git-problem.ts'
import { firstLine } from './locate-repository.ts'
import type { ObjectStore, StoreRunOptions } from './object-store.ts'
import { entryKind } from './tree-entry.ts'

/** What one side of a diff has at a path. */
export interface DiffSide {
  readonly kind: 'file' | 'symlink' | 'submodule'
  readonly oid: string
}

/** A path that differs between two trees. */
export interface DiffEntry {
  readonly path: string
  readonly base: DiffSide | null
  readonly head: DiffSide | null
}

const ABSENT = '000000'

/**
 * The paths whose content, kind or existence differs, sorted. A file that only becomes executable has not changed.
 * Rejects with a {@link GitFailure} when a tree cannot be read or a path is not UTF-8.
 */
export async function diffTrees(
  store: ObjectStore,
  base: string,
  head: string,
  options: StoreRunOptions,
): Promise<readonly DiffEntry[]> {
  const answer = await store.run(
    [
      'diff-tree',
      '-r',
      '-z',
      '--raw',
      '--no-abbrev',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      base,
      head,
    ],
    options,
  )
  if (answer.exit !== 0)
    throw gitFailure(
      'git-failed',
      `Cannot compare the trees ${base} and ${head}: ${firstLine(answer.stderr)}`,
    )
  return parseRawDiff(answer.stdout).toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** Reads `git diff-tree -z --raw`: a header and a path, each ended by NUL. */
export function parseRawDiff(bytes: Buffer): readonly DiffEntry[] {
  const entries: DiffEntry[] = []
  let at = 0
  while (at < bytes.length) {
    const headerEnd = bytes.indexOf(0, at)
    const pathEnd = bytes.indexOf(0, headerEnd + 1)
    if (headerEnd < 0 || pathEnd <= headerEnd) throw unknownForm()
    const [oldMode, newMode, oldOid, newOid] = bytes.toString('latin1', at + 1, headerEnd).split(' ')
    const base = side(oldMode, oldOid)
    const head = side(newMode, newOid)
    if (!isSame(base, head))
      entries.push({ path: decodePath(bytes.subarray(headerEnd + 1, pathEnd)), base, head })
    at = pathEnd + 1
  }
  return entries
}

/** A path as text; rejects one that is not UTF-8, since two of those could look alike. */
export function decodePath(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const shown = Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(/[^ -~]/g, escapeByte)
    throw gitFailure('path-not-utf8', `The path ${shown} is not UTF-8. Rename it and run again.`)
  }
}

function side(mode: string | undefined, oid: string | undefined): DiffSide | null {
  if (mode === undefined || oid === undefined) throw unknownForm()
  if (mode === ABSENT) return null
  const kind = entryKind(mode)
  if (kind === 'directory') throw unknownForm()
  return { kind, oid }
}

function unknownForm(): GitFailure {
  return gitFailure('git-failed', 'git diff-tree answered in an unknown form.')
}

function isSame(base: DiffSide | null, head: DiffSide | null): boolean {
  return base?.kind === head?.kind && base?.oid === head?.oid
}

function escapeByte(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
