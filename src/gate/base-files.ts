import { CODEOWNERS_PATHS } from '../core/approvals/codeowners.ts'
import { unreadableFile } from '../core/decision/unreadable-file.ts'
import type { FileVersion } from '../core/model/changed-file.ts'
import type { Issue } from '../core/model/issue.ts'
import { err, ok, type Result } from '../core/model/result.ts'
import type { PolicySource } from '../core/policy/policy-source.ts'
import { decodeText } from '../core/yaml/decode-text.ts'
import type { Repository } from './ports/repository.ts'

/** Where a repository keeps its policy: this file, and every YAML file directly in {@link POLICY_FOLDER}. */
export const POLICY_FILE = '.github/drawbridge.yaml'
/** The folder for policies of more than one file. */
export const POLICY_FOLDER = '.github/drawbridge'

/** Whatever gives files of a base and what is in its folders. */
export type BaseReader = Pick<Repository, 'readBase' | 'listBase'>

/** A name that people write instead of {@link POLICY_FILE}. */
const MISNAMED_POLICY_FILE = '.github/drawbridge.yml'

/** The policy of the base, empty when it has none. A policy that would not be read is an issue, never no policy. */
export async function basePolicy(
  repository: BaseReader,
): Promise<Result<readonly PolicySource[], readonly Issue[]>> {
  const listed = await repository.listBase(POLICY_FOLDER)
  const paths = [POLICY_FILE, ...listed.filter((path) => /\.ya?ml$/.test(path))]
  const sources: PolicySource[] = []
  const issues: Issue[] = [...(await unreadPolicies(repository))]
  for (const path of paths) {
    const version = await repository.readBase(path)
    if (!version) continue
    const text = textOf(path, version)
    if (text.ok) sources.push({ path, text: text.value, builtin: false })
    else issues.push(text.error)
  }
  return issues.length > 0 ? err(issues) : ok(sources)
}

/** What stands where a policy is looked for and is none: a link or a submodule for the folder, a file under another name. */
async function unreadPolicies(repository: BaseReader): Promise<readonly Issue[]> {
  const [folder, misnamed] = [
    await repository.readBase(POLICY_FOLDER),
    await repository.readBase(MISNAMED_POLICY_FILE),
  ]
  const problems = [
    folder && unreadableFile(POLICY_FOLDER, folder, false),
    misnamed && (unreadableFile(MISNAMED_POLICY_FILE, misnamed, false) ?? misnamedPolicy()),
  ]
  return problems.filter((problem) => problem !== null)
}

function misnamedPolicy(): Issue {
  const text = `A policy of this name is not read. Rename the file to ${POLICY_FILE}, or remove it.`
  return { code: 'policy.file-name', severity: 'high', path: MISNAMED_POLICY_FILE, line: 1, column: 1, text }
}

/** The CODEOWNERS that GitHub would use at the base: the first of its three places; null when there is none. */
export async function baseCodeowners(
  repository: Repository,
): Promise<Result<{ readonly path: string; readonly text: string } | null, Issue>> {
  for (const path of CODEOWNERS_PATHS) {
    const version = await repository.readBase(path)
    if (!version) continue
    const text = textOf(path, version)
    return text.ok ? ok({ path, text: text.value }) : text
  }
  return ok(null)
}

function textOf(path: string, version: FileVersion): Result<string, Issue> {
  const problem = unreadableFile(path, version, true)
  if (problem) return err(problem)
  return version.kind === 'file' ? decodeText(version.bytes, path) : err(unknownKind(path))
}

function unknownKind(path: string): Issue {
  return {
    code: 'file.unread',
    severity: 'high',
    path,
    line: 1,
    column: 1,
    text: 'This path is no file that can be read.',
  }
}
