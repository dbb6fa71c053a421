import { Octokit } from '@octokit/rest'
import { type GitHub, startGitHub, type StartOptions } from '../../support/github/start-github.ts'

export const repo = 'acme/gitops'
export const at = { owner: 'acme', repo: 'gitops' } as const

export interface Story {
  readonly github: GitHub
  readonly number: number
  readonly head: string
  readonly octokit: Octokit
  readonly token: string
}

/** One open pull request by amy: ben may write, tess may triage, ann may read, net is a team with a child. */
export async function openStory(options: Partial<StartOptions> = {}): Promise<Story> {
  const github = await startGitHub({ now: '2026-11-22T10:00:00Z', ...options })
  for (const login of ['amy', 'ben', 'tess', 'ann', 'cleo', 'moe']) github.createUser({ login })
  github.createTeam({ team: 'acme/net-emea', members: ['cleo'] })
  github.createTeam({
    team: 'acme/net',
    members: ['ben', { login: 'ann', state: 'pending' }],
    childTeams: ['acme/net-emea'],
  })
  github.createRepository(repo, {
    files: {
      '.github/CODEOWNERS': '* @acme/net\n',
      'app.yaml': 'replicas: 1\n',
      'link.yaml': { symlink: 'app.yaml' },
    },
    collaborators: { amy: 'write', ben: 'write', tess: 'triage', ann: 'read', moe: 'maintain' },
    teams: { net: 'write' },
  })
  github.advanceClock('1m')
  const { sha: head } = github.push({
    repo,
    branch: 'scale',
    by: 'amy',
    files: { 'app.yaml': 'replicas: 3\n' },
  })
  github.advanceClock('1m')
  const { number } = github.openPullRequest({ repo, by: 'amy', head: 'scale', title: 'Scale up' })
  const token = github.createToken({ kind: 'app', permissions: everything })
  return { github, number, head, token, octokit: client(github, token) }
}

export const everything = {
  actions: 'read',
  administration: 'write',
  contents: 'write',
  issues: 'write',
  members: 'read',
  pull_requests: 'write',
  statuses: 'write',
} as const

/** An Octokit without retries: a test wants to see the first answer. */
export function client(github: GitHub, token: string): Octokit {
  return new Octokit({ auth: token, baseUrl: github.apiUrl, log: silent })
}

export async function graphql(
  github: GitHub,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly status: number; readonly data: Answer; readonly errors: readonly Answer[] }> {
  const response = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as { data?: Answer; errors?: Answer[] }
  return { status: response.status, data: body.data ?? {}, errors: body.errors ?? [] }
}

/** A parsed answer of unknown shape, for `toMatchObject`. */
export type Answer = Readonly<Record<string, unknown>>

const nothing = (): undefined => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }
