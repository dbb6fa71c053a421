import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync, readSync } from 'node:fs'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { FileVersion } from '../../core/model/changed-file.ts'
import { FileFailure } from './file-problem.ts'
import type { WalkedEntry } from './walk-directory.ts'

/** Larger files are not read, only digested. */
const MOST_BYTES = 5 * 1024 * 1024
const PIECE = 1024 * 1024

/** What stands at a path on disk. `id` is the digest of the content, or of where a link leads. Throws the file system's errors. */
export function readVersion(file: string, kind: WalkedEntry['kind']): FileVersion {
  if (kind === 'symlink') {
    const target = readlinkSync(file, 'utf8')
    return { kind: 'symlink', id: digest(Buffer.from(target)), target }
  }
  // A file that became a link since it was listed is not followed.
  const descriptor = openSync(
    file,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  )
  try {
    const status = fstatSync(descriptor)
    if (!status.isFile())
      throw new FileFailure({ code: 'special-file', text: `${file} is no file any more.` })
    if (status.size > MOST_BYTES)
      return { kind: 'too-large', id: digestPieces(descriptor), size: status.size }
    const bytes = readFileSync(descriptor)
    return { kind: 'file', id: digest(bytes), bytes }
  } finally {
    closeSync(descriptor)
  }
}

function digest(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

function digestPieces(descriptor: number): string {
  const hash = sha256.create()
  const piece = Buffer.alloc(PIECE)
  for (let size = readSync(descriptor, piece); size > 0; size = readSync(descriptor, piece))
    hash.update(piece.subarray(0, size))
  return bytesToHex(hash.digest())
}
