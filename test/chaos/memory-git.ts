import { createHash } from 'node:crypto'
import {
  type ChangedFile,
  type CommitInfo,
  type GitObject,
  GitRepository,
  type NewCommit,
  type Signature,
} from '../support/github/git-repository.ts'

type Files = ReadonlyMap<string, string>

/** A repository in memory, for thousands of lives: text files, branches and merges by whole files, and no process for any of it. */
export class MemoryGit extends GitRepository {
  readonly #commits = new Map<string, CommitInfo>()
  readonly #trees = new Map<string, Files>()
  readonly #refs = new Map<string, string>()

  constructor() {
    super('/nonexistent')
  }

  /** The files of a commit; none of one that is not there. */
  filesOf(commit: string): Files {
    return this.#trees.get(this.#commits.get(commit)?.tree ?? '') ?? new Map()
  }

  override tip(ref: string): string | undefined {
    return this.#refs.get(ref) ?? (this.#commits.has(ref) ? ref : undefined)
  }

  override info(sha: string): CommitInfo | undefined {
    return this.#commits.get(sha)
  }

  override commit({ ref, parents, files, message, author, committer }: NewCommit): string {
    const tree = new Map(this.filesOf(parents[0] ?? ''))
    for (const [path, change] of Object.entries(files)) {
      if (change === null) tree.delete(path)
      else if (typeof change === 'string') tree.set(path, change)
      else throw new Error('only texts are kept in memory')
    }
    const sha = this.#add({ tree: this.#addTree(tree), parents, message, author, committer })
    this.#refs.set(ref, sha)
    return sha
  }

  override commitTree(tree: string, parents: readonly string[], message: string, who: Signature): string {
    return this.#add({ tree, parents, message, author: who, committer: who })
  }

  override between(base: string, head: string): readonly string[] {
    const known = this.#ancestors(base)
    return [...this.#ancestors(head)].filter((sha) => !known.has(sha)).toReversed()
  }

  override isAncestor(ancestor: string, descendant: string): boolean {
    return this.#ancestors(descendant).has(ancestor)
  }

  override mergeTree(base: string, head: string): string | undefined {
    const fork = this.filesOf(this.#fork(base, head))
    const [ours, theirs] = [this.filesOf(base), this.filesOf(head)]
    const merged = new Map<string, string>()
    for (const path of new Set([...fork.keys(), ...ours.keys(), ...theirs.keys()])) {
      const [was, here, there] = [fork.get(path), ours.get(path), theirs.get(path)]
      if (here !== there && here !== was && there !== was) return undefined
      const text = here === was ? there : here
      if (text !== undefined) merged.set(path, text)
    }
    return this.#addTree(merged)
  }

  override changedFiles(base: string, head: string): readonly ChangedFile[] {
    const [was, is] = [this.filesOf(this.#fork(base, head)), this.filesOf(head)]
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((path) => was.get(path) !== is.get(path))
      .map((path) => ({ path, changeType: 'MODIFIED', additions: 1, deletions: 1 }))
  }

  override diffDigest(base: string, head: string): string {
    const [was, is] = [this.filesOf(this.#fork(base, head)), this.filesOf(head)]
    const paths = [...new Set([...was.keys(), ...is.keys()])].toSorted()
    return digest(paths.filter((path) => was.get(path) !== is.get(path)).map((path) => [path, is.get(path)]))
  }

  override setRef(ref: string, sha: string): void {
    this.#refs.set(ref, sha)
  }

  override deleteRef(ref: string): void {
    this.#refs.delete(ref)
  }

  override object(expression: string): GitObject | undefined {
    const oid = this.tip(expression)
    return oid === undefined ? undefined : { oid, type: 'commit', size: 1 }
  }

  override branches(): readonly string[] {
    return [...this.#refs.keys()].flatMap((ref) => /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? [])
  }

  override fetchFrom(): void {
    throw new Error('there are no forks in memory')
  }

  override run(args: readonly string[]): string {
    throw new Error(`not in memory: git ${args.join(' ')}`)
  }

  #add(commit: Omit<CommitInfo, 'sha'>): string {
    const sha = digest([commit, this.#commits.size])
    this.#commits.set(sha, { ...commit, sha })
    return sha
  }

  #addTree(files: Files): string {
    const tree = digest([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    this.#trees.set(tree, files)
    return tree
  }

  /** The commit itself and everything before it, the newest first. */
  #ancestors(sha: string): ReadonlySet<string> {
    const found = new Set<string>()
    const left = [sha]
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const info = this.#commits.get(next)
      if (found.has(next) || info === undefined) continue
      found.add(next)
      left.push(...info.parents)
    }
    return found
  }

  #fork(base: string, head: string): string {
    const known = this.#ancestors(base)
    return [...this.#ancestors(head)].find((sha) => known.has(sha)) ?? ''
  }
}

function digest(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('hex')
}
