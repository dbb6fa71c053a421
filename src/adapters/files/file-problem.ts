/** Why a file could not be read, with a sentence that says what to do. */
export interface FileProblem {
  readonly code:
    | 'file-missing'
    | 'is-directory'
    | 'not-a-directory'
    | 'permission-denied'
    | 'not-utf8'
    | 'path-not-utf8'
    | 'too-large'
    | 'special-file'
    | 'unreadable'
  readonly text: string
}

/** A {@link FileProblem} on its way through code that has no other way to report it. */
export class FileFailure extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.text)
    this.name = 'FileFailure'
    this.problem = problem
  }
}

/** The problem behind an error of the file system. Anything else is a bug and is thrown again. */
export function fileProblem(path: string, error: unknown): FileProblem {
  if (error instanceof FileFailure) return error.problem
  if (!(error instanceof Error) || !('code' in error)) throw error
  switch (error.code) {
    case 'ENOENT':
      return { code: 'file-missing', text: `There is no file ${path}. Check the path.` }
    case 'ENOTDIR':
      return {
        code: 'not-a-directory',
        text: `There is no file ${path}: a part of its path is no directory.`,
      }
    case 'EISDIR':
      return { code: 'is-directory', text: `${path} is a directory. Name a file in it.` }
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'permission-denied',
        text: `${path} may not be read by this user. Change its permissions.`,
      }
    default:
      return { code: 'unreadable', text: `Cannot read ${path}: ${String(error.code)}.` }
  }
}
