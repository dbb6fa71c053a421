import type { FileVersion } from '../../core/model/changed-file.ts'
import type { Sha } from '../../core/model/ids.ts'
import { parseSha } from '../../core/model/ids.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { ComparisonProblem, Repository } from '../../gate/ports/repository.ts'
import { baseTree, type BaseTree } from './base-tree.ts'
import { diffTrees } from './diff-trees.ts'
import type { GitSetting } from './git-environment.ts'
import { GitFailure, gitFailure, type GitProblem } from './git-problem.ts'
import { listTree } from './list-tree.ts'
import { locateRepository } from './locate-repository.ts'
import { mergeTrees } from './merge-trees.ts'
import { createObjectReader } from './object-reader.ts'
import { createObjectStore } from './object-store.ts'
import { type ObjectAccess, objectAccess } from './object-access.ts'
import { readEntries } from './read-entries.ts'
import { resolveRevision } from './resolve-revision.ts'

/** A base tip and what commits would make of it, read from git objects only. Close it when done. */
export interface GitRepository extends Repository {
  readonly base: Sha
  readonly head: Sha
  /** The parents that a commit names, in their order; none when it is not here. */
  parentsOf(commit: Sha): Promise<readonly Sha[]>
  /** Whether a commit's tree is exactly what merging head into base gives; null: they conflict, or the commit is not here. */
  isMergedAs(commit: Sha): Promise<boolean | null>
  /** Ends git and removes the temporary directory. Nothing else was written. */
  close(): void
}

/** How two revisions are compared. */
export interface GitRepositoryOptions {
  /** True: the base against the result of merging the commit into it; false: the two trees as they are. */
  readonly merge: boolean
  /** What a partial clone needs to fetch missing objects, beside its own configuration. */
  readonly credentials?: readonly GitSetting[]
}

/**
 * Opens the repository that `dir` is or belongs to. The repository is not written to, and nothing that it or its
 * configuration names is executed. What cannot be resolved is an error with a sentence.
 */
export async function openGitRepository(
  dir: string,
  base: string,
  head: string,
  options: GitRepositoryOptions,
): Promise<Result<GitRepository, GitProblem>> {
  try {
    const [location, baseId, headId] = await Promise.all([
      locateRepository(dir),
      resolveRevision(dir, base),
      resolveRevision(dir, head),
    ])
    if (!location.ok) return location
    if (!baseId.ok) return baseId
    if (!headId.ok) return headId
    const store = createObjectStore(location.value)
    const access = objectAccess(store, createObjectReader(store.gitDir), options.credentials ?? [])
    return await openCommits(
      access,
      { base, head, baseId: baseId.value, headId: headId.value },
      options.merge,
    )
  } catch (error) {
    if (error instanceof GitFailure) return err(error.problem)
    throw error
  }
}

interface Revisions {
  readonly base: string
  readonly head: string
  readonly baseId: Sha
  readonly headId: Sha
}

async function openCommits(
  access: ObjectAccess,
  revisions: Revisions,
  merge: boolean,
): Promise<Result<GitRepository, GitProblem>> {
  try {
    const base = await commitOf(access, revisions.base, revisions.baseId)
    const head = await commitOf(access, revisions.head, revisions.headId)
    return ok(new ObjectRepository(access, base, head, merge))
  } catch (error) {
    access.close()
    throw error
  }
}

/** The commit behind an id, which may be a tag's. */
async function commitOf(access: ObjectAccess, revision: string, id: Sha): Promise<Sha> {
  const sha = parseSha((await access.info(`${id}^{commit}`))?.oid ?? '')
  if (sha !== undefined) return sha
  const dir = access.store.location.dir
  throw gitFailure(
    'unknown-revision',
    (await access.info(id))
      ? `"${revision}" names no commit in ${dir}; a branch, a tag or a commit id does.`
      : `There is no commit "${revision}" in ${dir}: fetch it and run again.`,
  )
}

class ObjectRepository implements GitRepository {
  readonly base: Sha
  readonly head: Sha
  readonly #access: ObjectAccess
  readonly #merge: boolean
  readonly #tree: BaseTree

  constructor(access: ObjectAccess, base: Sha, head: Sha, merge: boolean) {
    this.base = base
    this.head = head
    this.#access = access
    this.#merge = merge
    this.#tree = baseTree(access, base)
  }

  readBase(path: string): Promise<FileVersion | null> {
    return this.#tree.read(path)
  }

  readBaseFiles(paths: readonly string[]): Promise<ReadonlyMap<string, FileVersion>> {
    return this.#tree.readAll(paths)
  }

  listBase(directory: string): Promise<readonly string[]> {
    return this.#tree.list(directory)
  }

  listAllBase(): Promise<readonly string[]> {
    return listTree(this.#access, this.base)
  }

  async changes(of: Sha | 'head', wanted: (path: string) => boolean): ReturnType<Repository['changes']> {
    try {
      const commit = of === 'head' ? this.head : of
      if ((await this.#access.info(commit))?.type !== 'commit') return err({ code: 'unknown-commit', commit })
      const merged = await this.#treeOf(commit)
      if (!merged.ok) return merged
      const entries = await diffTrees(
        this.#access.store,
        `${this.base}^{tree}`,
        merged.value,
        await this.#access.fetching(),
      )
      return ok(await readEntries(this.#access, entries, wanted))
    } catch (error) {
      if (error instanceof GitFailure) return err({ code: 'unreadable', text: error.problem.text })
      throw error
    }
  }

  async isAutomaticMerge(commit: Sha): Promise<boolean | null> {
    const object = await this.#access.read(commit)
    if (object?.type !== 'commit') return null
    const { tree, parents } = parseCommit(object.bytes)
    const [first, second] = parents
    if (first === undefined || second === undefined || parents.length > 2) return false
    if (!(await this.#access.info(first)) || !(await this.#access.info(second))) return false
    const merged = await mergeTrees(this.#access.store, first, second, await this.#access.fetching())
    return merged.ok && merged.value === tree
  }

  async isMergedAs(commit: Sha): Promise<boolean | null> {
    const object = await this.#access.read(commit)
    if (object?.type !== 'commit') return null
    const merged = await mergeTrees(this.#access.store, this.base, this.head, await this.#access.fetching())
    return merged.ok ? merged.value === parseCommit(object.bytes).tree : null
  }

  async parentsOf(commit: Sha): Promise<readonly Sha[]> {
    const object = await this.#access.read(commit)
    if (object?.type !== 'commit') return []
    return parseCommit(object.bytes).parents.flatMap((parent) => parseSha(parent) ?? [])
  }

  close(): void {
    this.#access.close()
  }

  async #treeOf(commit: Sha): Promise<Result<string, ComparisonProblem>> {
    if (!this.#merge) return ok(`${commit}^{tree}`)
    return mergeTrees(this.#access.store, this.base, commit, await this.#access.fetching())
  }
}

/** The tree and the parents that a commit object names. */
function parseCommit(bytes: Buffer): { readonly tree: string; readonly parents: readonly string[] } {
  const end = bytes.indexOf('\n\n')
  const lines = bytes.toString('latin1', 0, end < 0 ? bytes.length : end).split('\n')
  const values = (key: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
  return { tree: values('tree')[0] ?? '', parents: values('parent') }
}
