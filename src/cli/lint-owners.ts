import { openDirectories } from '../adapters/files/directory-repository.ts'
import {
  CODEOWNERS_PATHS,
  isTooLarge,
  parseCodeowners,
  tooLargeCodeowners,
} from '../core/approvals/codeowners.ts'
import { unownedPaths } from '../core/approvals/unowned-paths.ts'
import { unreadableFile } from '../core/decision/unreadable-file.ts'
import type { FileVersion } from '../core/model/changed-file.ts'
import type { Issue } from '../core/model/issue.ts'
import { listOf } from '../core/report/phrases.ts'
import { decodeText } from '../core/yaml/decode-text.ts'
import { badInput } from './cli-failure.ts'
import { collectFiles, shownPath } from './collect-files.ts'

/** What was looked at, and what is wrong with it. */
export interface Linted {
  readonly files: number
  readonly problems: readonly Issue[]
}

/** Whether a path is that of a CODEOWNERS. */
export function isCodeowners(path: string): boolean {
  return /(?:^|\/)CODEOWNERS$/.test(shownPath(path))
}

/** The CODEOWNERS that GitHub uses, in the directory as it is; others in its three places are in vain. */
export async function lintRepositoryOwners(repo: string): Promise<Linted> {
  const opened = openDirectories(repo, repo)
  if (!opened.ok) throw badInput(opened.error.text)
  const versions = await opened.value.readBaseFiles(CODEOWNERS_PATHS)
  const [used, ...others] = CODEOWNERS_PATHS.filter((path) => versions.has(path))
  const version = used === undefined ? undefined : versions.get(used)
  if (used === undefined || !version) return { files: 0, problems: [] }
  return {
    files: 1 + others.length,
    problems: [
      ...ownerIssues(used, version),
      ...unguarded(used, version),
      ...others.map((path) => ignored(path, used)),
    ],
  }
}

/** Files named CODEOWNERS, each by itself. */
export function lintOwners(paths: readonly string[]): Linted {
  const files = collectFiles(paths)
  return { files: files.length, problems: files.flatMap(({ path, version }) => ownerIssues(path, version)) }
}

function ownerIssues(path: string, version: FileVersion): readonly Issue[] {
  const problem = unreadableFile(path, version, true)
  if (problem) return [problem]
  if (version.kind !== 'file') return []
  if (isTooLarge(version.bytes.length)) return tooLargeCodeowners(path, version.bytes.length).issues
  const text = decodeText(version.bytes, path)
  return text.ok ? parseCodeowners(text.value, path).issues : [text.error]
}

/** What decides about every merge, and for files of which there may be several an example. */
const GUARDED = ['.github/drawbridge.yaml', '.github/workflows/drawbridge.yml']

/** Changes of what nobody owns hold for want of an owner: better said before somebody needs one. */
function unguarded(path: string, version: FileVersion): readonly Issue[] {
  if (version.kind !== 'file' || isTooLarge(version.bytes.length)) return []
  const text = decodeText(version.bytes, path)
  if (!text.ok) return []
  const codeowners = parseCodeowners(text.value, path)
  const unowned = unownedPaths(codeowners, [path, ...GUARDED])
  return unowned.length === 0 ? [] : [unguardedIssue(path, unowned)]
}

function unguardedIssue(path: string, unowned: readonly string[]): Issue {
  const text = `Nobody owns ${listOf(unowned)}, which decide${unowned.length === 1 ? 's' : ''} about every merge, so a change of ${unowned.length === 1 ? 'it' : 'them'} holds for want of an owner. Add a line such as "/.github/ @org/team" at the end.`
  return { code: 'codeowners.unguarded', severity: 'low', path, line: 1, column: 1, text }
}

function ignored(path: string, used: string): Issue {
  const text = `GitHub does not read this file, because there is ${used}. Move its lines there, or remove it.`
  return { code: 'codeowners.ignored', severity: 'low', path, line: 1, column: 1, text }
}
