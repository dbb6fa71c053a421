import type { ChangedFile, FileVersion } from '../../../src/core/model/changed-file.ts'

/** Both sides of every file as text, by path. */
export function summary(files: readonly ChangedFile[]): Readonly<Record<string, readonly [string, string]>> {
  return Object.fromEntries(files.map(({ path, base, head }) => [path, [text(base), text(head)]]))
}

/** A version as text: its content, `-> target` of a link, else its kind; `-` for nothing. */
export function text(version: FileVersion | null): string {
  if (version === null) return '-'
  if (version.kind === 'file') return Buffer.from(version.bytes).toString('latin1')
  if (version.kind === 'symlink') return `-> ${version.target}`
  return version.kind
}
