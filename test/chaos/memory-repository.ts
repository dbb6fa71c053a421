import { createHash } from 'node:crypto'
import type { ChangedFile, FileVersion } from '../../src/core/model/changed-file.ts'
import { parseSha, type Sha } from '../../src/core/model/ids.ts'
import { err, ok } from '../../src/core/model/result.ts'
import type { Repository } from '../../src/gate/ports/repository.ts'
import type { MemoryGit } from './memory-git.ts'

/** A base and what merging commits into it gives, from memory. */
export function memoryRepository(git: MemoryGit, base: Sha, head: Sha): Repository {
  const files = git.filesOf(base)
  const read = (path: string): FileVersion | null => version(files.get(path))
  return {
    readBase: (path) => Promise.resolve(read(path)),
    readBaseFiles: (paths) =>
      Promise.resolve(
        new Map(
          paths.flatMap((path) => {
            const found = read(path)
            return found ? [[path, found] as const] : []
          }),
        ),
      ),
    listBase: (directory) =>
      Promise.resolve([...files.keys()].filter((path) => folderOf(path) === directory).toSorted()),
    listAllBase: () => Promise.resolve([...files.keys()].toSorted()),
    changes: (of) => {
      const commit = of === 'head' ? head : of
      if (git.info(commit) === undefined) return Promise.resolve(err({ code: 'unknown-commit', commit }))
      const tree = git.mergeTree(base, commit)
      if (tree === undefined) return Promise.resolve(err({ code: 'conflict', paths: ['?'] }))
      const merged = git.filesOf(git.commitTree(tree, [base, commit], 'trial', NOBODY))
      const paths = [...new Set([...files.keys(), ...merged.keys()])].toSorted()
      const changed = paths
        .filter((path) => files.get(path) !== merged.get(path))
        .map((path): ChangedFile => ({ path, base: read(path), head: version(merged.get(path)) }))
      return Promise.resolve(ok(changed))
    },
    isAutomaticMerge: () => Promise.resolve(false),
  }
}

const NOBODY = { name: '', email: '', at: 0 }

function version(text: string | undefined): FileVersion | null {
  if (text === undefined) return null
  const id = parseSha(createHash('sha1').update(text).digest('hex'))
  if (id === undefined) throw new Error('no id')
  return { kind: 'file', id, bytes: new TextEncoder().encode(text) }
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}
