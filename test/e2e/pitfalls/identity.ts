import { type GateWorld, REPO } from '../../support/gate-world.ts'
import { approve, askFor, open, type Pitfall, pushAs, satisfy, toMain } from './pitfall.ts'

/** Who somebody is, and what they may do: an approval is of an account, whatever it is called or says of itself. */
export const IDENTITY_PITFALLS: readonly Pitfall[] = [
  {
    name: 'P17 a commit forged in the name of an owner keeps them from approving, and it is told',
    attempt(world, number) {
      pushAs(world, 'amy', 'ben')
      satisfy(world, number)
    },
    state: 'pending',
    says: /ben \(has a commit in this pull request\)/,
  },
  {
    name: 'P18 a commit forged in the name of a bot, pushed by the person who approves',
    attempt(world, number) {
      pushAs(world, 'ben', 'helper[bot]')
      satisfy(world, number)
    },
    state: 'pending',
    says: /ben \(pushed/,
  },
  {
    name: 'P18 a commit forged in the name of the web editor, pushed by the person who approves',
    attempt(world, number) {
      world.github.createUser({ login: 'web-flow', emails: ['noreply@github.com'] })
      pushAs(world, 'ben', { name: 'GitHub', email: 'noreply@github.com' })
      satisfy(world, number)
    },
    state: 'pending',
    says: /ben \(pushed/,
  },
  ...['github-actions[bot]', 'Copilot', 'helper[bot]'].map((login): Pitfall => ({
    name: `P21 an approval by ${login}`,
    attempt(world, number) {
      if (login !== 'helper[bot]') world.github.createUser({ login, type: 'Bot' })
      world.github.repository(REPO).collaborators.set(world.github.account(login), writer())
      toMain(world, { '.github/CODEOWNERS': '* @github-actions @Copilot @helper @ben\n' })
      approve(world, number, login)
      open(world, number)
    },
    state: 'pending',
    says: /(?:github-actions|Copilot|helper)\S* \(is no person\)/,
  })),
  {
    name: 'P21 a bot whose name is listed with the number of another account',
    attempt(world, number) {
      askFor(world, ['from: ["@helper[bot]#1", "@ben"]'])
      approve(world, number, 'helper[bot]')
    },
    state: 'pending',
    says: /helper\S* \(is no person\)/,
  },
  {
    name: 'P23 an account that took a login which CODEOWNERS still names',
    attempt(world, number) {
      world.github.createUser({ login: 'olga' })
      toMain(world, { '.github/CODEOWNERS': '* @Olga @ben\n' })
      approve(world, number, 'olga')
      open(world, number)
    },
    state: 'pending',
    says: /olga \(cannot write/,
  },
  {
    name: 'P24 a comment that somebody else edited into an approval',
    attempt(world, number) {
      const { id } = world.github.comment({ repo: REPO, number, by: 'ben', body: 'Why?' })
      world.github.editComment({ repo: REPO, number, id, body: '+1 Approved' })
      open(world, number)
    },
    state: 'pending',
    says: /Waiting: 1 of @acme\/net/,
  },
  {
    name: 'P25 a comment that quotes a thumb and the words of an approval',
    attempt(world, number) {
      const body = '> :+1: LGTM\n\n/approve\n/lgtm\n:shipit:'
      world.github.comment({ repo: REPO, number, by: 'ben', body })
      open(world, number)
    },
    state: 'pending',
    says: /Waiting: 1 of @acme\/net/,
  },
  {
    name: 'P48 GitHub asks one person for the whole team, and another one answers',
    attempt(world, number) {
      world.github.requestReview({ repo: REPO, number, by: 'amy', users: ['cleo'], asCodeOwner: true })
      satisfy(world, number)
    },
    state: 'success',
    says: /Approved by @ben/,
  },
  {
    name: 'P70 a window of somebody of whom GitHub says that they are no user',
    attempt(world, number) {
      satisfy(world, number)
      answerForSue(world, 404, 'sue is not a user')
    },
    state: 'pending',
    says: /set by sue, who cannot write/,
  },
  {
    name: 'P70 a window of somebody of whom GitHub does not tell what they may do',
    attempt(world, number) {
      satisfy(world, number)
      answerForSue(world, 403, 'Resource not accessible by integration')
    },
    state: 'pending',
    says: /read what @sue may do/,
  },
  ...(
    [
      ['triage', 'triage', 'pending', /ben \(cannot write/],
      ['triage', 'write-docs', 'pending', /ben \(cannot write/],
      ['maintain', 'maintain', 'success', /Approved by @ben/],
      ['write', 'deployer', 'success', /Approved by @ben/],
    ] as const
  ).map(([role, roleName, state, says]): Pitfall => ({
    name: `P71 an owner in the role ${roleName}, which stands on ${role}`,
    attempt(world, number) {
      grant(world, 'ben', role, roleName)
      satisfy(world, number)
    },
    state,
    says,
  })),
  ...(
    [
      ['triage', 'triage', 'pending', /set by sue, who cannot write/],
      ['triage', 'write-docs', 'pending', /set by sue, who cannot write/],
      ['maintain', 'maintain', 'success', /window open until/],
      ['write', 'deployer', 'success', /window open until/],
    ] as const
  ).map(([role, roleName, state, says]): Pitfall => ({
    name: `P71 a window by somebody in the role ${roleName}, which stands on ${role}`,
    attempt(world, number) {
      grant(world, 'sue', role, roleName)
      satisfy(world, number)
    },
    state,
    says,
  })),
  {
    name: 'P55 three approvals that serve three needs in one way only',
    attempt(world, number) {
      const needs = [['@ben', '@cleo'], ['@ben', '@eve'], ['@eve']]
      askFor(world, needs.map(fromThese), '      distinct: true\n')
      for (const by of ['ben', 'cleo', 'eve']) approve(world, number, by)
    },
    state: 'success',
    says: /Approved by @cleo, @ben and @eve/,
  },
  {
    name: 'P55 one person for two needs',
    attempt(world, number) {
      askFor(world, [['@ben'], ['@ben', '@eve']].map(fromThese), '      distinct: true\n')
      approve(world, number)
    },
    state: 'pending',
    says: /an approval by/,
  },
]

function writer(): { role: 'write'; roleName: string } {
  return { role: 'write', roleName: 'write' }
}

/** They have this role in the repository, and nothing by a team. */
function grant(
  world: GateWorld,
  login: string,
  role: 'triage' | 'write' | 'maintain',
  roleName: string,
): void {
  for (const team of ['acme/net', 'acme/sre']) world.github.team(team).repositories.clear()
  world.github.repository(REPO).collaborators.set(world.github.account(login), { role, roleName })
}

/** GitHub's answer to what sue, who sets the label, may do. */
function answerForSue(world: GateWorld, status: number, message: string): void {
  const match = { path: /\/collaborators\/sue\/permission/ }
  world.github.fault({ match, action: { status, body: { message } } })
}

function fromThese(people: readonly string[]): string {
  return `from: ${JSON.stringify(people)}`
}
