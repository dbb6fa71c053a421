import { parseSha, type Sha } from '../model/ids.ts'
import { err, ok, type Result } from '../model/result.ts'

/** A policy file of another repository at one commit: `github:acme/policies//gate.yaml@<40 hexadecimal digits>`. */
export interface PolicyReference {
  /** As it is written; equal exactly when the references are. */
  readonly text: string
  readonly owner: string
  readonly repo: string
  readonly path: string
  readonly commit: Sha
}

/** Why a text is no reference: a sentence without its end, and what to write when one thing suggests itself. */
export interface ReferenceProblem {
  readonly text: string
  readonly suggestion?: string
}

const PREFIX = 'github:'
const OWNER = /^[A-Za-z\d](?:[A-Za-z\d-]{0,38})$/
const REPO = /^(?!\.{1,2}$)[\w.-]{1,100}$/

/** Reads a reference to a policy of another repository. Undefined: the text is about something else. */
export function parsePolicyReference(text: string): Result<PolicyReference, ReferenceProblem> | undefined {
  if (!text.startsWith(PREFIX)) return undefined
  const [place = '', ...versions] = text.slice(PREFIX.length).split('@')
  const [repository = '', ...rest] = place.split('//')
  const path = rest.join('//')
  const [owner = '', repo = '', ...more] = repository.split('/')
  const problem =
    repositoryProblem(owner, repo, more, rest.length, versions) ??
    pathProblem(path) ??
    commitProblem(versions)
  if (problem !== null) return err(problem)
  const commit = parseSha(versions[0] ?? '')
  return commit ? ok({ text, owner, repo, path, commit }) : err({ text: 'the commit cannot be read' })
}

/** A reference that may have been meant by something that is no reference and no pack. */
export function nearReference(text: string): string | undefined {
  const page = /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/(?:blob|raw|tree)\/([^/]+)\/(.+)$/.exec(text)
  const raw = /^https:\/\/raw\.githubusercontent\.com\/([^/]+)\/([^/]+)\/([^/]+)\/(.+)$/.exec(text)
  const [, owner, repo, commit, path] = page ?? raw ?? []
  const written =
    owner === undefined
      ? `${PREFIX}${text}`
      : `${PREFIX}${owner}/${repo ?? ''}//${path ?? ''}@${commit ?? ''}`
  return parsePolicyReference(written)?.ok === true ? written : undefined
}

function repositoryProblem(
  owner: string,
  repo: string,
  more: readonly string[],
  paths: number,
  versions: readonly string[],
): ReferenceProblem | null {
  if (paths === 0 && more.length > 0) {
    const mended = `${PREFIX}${owner}/${repo}//${more.join('/')}${versions.map((version) => `@${version}`).join('')}`
    const text = 'two slashes stand between the repository and the path'
    return parsePolicyReference(mended)?.ok === true ? { text, suggestion: mended } : { text }
  }
  if (!OWNER.test(owner) || !REPO.test(repo) || more.length > 0)
    return { text: 'it names no repository as OWNER/REPOSITORY' }
  return paths === 0 ? { text: 'it names no file; two slashes and its path follow the repository' } : null
}

function pathProblem(path: string): ReferenceProblem | null {
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return { text: 'the path of the file is none: it starts at the root of the repository, without a slash' }
  return /\.ya?ml$/.test(path) ? null : { text: 'the file is no YAML file by its name' }
}

const FIX =
  'so what decides here cannot change without a change here; write the commit with all of its 40 digits'

function commitProblem(versions: readonly string[]): ReferenceProblem | null {
  const [version = ''] = versions
  if (versions.length > 1) return { text: 'it has more than one @' }
  if (version === '') return { text: `it names no commit. A policy is pinned, ${FIX}` }
  if (parseSha(version)) return null
  if (/^[0-9a-fA-F]{40}$/.test(version)) return { text: 'the digits of a commit are written in lower case' }
  if (/^[0-9a-fA-F]{4,39}$/.test(version)) {
    const seen = `"${version}" has ${String(version.length)} digits`
    return { text: `${seen}, and others may begin alike. Write all 40 digits of the commit` }
  }
  return {
    text: `"${version.slice(0, 60)}" is a branch or a tag, which can be moved. A policy is pinned, ${FIX}`,
  }
}
