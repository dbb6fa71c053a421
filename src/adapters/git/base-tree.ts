import type { FileVersion } from '../../core/model/changed-file.ts'
import { decodePath, type DiffSide } from './diff-trees.ts'
import { gitFailure } from './git-problem.ts'
import type { ObjectAccess } from './object-access.ts'
import { readSide } from './read-entries.ts'
import { entryKind, parseTree, type TreeEntry } from './tree-entry.ts'

/** The files of one commit. Rejects with a {@link GitFailure} when a tree object is missing. */
export interface BaseTree {
  /** Null: nothing there, or a directory. A path that leads through a symbolic link is that link. */
  read(path: string): Promise<FileVersion | null>
  /** The same for several paths, fetched together; without those where nothing is. */
  readAll(paths: readonly string[]): Promise<ReadonlyMap<string, FileVersion>>
  /** Paths directly inside a directory, without those of directories, sorted. */
  list(directory: string): Promise<readonly string[]>
}

/** The tree of a commit, read directory by directory as it is asked for. */
export function baseTree(access: ObjectAccess, commit: string): BaseTree {
  const trees = new Map<string, Promise<readonly TreeEntry[]>>()
  const entriesOf = (oid: string): Promise<readonly TreeEntry[]> => {
    const known = trees.get(oid) ?? readTree(access, oid)
    trees.set(oid, known)
    return known
  }
  const root = rootTree(access, commit)
  root.catch(() => {})
  const find = async (path: string): Promise<TreeEntry | null> => findEntry(await root, path, entriesOf)
  const readAll = async (paths: readonly string[]): Promise<ReadonlyMap<string, FileVersion>> => {
    const sides = new Map<string, DiffSide>()
    for (const path of paths) {
      const entry = await find(path)
      const kind = entry && entryKind(entry.mode)
      if (entry && kind && kind !== 'directory') sides.set(path, { kind, oid: entry.oid })
    }
    await access.prefetch([...sides.values()].map(({ oid }) => oid))
    const versions = [...sides].map(
      async ([path, side]) => [path, await readSide(access, side, true)] as const,
    )
    return new Map(await Promise.all(versions))
  }
  return {
    read: async (path) => (await readAll([path])).get(path) ?? null,
    readAll,
    list: async (directory) => {
      const entry = await find(directory)
      if (!entry || entryKind(entry.mode) !== 'directory') return []
      const files = (await entriesOf(entry.oid)).filter(({ mode }) => entryKind(mode) !== 'directory')
      return files
        .map(({ name }) => (directory === '' ? '' : `${directory}/`) + decodePath(name))
        .toSorted((a, b) => (a < b ? -1 : 1))
    },
  }
}

async function rootTree(access: ObjectAccess, commit: string): Promise<TreeEntry> {
  const object = await access.read(commit)
  const tree = /^tree ([0-9a-f]{40})\n/.exec(object?.bytes.toString('latin1', 0, 64) ?? '')?.[1]
  if (tree === undefined) throw gitFailure('object-missing', `The commit ${commit} cannot be read.`)
  return { name: Buffer.alloc(0), mode: '40000', oid: tree }
}

async function findEntry(
  root: TreeEntry,
  path: string,
  entriesOf: (oid: string) => Promise<readonly TreeEntry[]>,
): Promise<TreeEntry | null> {
  let entry: TreeEntry = root
  for (const name of path === '' ? [] : path.split('/')) {
    const kind = entryKind(entry.mode)
    if (kind === 'symlink') return entry
    if (kind !== 'directory') return null
    const wanted = Buffer.from(name)
    const next = (await entriesOf(entry.oid)).find((candidate) => candidate.name.equals(wanted))
    if (!next) return null
    entry = next
  }
  return entry
}

async function readTree(access: ObjectAccess, oid: string): Promise<readonly TreeEntry[]> {
  const object = (await access.read(oid)) ?? (await fetchTree(access, oid))
  if (object?.type === 'tree') return parseTree(object.bytes)
  throw gitFailure(
    'object-missing',
    `The directory ${oid} is missing from ${access.store.location.dir}. Fetch the whole commit and run again.`,
  )
}

async function fetchTree(
  access: ObjectAccess,
  oid: string,
): Promise<Awaited<ReturnType<ObjectAccess['read']>>> {
  await access.prefetch([oid])
  return access.read(oid)
}
