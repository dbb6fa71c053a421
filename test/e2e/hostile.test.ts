import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type GateWorld, gateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'

const HOSTS = ['shop.example.com', 'admin.shop.example.com']

/** For every step of the story somebody who tries to go around it. None ends green. */
describe('what must not open the gate', () => {
  let world: GateWorld
  let number = 0
  beforeEach(async () => {
    world = await gateWorld()
    number = world.propose(HOSTS)
    world.github.advanceClock('5m')
  })
  afterEach(async () => {
    await world.close()
  })

  function approve(by: string, commit?: string): void {
    world.github.review({
      repo: REPO,
      number,
      by,
      state: 'APPROVED',
      force: true,
      ...(commit === undefined ? {} : { commit }),
    })
  }

  function open(by: string): void {
    world.github.label({ repo: REPO, number, by, name: 'deploy-window/2h' })
  }

  async function expectHeld(reason: RegExp): Promise<void> {
    const run = await world.gate(number)
    expect(run.stderr).toBe('')
    expect(world.status(number)?.state).toBe('pending')
    expect(world.comments(number)[0] ?? '').toMatch(reason)
  }

  it('the author approves himself', async () => {
    approve('amy')
    open('sue')
    await expectHeld(/amy \(wrote this pull request\)/)
  })

  it('a committer approves at high', async () => {
    world.push({ [INGRESS]: ingress(HOSTS) + '# by ben\n' }, 'ben')
    approve('ben')
    open('sue')
    await expectHeld(/ben \(authored or committed a commit of it\)/)
  })

  it('a bot approves', async () => {
    approve('helper[bot]')
    open('sue')
    await expectHeld(/helper\\\[bot\\\] \(is no person\)/)
  })

  it('the author sets the label, although of the team that may', async () => {
    approve('ben')
    open('amy')
    await expectHeld(/was set by @\u200Bamy, who may not open this window/)
  })

  it('somebody with triage only sets the label', async () => {
    approve('ben')
    open('tess')
    await expectHeld(/was set by @\u200Btess, who may not open this window/)
  })

  it('a label is renamed into a window', async () => {
    approve('ben')
    world.github.label({ repo: REPO, number, by: 'sue', name: 'size/s' })
    world.github.advanceClock('1m')
    world.github.renameLabel({ repo: REPO, by: 'ben', from: 'size/s', to: 'deploy-window/2h' })
    await expectHeld(/deploy-window\/2h/)
  })

  it('an approval on an older commit, when the object changed since', async () => {
    const old = world.github.pullRequest(REPO, number).headSha
    world.push({ [INGRESS]: ingress([...HOSTS, 'debug.shop.example.com']) })
    approve('ben', old)
    open('sue')
    await expectHeld(/ben \(approved [0-9a-f]{7}; since then/)
  })

  it('a policy is weakened in the same pull request', async () => {
    world.push({
      '.github/drawbridge.yaml':
        'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: acme }\nspec: {}\n',
    })
    approve('ben')
    open('sue')
    await expectHeld(/gate\./)
  })

  it('a second pull request on the same commit that needs nothing', async () => {
    world.github.push({
      repo: REPO,
      branch: 'legacy',
      by: 'pat',
      author: 'pat',
      committer: 'pat',
      files: { [INGRESS]: ingress(HOSTS), 'other.txt': 'x' },
    })
    const second = world.github.openPullRequest({
      repo: REPO,
      by: 'amy',
      head: 'open',
      base: 'legacy',
      title: 'Nothing to see',
    }).number
    await world.gate(second)
    expect(world.status(number)?.state).toBe('pending')
    await expectHeld(/ingress\.host\.added/)
  })

  it('the fourth hour of a window that was never so long', async () => {
    approve('ben')
    world.github.label({ repo: REPO, number, by: 'sue', name: 'deploy-window/9999h' })
    world.github.advanceClock('4h')
    await world.gate(number)
    expect(world.status(number)?.state).toBe('pending')
  })
})
