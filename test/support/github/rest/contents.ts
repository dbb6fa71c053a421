import type { Repository } from '../world.ts'
import {
  type Answer,
  type Call,
  callRepository,
  type Handler,
  notFound,
  ok,
  pathValue,
  Refusal,
  resolveCommit,
} from './call.ts'
import { commitShape, repositoryUrl } from './shapes.ts'

/** GitHub gives no content in JSON for larger files. */
const contentLimit = 1024 * 1024

export const contentHandlers: Readonly<Record<string, Handler>> = {
  'repos/get-content': getContent,
  'repos/compare-commits-with-basehead': compareCommits,
}

function getContent(call: Call): Answer {
  const at = callRepository(call)
  const ref = call.query.get('ref') ?? at.defaultBranch
  const commit = resolveCommit(at, ref)
  if (commit === undefined) throw new Refusal(404, `No commit found for the ref ${ref}`)
  const path = pathValue(call, 'path')
  const entry = entriesOf(at, commit, path)[0]
  if (entry === undefined) throw notFound()
  if (entry.type === 'tree') {
    return ok(entriesOf(at, commit, `${path}/`).map((inside) => entryShape(call, at, commit, inside)))
  }
  return ok({ ...entryShape(call, at, commit, entry), ...details(at, commit, entry) })
}

interface Entry {
  readonly mode: string
  readonly type: string
  readonly oid: string
  readonly path: string
}

/** One line of `git ls-tree` each: a folder by its name, or with a slash what is in it. */
function entriesOf(at: Repository, commit: string, path: string): readonly Entry[] {
  const listed = at.git.run(['ls-tree', '-z', commit, '--', path])
  return listed.split('\0').flatMap((line) => {
    const form = /^(\d+) (\w+) ([0-9a-f]{40})\t(.*)$/s.exec(line)
    if (form === null) return []
    const [, mode = '', type = '', oid = '', name = ''] = form
    return [{ mode, type, oid, path: name }]
  })
}

function entryShape(
  call: Call,
  at: Repository,
  commit: string,
  entry: Entry,
): Readonly<Record<string, unknown>> {
  const url = `${repositoryUrl(call.world, at)}/contents/${entry.path}?ref=${commit}`
  const gitUrl = `${repositoryUrl(call.world, at)}/git/${entry.type === 'tree' ? 'trees' : 'blobs'}/${entry.oid}`
  const htmlUrl = `${call.world.urls.server}/${at.fullName}/blob/${commit}/${entry.path}`
  return {
    type: typeOf(entry),
    name: entry.path.replace(/^.*\//, ''),
    path: entry.path,
    sha: entry.oid,
    size: entry.type === 'blob' ? at.git.blob(entry.oid).length : 0,
    url,
    git_url: gitUrl,
    html_url: htmlUrl,
    download_url: entry.type === 'blob' ? `${htmlUrl}?raw=true` : null,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  }
}

function typeOf({ mode, type }: Entry): string {
  if (mode === '120000') return 'symlink'
  return { tree: 'dir', commit: 'submodule', blob: 'file' }[type] ?? type
}

function details(at: Repository, commit: string, entry: Entry): Readonly<Record<string, unknown>> {
  switch (typeOf(entry)) {
    case 'submodule':
      return { submodule_git_url: null }
    case 'symlink':
      return linkDetails(at, commit, entry)
    default: {
      const bytes = at.git.blob(entry.oid)
      if (bytes.length > contentLimit) return { encoding: 'none', content: '' }
      return { encoding: 'base64', content: bytes.toString('base64').replaceAll(/.{60}/g, '$&\n') }
    }
  }
}

/** A link to a file of the repository is answered as that file; every other one as itself. */
function linkDetails(at: Repository, commit: string, entry: Entry): Readonly<Record<string, unknown>> {
  const target = at.git.blob(entry.oid).toString('utf8')
  const inside = target.startsWith('/') ? [] : entriesOf(at, commit, target)
  const file = inside.find((candidate) => typeOf(candidate) === 'file')
  if (file === undefined) return { target }
  return { ...details(at, commit, file), type: 'file', size: at.git.blob(file.oid).length }
}

function compareCommits(call: Call): Answer {
  const at = callRepository(call)
  const [base = '', head = ''] = pathValue(call, 'basehead').split('...')
  const [from, to] = [resolveCommit(at, base), resolveCommit(at, head)]
  if (from === undefined || to === undefined) throw notFound()
  const mergeBase = mergeBaseOf(at, from, to)
  const [behind, ahead] = [countBetween(at, to, from), countBetween(at, from, to)]
  const url = `${repositoryUrl(call.world, at)}/compare/${from}...${to}`
  return ok({
    url,
    html_url: url,
    permalink_url: url,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
    base_commit: shapeOf(call, at, from),
    merge_base_commit: shapeOf(call, at, mergeBase),
    status: statusOf(ahead, behind),
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: [],
    files: [],
  })
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind'
  return behind === 0 ? 'ahead' : 'diverged'
}

/** GitHub answers 404 for histories that have nothing in common. */
function mergeBaseOf(at: Repository, from: string, to: string): string {
  try {
    return at.git.run(['merge-base', from, to]).trim()
  } catch {
    throw new Refusal(404, `No common ancestor between ${from} and ${to}.`)
  }
}

function countBetween(at: Repository, from: string, to: string): number {
  return Number(at.git.run(['rev-list', '--count', `${from}..${to}`]).trim())
}

function shapeOf(call: Call, at: Repository, sha: string): unknown {
  const info = at.git.info(sha)
  if (info === undefined) throw notFound()
  return commitShape(call.world, at, info)
}
