import { describe, it } from 'vitest'

import { type GateWorld, gateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'

const HOSTS = ['shop.example.com', 'admin.shop.example.com']

interface Attack {
  readonly name: string
  /** What the comment must say. */
  readonly reason: RegExp
  /** Tries to get around the gate. */
  readonly attempt: (world: GateWorld, number: number) => void
}

const approve = (world: GateWorld, number: number, by: string, commit?: string): void => {
  world.github.review({
    repo: REPO,
    number,
    by,
    state: 'APPROVED',
    force: true,
    ...(commit === undefined ? {} : { commit }),
  })
}

const open = (world: GateWorld, number: number, by: string, name = 'deploy-window/2h'): void => {
  world.github.label({ repo: REPO, number, by, name })
}

const ATTACKS: readonly Attack[] = [
  {
    name: 'the author approves himself',
    reason: /amy \(wrote this pull request\)/,
    attempt(world, number) {
      approve(world, number, 'amy')
      open(world, number, 'sue')
    },
  },
  {
    name: 'a committer approves at high',
    reason: /ben \(has a commit in this pull request\)/,
    attempt(world, number) {
      world.push({ [INGRESS]: `${ingress(HOSTS)}# by ben\n` }, 'ben')
      approve(world, number, 'ben')
      open(world, number, 'sue')
    },
  },
  {
    name: 'a bot approves',
    reason: /helper\\\[bot\\\] \(is no person\)/,
    attempt(world, number) {
      approve(world, number, 'helper[bot]')
      open(world, number, 'sue')
    },
  },
  {
    name: 'the author sets the label, although of the team that may',
    reason: /was set by amy, who wrote this pull request/,
    attempt(world, number) {
      approve(world, number, 'ben')
      open(world, number, 'amy')
    },
  },
  {
    name: 'somebody with triage only sets the label',
    reason: /was set by tess, who cannot write to this repository/,
    attempt(world, number) {
      approve(world, number, 'ben')
      open(world, number, 'tess')
    },
  },
  {
    name: 'a label is renamed into a window',
    reason: /nobody is known to have set it under this name/,
    attempt(world, number) {
      approve(world, number, 'ben')
      open(world, number, 'sue', 'size/s')
      world.github.advanceClock('1m')
      world.github.renameLabel({ repo: REPO, by: 'ben', from: 'size/s', to: 'deploy-window/2h' })
    },
  },
  {
    name: 'an approval on an older commit, when the object changed since',
    reason: /ben \(approved [0-9a-f]{7}; since then/,
    attempt(world, number) {
      const old = world.github.pullRequest(REPO, number).headSha
      world.push({ [INGRESS]: ingress([...HOSTS, 'debug.shop.example.com']) })
      approve(world, number, 'ben', old)
      open(world, number, 'sue')
    },
  },
  {
    name: 'a policy is weakened in the same pull request',
    reason: /gate\.policy-changed/,
    attempt(world, number) {
      world.push({
        '.github/drawbridge.yaml':
          'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: acme }\nspec: {}\n',
      })
      approve(world, number, 'ben')
      open(world, number, 'sue')
    },
  },
  {
    name: 'the fourth hour of a window that was never so long',
    reason: /the last window closed at 12:05 UTC/,
    attempt(world, number) {
      approve(world, number, 'ben')
      open(world, number, 'sue', 'deploy-window/9999h')
      world.github.advanceClock('4h')
    },
  },
]

/** For every step of the story somebody who tries to go around it. None ends green. */
describe('what must not open the gate', () => {
  it.concurrent.for(ATTACKS)('$name', async ({ reason, attempt }, { expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    world.github.advanceClock('5m')
    attempt(world, number)
    const run = await world.gate(number)
    expect(run.stderr).toBe('')
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.comments(number)[0] ?? '').toMatch(reason)
    await world.close()
  })

  it.concurrent('a second pull request on the same commit that needs nothing', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    const files = { [INGRESS]: ingress(HOSTS), 'other.txt': 'x' }
    world.github.push({ repo: REPO, branch: 'legacy', by: 'pat', author: 'pat', committer: 'pat', files })
    const second = world.github.openPullRequest({
      repo: REPO,
      by: 'amy',
      head: 'open',
      base: 'legacy',
      title: 'Nothing to see',
    }).number
    await world.gate(second)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.comments(number)[0] ?? '').toMatch(/ingress\.host\.added/)
    await world.close()
  })
})
