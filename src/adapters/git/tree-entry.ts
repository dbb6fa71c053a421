/** One name in a directory, as git's tree object holds it. */
export interface TreeEntry {
  readonly name: Buffer
  readonly mode: string
  readonly oid: string
}

const SYMLINK = '120000'
const SUBMODULE = '160000'
const DIRECTORY = '40000'

/** The entries of a tree object, in git's order. */
export function parseTree(bytes: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  let at = 0
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, space)
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.subarray(space + 1, end),
      oid: bytes.toString('hex', end + 1, end + 21),
    })
    at = end + 21
  }
  return entries
}

/** What stands at a path, by git's mode: six digits in a diff, `40000` for a directory in a tree. */
export function entryKind(mode: string): 'file' | 'symlink' | 'submodule' | 'directory' {
  if (mode === SYMLINK) return 'symlink'
  if (mode === SUBMODULE) return 'submodule'
  return mode.endsWith(DIRECTORY) ? 'directory' : 'file'
}
