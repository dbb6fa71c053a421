import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openDirectories } from '../adapters/files/directory-repository.ts'
import { fileProblem } from '../adapters/files/file-problem.ts'
import { readVersion } from '../adapters/files/read-version.ts'
import { fileAt, walkDirectory } from '../adapters/files/walk-directory.ts'
import { unreadableFile } from '../core/decision/unreadable-file.ts'
import type { FileVersion } from '../core/model/changed-file.ts'
import type { Issue } from '../core/model/issue.ts'
import { err, ok, type Result } from '../core/model/result.ts'
import { gateRoot, type PolicyText } from '../core/policy/cases/group-policies.ts'
import { holdingsOf } from '../core/policy/cases/policy-holdings.ts'
import { decodeText } from '../core/yaml/decode-text.ts'
import { POLICY_FILE, POLICY_FOLDER } from '../gate/base-files.ts'
import { badInput } from './cli-failure.ts'
import { collectFiles, shownPath } from './collect-files.ts'

/** A file of ours, and where it is on disk. */
export interface PolicyFileOnDisk extends PolicyText {
  readonly disk: string
}

/** Files that were looked at. */
export interface FoundPolicies {
  readonly files: readonly PolicyFileOnDisk[]
  /** What could not be read, or stands where it is not read. */
  readonly issues: readonly Issue[]
}

/** Another name under which a policy is not read, and the folder for packs of an organisation. */
const MISNAMED = '.github/drawbridge.yml'
const PACKS = 'policies'

/** The policies and cases of a repository, as they are on disk: those of its gate, and those below `policies`. */
export function findPolicies(repo: string): FoundPolicies {
  const opened = openDirectories(repo, repo)
  if (!opened.ok) throw badInput(opened.error.text)
  const paths = [
    ...[POLICY_FILE, MISNAMED].filter((path) => lstatSync(join(repo, path), { throwIfNoEntry: false })),
    ...[POLICY_FOLDER, PACKS].flatMap((folder) => walk(repo, folder)),
  ]
  const found = readAll(paths.map((path) => ({ path, disk: fileAt(repo, path), named: isGates(path) })))
  return { files: found.files, issues: [...found.issues, ...found.files.flatMap(misplaced)] }
}

/** The files that a command line names; of directories those that are ours. Throws a {@link CliFailure} for what is not there. */
export function namedPolicies(paths: readonly string[]): FoundPolicies {
  const named = new Set(paths.filter((path) => !isDirectory(path)).map(shownPath))
  const files: PolicyFileOnDisk[] = []
  const issues: Issue[] = []
  for (const { path, version } of collectFiles(paths)) {
    const read = readPolicy(path, path, version, named.has(path))
    if (!read.ok) issues.push(read.error)
    else if (read.value) files.push(read.value)
  }
  return { files, issues: [...issues, ...files.flatMap(misplaced)] }
}

/** What is ours directly in these folders, and below their `tests`. What cannot be read is left out. */
export function neighbours(folders: readonly string[]): readonly PolicyFileOnDisk[] {
  const paths = folders.flatMap((folder) => {
    const within = [...filesIn(folder || '.'), ...walk(folder || '.', 'tests')]
    return within.map((path) => (folder === '' ? path : `${folder}/${path}`))
  })
  return readAll([...new Set(paths)].map((path) => ({ path, disk: path, named: isGates(path) }))).files
}

/** Whether two paths lead to the same folder. */
export function isSameFolder(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

/** The folder that a file is in. */
export function folderOnDisk({ disk }: Pick<PolicyFileOnDisk, 'disk'>): string {
  return dirname(disk)
}

/** Whatever stands here is meant as a policy. */
function isGates(path: string): boolean {
  return /(?:^|\/)\.github\/drawbridge(?:\.ya?ml|\/.*\.ya?ml)?$/.test(path)
}

interface Listed {
  readonly path: string
  readonly disk: string
  readonly named: boolean
}

function readAll(listed: readonly Listed[]): FoundPolicies {
  const files: PolicyFileOnDisk[] = []
  const issues: Issue[] = []
  for (const { path, disk, named } of listed) {
    const read = readPolicy(path, disk, versionAt(path, disk), named)
    if (!read.ok) issues.push(read.error)
    else if (read.value) files.push(read.value)
  }
  return { files, issues }
}

function versionAt(path: string, disk: string): FileVersion {
  try {
    return readVersion(disk, lstatSync(disk).isSymbolicLink() ? 'symlink' : 'file')
  } catch (error) {
    throw badInput(fileProblem(path, error).text)
  }
}

/** A file of ours; null for one that is nobody's business here. */
function readPolicy(
  path: string,
  disk: string,
  version: FileVersion,
  named: boolean,
): Result<PolicyFileOnDisk | null, Issue> {
  const problem = unreadableFile(path, version, true)
  // What was only found may be anybody's.
  if (problem) return err(named || isGates(path) ? problem : { ...problem, severity: 'low' })
  if (version.kind !== 'file') return ok(null)
  const text = decodeText(version.bytes, path)
  if (!text.ok) return named || isGates(path) ? text : ok(null)
  const holdings = holdingsOf(text.value, path, named)
  return ok(holdings.policies || holdings.cases ? { path, disk, text: text.value, ...holdings } : null)
}

const OUR_NAMES = /\.(?:yaml|yml|json)$/

/** The YAML and JSON files below a folder of a directory; none when it is not there. A link stands for itself. */
function walk(root: string, folder: string): readonly string[] {
  const place = fileAt(root, folder)
  const status = lstatSync(place, { throwIfNoEntry: false })
  if (status?.isSymbolicLink()) return [folder]
  if (!status?.isDirectory()) return []
  try {
    const below = walkDirectory(place).map(({ path }) => `${folder}/${path}`)
    return below.filter((path) => OUR_NAMES.test(path))
  } catch (error) {
    throw badInput(fileProblem(place, error).text)
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isFile() && OUR_NAMES.test(entry.name)).map(({ name }) => name)
  } catch {
    return []
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** What the gate of a repository passes over. */
function misplaced({ path, policies }: PolicyFileOnDisk): readonly Issue[] {
  const place = { path, line: 1, column: 1 }
  if (`/${path}`.endsWith(`/${MISNAMED}`)) {
    const text = `A policy of this name is not read. Rename the file to ${POLICY_FILE}, or remove it.`
    return [{ code: 'policy.file-name', severity: 'high', ...place, text }]
  }
  const isInFolder = `/${path}`.includes(`/${POLICY_FOLDER}/`)
  if (!policies || !isInFolder || gateRoot(path) !== undefined) return []
  const text = `The gate reads only the .yaml and .yml files directly in ${POLICY_FOLDER}, so this policy decides nothing. Move it there.`
  return [{ code: 'policy.not-read', severity: 'low', ...place, text }]
}
