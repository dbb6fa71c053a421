import type { FileVersion } from '../model/changed-file.ts'
import type { Issue } from '../model/issue.ts'

/** What keeps a file from being read as data, or null. Links and submodules count for any path: they can stand in for a folder. */
export function unreadableFile(path: string, version: FileVersion, selected: boolean): Issue | null {
  switch (version.kind) {
    case 'file':
      return null
    case 'unread':
      return selected
        ? issue(
            path,
            'file.unread',
            'its content could not be fetched. Fetch the whole commit and run again.',
          )
        : null
    case 'too-large':
      return selected
        ? issue(
            path,
            'file.too-large',
            `it holds ${megabytes(version.size)} MB; files up to 5 MiB are read. Split it.`,
          )
        : null
    case 'symlink':
      return issue(
        path,
        'file.symlink',
        'it is a symbolic link, and links are not followed. Put the file itself here.',
      )
    case 'submodule':
      return issue(
        path,
        'file.submodule',
        'it is a submodule, whose content is not in this repository. Add the files themselves.',
      )
    default:
      return version satisfies never
  }
}

function issue(path: string, code: string, sentence: string): Issue {
  return {
    code,
    severity: 'high',
    path,
    line: 1,
    column: 1,
    text: `This path cannot be analysed: ${sentence}`,
  }
}

function megabytes(size: number): string {
  return (size / 1_000_000).toFixed(1)
}
