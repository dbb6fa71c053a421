import { type Dirent, readdirSync } from 'node:fs'
import { sep } from 'node:path'
import { FileFailure } from './file-problem.ts'

/** What stands at a path of a directory tree; links are not followed. */
export interface WalkedEntry {
  /** Below the root, with `/`. */
  readonly path: string
  readonly kind: 'file' | 'symlink'
}

/**
 * Every file and link below a directory, sorted; what is named `.git` is left out. Throws a {@link FileFailure} for sockets,
 * devices and pipes and for names that are not UTF-8, and the file system's own errors.
 */
export function walkDirectory(root: string): readonly WalkedEntry[] {
  const found: WalkedEntry[] = []
  const open = ['']
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = readdirSync(fileAt(root, folder), { withFileTypes: true, encoding: 'buffer' })
    for (const entry of entries) {
      const name = decodeName(entry.name, folder)
      if (name === '.git') continue
      const path = folder === '' ? name : `${folder}/${name}`
      if (entry.isDirectory()) open.push(path)
      else found.push({ path, kind: kindOf(entry, path) })
    }
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** Where a path of the tree is on disk. */
export function fileAt(root: string, path: string): string {
  return path === '' ? root : `${root}${sep}${sep === '/' ? path : path.replaceAll('/', sep)}`
}

function kindOf(entry: Dirent<Buffer>, path: string): 'file' | 'symlink' {
  if (entry.isFile()) return 'file'
  if (entry.isSymbolicLink()) return 'symlink'
  throw new FileFailure({
    code: 'special-file',
    text: `${path} is a socket, a device or a pipe. Take it out of the directory.`,
  })
}

function decodeName(bytes: Buffer, folder: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const shown = bytes.toString('latin1').replaceAll(/[^ -~]/g, '?')
    throw new FileFailure({
      code: 'path-not-utf8',
      text: `The name ${shown} in ${folder === '' ? 'the directory' : folder} is not UTF-8. Rename it.`,
    })
  }
}
