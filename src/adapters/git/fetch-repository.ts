import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSha, type Sha } from '../../core/model/ids.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import { isolatedEnvironment, type GitSetting } from './git-environment.ts'
import { GitFailure, type GitProblem } from './git-problem.ts'
import { firstLine } from './locate-repository.ts'
import { type GitAnswer, runGit } from './run-git.ts'

/** What to fetch, and as whom. */
export interface FetchRequest {
  /** `https://host/owner/repository.git`, without credentials. */
  readonly url: string
  /** A GitHub token; null for a public repository. */
  readonly token: string | null
  /** Full names, such as `refs/heads/main`; each has to exist. */
  readonly refs: readonly string[]
  /** Commits; those that the server no longer has are listed as missing. */
  readonly shas: readonly Sha[]
  /** An empty or missing directory: it becomes a bare repository; or one that was fetched into before. The caller removes it. */
  readonly dir: string
  /** Milliseconds for each request to the server; default five minutes. */
  readonly timeout?: number
}

/** A fetched repository: all commits and trees, file contents when they are asked for. */
export interface FetchedRepository {
  readonly dir: string
  readonly missing: readonly Sha[]
  /** For `openGitRepository`, which fetches file contents with them. They hold the token: never print them. */
  readonly credentials: readonly GitSetting[]
}

const REMOTE = 'origin'
const TIMEOUT = 300_000

/**
 * Fetches commits and trees, no file contents, into a bare repository. The token goes to git in the environment and is in no
 * file, command line, address or message.
 */
export async function fetchRepository(request: FetchRequest): Promise<Result<FetchedRepository, GitProblem>> {
  const problem = checkRequest(request)
  if (problem !== null) return err({ code: 'bad-request', text: problem })
  const credentials = credentialsFor(request.url, request.token)
  try {
    createBareRepository(request.dir, request.url)
    const missing = await fetchPresent(request, credentials)
    return missing.ok ? ok({ dir: request.dir, missing: missing.value, credentials }) : missing
  } catch (error) {
    if (error instanceof GitFailure) return err(error.problem)
    throw error
  }
}

function checkRequest({ url, refs, token }: FetchRequest): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:')
    return 'The address of the repository is no http or https URL.'
  if (parsed.username !== '' || parsed.password !== '')
    return 'The address of the repository holds credentials. Leave them out and give a token.'
  if (token !== null && !/^[\x21-\x7e]+$/.test(token)) return 'The token holds characters that no token has.'
  const wrong = refs.find((ref) => !/^refs\/[^\s:*^~?[\\\0-\x20]+$/.test(ref))
  return wrong === undefined ? null : `"${wrong}" is no full ref name. Write it as refs/heads/main.`
}

function credentialsFor(url: string, token: string | null): readonly GitSetting[] {
  const settings: GitSetting[] = [
    ['protocol.allow', 'never'],
    ['protocol.https.allow', 'always'],
    ['protocol.http.allow', 'always'],
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '60'],
    ['credential.helper', ''],
  ]
  if (token === null) return settings
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return [...settings, [`http.${new URL(url).origin}/.extraheader`, `AUTHORIZATION: basic ${basic}`]]
}

function createBareRepository(dir: string, url: string): void {
  for (const folder of ['refs', 'objects/info', 'objects/pack'])
    mkdirSync(join(dir, folder), { recursive: true })
  writeFileSync(join(dir, 'HEAD'), 'ref: refs/heads/none\n')
  const quoted = url.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  writeFileSync(
    join(dir, 'config'),
    `[core]\n\trepositoryformatversion = 0\n\tbare = true\n[remote "${REMOTE}"]\n\turl = "${quoted}"\n\tpromisor = true\n\tpartialclonefilter = blob:none\n`,
  )
}

/** Leaves out what the server does not have and asks again, until the rest is there. */
async function fetchPresent(
  request: FetchRequest,
  credentials: readonly GitSetting[],
): Promise<Result<readonly Sha[], GitProblem>> {
  const missing = new Set<Sha>()
  for (;;) {
    const wanted = request.shas.filter((sha) => !missing.has(sha))
    if (wanted.length + request.refs.length === 0) return ok([...missing])
    const answer = await fetchOnce(request, credentials, wanted)
    if (answer.exit === 0) return ok([...missing])
    const absent = parseSha(/not our ref ([0-9a-f]{40})/.exec(answer.stderr)?.[1] ?? '')
    if (absent === undefined || !wanted.includes(absent)) return err(fetchProblem(request, answer.stderr))
    missing.add(absent)
  }
}

function fetchOnce(
  request: FetchRequest,
  credentials: readonly GitSetting[],
  shas: readonly Sha[],
): Promise<GitAnswer> {
  const refspecs = [...request.refs.map((ref) => `+${ref}:${ref}`), ...shas]
  return runGit(
    [
      'fetch',
      REMOTE,
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--recurse-submodules=no',
      '--filter=blob:none',
      '--stdin',
    ],
    {
      environment: isolatedEnvironment(request.dir, credentials),
      input: refspecs.map((refspec) => `${refspec}\n`).join(''),
      timeout: request.timeout ?? TIMEOUT,
    },
  )
}

function fetchProblem(request: FetchRequest, stderr: string): GitProblem {
  const what = `Cannot fetch ${request.url}`
  const seen = withoutToken(firstLine(stderr), request.token)
  if (/couldn't find remote ref/.test(stderr)) return { code: 'unknown-revision', text: `${what}: ${seen}.` }
  if (/Authentication failed|could not read Username|returned error: (?:401|403)/.test(stderr))
    return {
      code: 'not-authorised',
      text: `${what}: the server refuses the token. It needs the permission contents: read.`,
    }
  if (/not found|returned error: 404/.test(stderr))
    return {
      code: 'not-authorised',
      text: `${what}: there is no such repository, or the token may not read it (contents: read).`,
    }
  return { code: 'unreachable', text: `${what}: ${seen}` }
}

/** Git does not print headers; should it ever, the token stays out. */
function withoutToken(text: string, token: string | null): string {
  if (token === null) return text
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return text.replaceAll(token, '***').replaceAll(basic, '***')
}
