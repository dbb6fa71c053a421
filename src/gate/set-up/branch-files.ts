import { CODEOWNERS_PATHS } from '../../core/approvals/codeowners.ts'
import { unreadableFile } from '../../core/decision/unreadable-file.ts'
import type { BranchFile, Read, Unread } from '../../core/doctor/observation.ts'
import type { FileVersion } from '../../core/model/changed-file.ts'
import { err, ok } from '../../core/model/result.ts'
import { decodeText } from '../../core/yaml/decode-text.ts'
import { POLICY_FILE, POLICY_FOLDER } from '../base-files.ts'
import type { BranchEntry, RepositorySettings } from '../ports/repository-settings.ts'

/** The files of a branch that say how it is decided. */
export interface BranchFiles {
  /** Those places of CODEOWNERS that are there, the one that GitHub uses first. */
  readonly codeowners: Read<readonly BranchFile[]>
  /** What a policy is made of, as the gate would find it. */
  readonly policy: Read<PolicyEntries>
}

/** What stands where a policy is looked for. */
export interface PolicyEntries {
  readonly files: ReadonlyMap<string, FileVersion>
  /** Paths of the files in the folder for policies, sorted. */
  readonly folder: readonly string[]
}

const WORKFLOWS = '.github/workflows'
const YAML = /\.ya?ml$/

/** Reads CODEOWNERS and what a policy is made of. */
export async function readBranchFiles(settings: RepositorySettings, branch: string): Promise<BranchFiles> {
  const [codeowners, policy] = await Promise.all([
    readCodeowners(settings, branch),
    readPolicyEntries(settings, branch),
  ])
  return { codeowners, policy }
}

/** The workflows of a branch, each with its text. */
export async function readWorkflows(
  settings: RepositorySettings,
  branch: string,
): Promise<Read<readonly BranchFile[]>> {
  const folder = await settings.entry(WORKFLOWS, branch)
  if (!folder.ok) return folder
  const paths = pathsOf(folder.value).filter((path) => YAML.test(path))
  return ok(
    await Promise.all(
      paths.map(async (path) => textOf(path, await settings.entry(path, branch)) ?? gone(path)),
    ),
  )
}

async function readCodeowners(
  settings: RepositorySettings,
  branch: string,
): Promise<Read<readonly BranchFile[]>> {
  const files: BranchFile[] = []
  for (const path of CODEOWNERS_PATHS) {
    const entry = await settings.entry(path, branch)
    // Which one GitHub uses is not known when one of them is not.
    if (!entry.ok) return entry
    const file = textOf(path, entry)
    if (file) files.push(file)
  }
  return ok(files)
}

async function readPolicyEntries(settings: RepositorySettings, branch: string): Promise<Read<PolicyEntries>> {
  const folder = await settings.entry(POLICY_FOLDER, branch)
  if (!folder.ok) return folder
  const inside = pathsOf(folder.value).toSorted()
  const files = new Map<string, FileVersion>()
  if (folder.value && folder.value.kind !== 'folder') files.set(POLICY_FOLDER, folder.value)
  for (const path of [POLICY_FILE, POLICY_FILE.replace(/yaml$/, 'yml'), ...inside]) {
    const entry = await settings.entry(path, branch)
    if (!entry.ok) return entry
    if (entry.value && entry.value.kind !== 'folder') files.set(path, entry.value)
  }
  return ok({ files, folder: inside })
}

function pathsOf(entry: BranchEntry | null): readonly string[] {
  return entry?.kind === 'folder' ? entry.paths : []
}

/** Null: nothing is there that could be a file. */
function textOf(path: string, entry: Read<BranchEntry | null>): BranchFile | null {
  if (!entry.ok) return { path, text: entry }
  if (entry.value === null || entry.value.kind === 'folder') return null
  const problem = unreadableFile(path, entry.value, true)
  if (problem) return { path, text: err(unread(`${path}: ${problem.text}`)) }
  if (entry.value.kind !== 'file') return gone(path)
  const text = decodeText(entry.value.bytes, path)
  return { path, text: text.ok ? text : err(unread(`${path}: ${text.error.text}`)) }
}

/** Listed, and not there when asked for. */
function gone(path: string): BranchFile {
  return { path, text: err(unread(`${path} is no file that can be read.`)) }
}

function unread(why: string): Unread {
  return { why, todo: 'Correct the file.' }
}
