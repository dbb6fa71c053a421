import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What a commit puts at a path: content, a link, or nothing any more. */
export type FileContent = string | Uint8Array | { readonly link: string } | null

/** A git repository with a work tree in a temporary directory, without the machine's configuration and with fixed dates. */
export class GitSandbox {
  readonly dir: string

  constructor(dir: string) {
    this.dir = dir
  }

  static create(): GitSandbox {
    const sandbox = new GitSandbox(mkdtempSync(join(tmpdir(), 'drawbridge-test-')))
    sandbox.git('init', '--quiet', '--initial-branch=main')
    return sandbox
  }

  /** Writes files, commits everything and gives the commit's id. */
  commit(files: Readonly<Record<string, FileContent>>, message = 'Change'): string {
    writeFiles(this.dir, files)
    this.git('add', '--all')
    this.git('commit', '--quiet', '--allow-empty', '-m', message)
    return this.git('rev-parse', 'HEAD')
  }

  branch(name: string, from = 'HEAD'): void {
    this.git('checkout', '--quiet', '-b', name, from)
  }

  checkout(name: string): void {
    this.git('checkout', '--quiet', name)
  }

  git(...args: readonly string[]): string {
    const result = spawnSync('git', args, { cwd: this.dir, env: sandboxEnvironment, encoding: 'utf8' })
    if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`)
    return result.stdout.replace(/\n$/, '')
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true })
  }
}

/** Git as if freshly installed, on one fixed day. */
export const sandboxEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Amy',
  GIT_AUTHOR_EMAIL: 'amy@example.com',
  GIT_AUTHOR_DATE: '2026-11-22T10:00:00Z',
  GIT_COMMITTER_NAME: 'Amy',
  GIT_COMMITTER_EMAIL: 'amy@example.com',
  GIT_COMMITTER_DATE: '2026-11-22T10:00:00Z',
}

/** Writes files below a directory; null removes one. */
export function writeFiles(dir: string, files: Readonly<Record<string, FileContent>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(dir, path)
    rmSync(file, { recursive: true, force: true })
    if (content === null) continue
    mkdirSync(dirname(file), { recursive: true })
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content)
    else symlinkSync(content.link, file)
  }
}
