import { connectGitHub, type GitHub } from '../../../src/adapters/github/github.ts'
import { type GitHub as Emulator, startGitHub } from '../../support/github/start-github.ts'

export const REPO = 'acme/gitops'

/** An emulated repository with people, a team and one pull request by amy from the branch `work`. */
export interface AdapterWorld {
  readonly emulator: Emulator
  readonly number: number
  readonly token: string
  /** What the client told about waits and clocks. */
  readonly notices: readonly string[]
  connect(token?: string): GitHub
}

type Emulated = Parameters<typeof startGitHub>[0]

export async function adapterWorld(options: Partial<Emulated> = {}): Promise<AdapterWorld> {
  const emulator = await startGitHub({ now: '2026-11-23T08:00:00Z', ...options })
  for (const login of ['amy', 'ben', 'tess']) emulator.createUser({ login })
  emulator.createTeam({ team: 'acme/net', members: ['ben'] })
  emulator.createRepository(REPO, {
    files: { 'web.yaml': 'a: 1\n' },
    collaborators: { amy: 'write', ben: 'write', tess: 'triage' },
    teams: { net: 'write' },
  })
  emulator.push({ repo: REPO, branch: 'work', by: 'amy', author: 'amy', files: { 'web.yaml': 'a: 2\n' } })
  const { number } = emulator.openPullRequest({ repo: REPO, by: 'amy', head: 'work', title: 'Two' })
  const token = emulator.createToken({
    kind: 'app',
    permissions: {
      contents: 'read',
      metadata: 'read',
      pull_requests: 'write',
      issues: 'write',
      statuses: 'write',
      members: 'read',
    },
  })
  const notices: string[] = []
  return {
    emulator,
    number,
    token,
    notices,
    connect: (given = token) =>
      connectGitHub({
        token: given,
        apiUrl: emulator.apiUrl,
        graphqlUrl: emulator.graphqlUrl,
        owner: 'acme',
        name: 'gitops',
        notice: (text) => notices.push(text),
        waitFactor: 0,
        timeout: 1000,
      }),
  }
}
