import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { createHash } from 'node:crypto'

export type FileChange =
  | string
  | Uint8Array
  | null
  | { readonly symlink: string }
  | { readonly submodule: string }
  /** A file that may be run; a plain one becomes another mode without another content. */
  | { readonly executable: string }

export interface Signature {
  readonly name: string
  readonly email: string
  readonly at: number
}

export interface NewCommit {
  readonly ref: string
  readonly parents: readonly string[]
  readonly files: Readonly<Record<string, FileChange>>
  readonly message: string
  readonly author: Signature
  readonly committer: Signature
}

export interface CommitInfo {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

export interface ChangedFile {
  readonly path: string
  readonly changeType: 'ADDED' | 'DELETED' | 'MODIFIED' | 'RENAMED' | 'COPIED' | 'CHANGED'
  readonly additions: number
  readonly deletions: number
}

export interface GitObject {
  readonly oid: string
  readonly type: 'blob' | 'tree' | 'commit' | 'tag'
  readonly size: number
}

/** Git without the machine's own configuration, so that the same story gives the same SHAs everywhere. */
export const isolatedGitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  LC_ALL: 'C',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

/** One bare repository on disk. Everything the emulator says about trees and commits comes from here. */
export class GitRepository {
  readonly directory: string
  readonly #commits = new Map<string, CommitInfo>()

  constructor(directory: string) {
    this.directory = directory
  }

  static create(directory: string, defaultBranch: string): GitRepository {
    const repository = new GitRepository(directory)
    repository.run(['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, directory], {
      anywhere: true,
    })
    repository.#allowBareShas()
    return repository
  }

  static clone(from: GitRepository, directory: string): GitRepository {
    const repository = new GitRepository(directory)
    repository.run(['clone', '--quiet', '--bare', from.directory, directory], { anywhere: true })
    repository.#allowBareShas()
    return repository
  }

  tip(ref: string): string | undefined {
    return this.#resolve(`${ref}^{commit}`)
  }

  /** Writes one commit and moves its ref there, whatever the ref pointed to before. */
  commit(commit: NewCommit): string {
    const input = fastImportStream(commit)
    return this.run(['fast-import', '--quiet', '--force', '--done'], { input }).trim()
  }

  info(sha: string): CommitInfo | undefined {
    const known = this.#commits.get(sha)
    if (known !== undefined) return known
    const result = this.#spawn(['cat-file', 'commit', sha])
    if (result.status !== 0) return undefined
    const info = parseCommit(sha, result.stdout.toString('utf8'))
    this.#commits.set(sha, info)
    return info
  }

  /** Commits reachable from `head` and not from `base`, oldest first. */
  between(base: string, head: string): readonly string[] {
    return lines(this.run(['rev-list', '--reverse', '--topo-order', head, `^${base}`]))
  }

  /** The three-dot diff GitHub shows for a pull request. */
  changedFiles(base: string, head: string): readonly ChangedFile[] {
    const status = lines(this.run(['diff', '--name-status', '-M', `${base}...${head}`]))
    const counts = lines(this.run(['diff', '--numstat', '--no-renames', `${base}...${head}`]))
    const byPath = new Map(
      counts.map((line) => line.split('\t')).map(([add, del, path]) => [path, { add, del }]),
    )
    return status.map((line) => {
      const [letter = '', ...paths] = line.split('\t')
      const path = paths.at(-1) ?? ''
      const count = byPath.get(path)
      return {
        path,
        changeType: changeTypes[letter.slice(0, 1)] ?? 'CHANGED',
        additions: Number(count?.add ?? 0) || 0,
        deletions: Number(count?.del ?? 0) || 0,
      }
    })
  }

  diffDigest(base: string, head: string): string {
    const diff = this.run(['diff', '--no-color', `${base}...${head}`]).replaceAll(/^index .*$/gm, '')
    return createHash('sha256').update(diff).digest('hex')
  }

  isAncestor(ancestor: string, descendant: string): boolean {
    return this.#spawn(['merge-base', '--is-ancestor', ancestor, descendant]).status === 0
  }

  /** The tree of merging `head` into `base`, or undefined when they conflict. */
  mergeTree(base: string, head: string): string | undefined {
    const result = this.#spawn(['merge-tree', '--write-tree', base, head])
    return result.status === 0 ? result.stdout.toString('utf8').trim() : undefined
  }

  commitTree(tree: string, parents: readonly string[], message: string, who: Signature): string {
    const stamp = `${Math.trunc(who.at / 1000)} +0000`
    return this.run(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
      input: Buffer.from(message),
      env: {
        GIT_AUTHOR_NAME: who.name,
        GIT_AUTHOR_EMAIL: who.email,
        GIT_AUTHOR_DATE: stamp,
        GIT_COMMITTER_NAME: who.name,
        GIT_COMMITTER_EMAIL: who.email,
        GIT_COMMITTER_DATE: stamp,
      },
    }).trim()
  }

  setRef(ref: string, sha: string): void {
    this.run(['update-ref', ref, sha])
  }

  deleteRef(ref: string): void {
    this.run(['update-ref', '-d', ref])
  }

  fetchFrom(other: GitRepository, sha: string): void {
    this.run(['fetch', '--quiet', '--no-tags', other.directory, sha])
  }

  /** What an expression such as `main:.github/CODEOWNERS` names, without following symbolic links. */
  object(expression: string): GitObject | undefined {
    const answer = this.run(['cat-file', '--batch-check'], { input: Buffer.from(`${expression}\n`) }).trim()
    const match = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(answer)
    if (match === null) return undefined
    const [, oid = '', type, size] = match
    return { oid, type: type as GitObject['type'], size: Number(size) }
  }

  blob(oid: string): Buffer {
    return this.#checked(['cat-file', 'blob', oid])
  }

  branches(): readonly string[] {
    return lines(this.run(['for-each-ref', '--format=%(refname:strip=2)', 'refs/heads']))
  }

  run(args: readonly string[], options: RunOptions = {}): string {
    return this.#checked(args, options).toString('utf8')
  }

  #allowBareShas(): void {
    for (const [key, value] of uploadSettings) this.run(['config', key, value])
  }

  #resolve(expression: string): string | undefined {
    const result = this.#spawn(['rev-parse', '--verify', '--quiet', '--end-of-options', expression])
    return result.status === 0 ? result.stdout.toString('utf8').trim() : undefined
  }

  #checked(args: readonly string[], options: RunOptions = {}): Buffer {
    const result = this.#spawn(args, options)
    if (result.status === 0) return result.stdout
    throw new Error(`git ${args.join(' ')}: exit ${result.status}: ${result.stderr.toString('utf8').trim()}`)
  }

  #spawn(args: readonly string[], options: RunOptions = {}): SpawnSyncReturns<Buffer> {
    const where = options.anywhere === true ? [] : ['--git-dir', this.directory]
    return spawnSync('git', [...where, ...args], {
      env: { ...isolatedGitEnvironment, ...options.env },
      maxBuffer: 256 * 1024 * 1024,
      ...(options.input === undefined ? {} : { input: options.input }),
    })
  }
}

interface RunOptions {
  readonly input?: Buffer
  readonly env?: Readonly<Record<string, string>>
  readonly anywhere?: boolean
}

const uploadSettings = [
  ['uploadpack.allowReachableSHA1InWant', 'true'],
  ['uploadpack.allowAnySHA1InWant', 'true'],
  ['uploadpack.allowFilter', 'true'],
] as const

const changeTypes: Readonly<Record<string, ChangedFile['changeType']>> = {
  A: 'ADDED',
  D: 'DELETED',
  M: 'MODIFIED',
  R: 'RENAMED',
  C: 'COPIED',
}

function fastImportStream(commit: NewCommit): Buffer {
  const parts: Buffer[] = []
  const write = (text: string): unknown => parts.push(Buffer.from(text))
  const data = (bytes: Uint8Array): unknown =>
    parts.push(Buffer.from(`data ${bytes.length}\n`), Buffer.from(bytes), Buffer.from('\n'))
  const stamp = (role: string, who: Signature): unknown =>
    write(`${role} ${who.name} <${who.email}> ${Math.trunc(who.at / 1000)} +0000\n`)

  write(`commit ${commit.ref}\nmark :1\n`)
  stamp('author', commit.author)
  stamp('committer', commit.committer)
  data(Buffer.from(commit.message))
  commit.parents.forEach((parent, index) => write(`${index === 0 ? 'from' : 'merge'} ${parent}\n`))
  for (const [path, change] of Object.entries(commit.files)) {
    const name = JSON.stringify(path)
    if (change === null) write(`D ${name}\n`)
    else if (typeof change === 'string' || change instanceof Uint8Array) {
      write(`M 100644 inline ${name}\n`)
      data(Buffer.from(change))
    } else if ('symlink' in change) {
      write(`M 120000 inline ${name}\n`)
      data(Buffer.from(change.symlink))
    } else if ('executable' in change) {
      write(`M 100755 inline ${name}\n`)
      data(Buffer.from(change.executable))
    } else write(`M 160000 ${change.submodule} ${name}\n`)
  }
  write('\nget-mark :1\ndone\n')
  return Buffer.concat(parts)
}

function parseCommit(sha: string, text: string): CommitInfo {
  const end = text.indexOf('\n\n')
  const header = text.slice(0, end).split('\n')
  const values = (key: string): string[] =>
    header.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
  return {
    sha,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseSignature(values('author')[0] ?? ''),
    committer: parseSignature(values('committer')[0] ?? ''),
    message: text.slice(end + 2).replace(/\n$/, ''),
  }
}

function parseSignature(text: string): Signature {
  const match = /^(.*?) ?<([^>]*)> (\d+) [+-]\d{4}$/.exec(text)
  return { name: match?.[1] ?? '', email: match?.[2] ?? '', at: Number(match?.[3] ?? 0) * 1000 }
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
