import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type GateWorld, gateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'

const LABEL = 'break-glass'
const HOSTS = ['shop.example.com', 'admin.shop.example.com']

function issues(world: GateWorld): readonly { readonly number: number; readonly body: string }[] {
  return [...world.github.repository(REPO).issues.values()]
}

function say(world: GateWorld, number: number, by: string, body = '/break-glass the shop is down'): number {
  return world.github.comment({ repo: REPO, number, by, body }).id
}

function label(world: GateWorld, number: number, by: string): void {
  world.github.label({ repo: REPO, number, by, name: LABEL })
}

function approve(world: GateWorld, number: number, by: string): void {
  world.github.review({ repo: REPO, number, by, state: 'APPROVED', force: true })
}

describe('a night: the glass is broken, the merge goes through, and a review is owed', () => {
  let world: GateWorld
  let number = 0
  beforeAll(async () => {
    world = await gateWorld()
    number = world.propose(HOSTS)
    world.github.advanceClock('10m')
  })
  afterAll(async () => {
    await world.close()
  })

  it('waits for a reason', async () => {
    label(world, number, 'sue')
    const run = await world.gate(number)
    expect(run.stderr).toBe('')
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.comments(number).join('')).toContain('@sue')
    expect(world.comments(number).join('')).toContain('/break-glass')
  })

  it('waits for somebody else', async () => {
    say(world, number, 'sue')
    approve(world, number, 'sue')
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(issues(world)).toEqual([])
  })

  it('goes through until the end of an hour, and leaves an issue', async () => {
    approve(world, number, 'ben')
    const run = await world.gate(number)
    expect(run.outputs).toMatchObject({ outcome: 'allow', 'expires-at': '2026-11-23T09:10:00Z' })
    expect(world.status(number)).toEqual({
      state: 'success',
      description: 'Glass broken by @sue, approved by @ben; open until 09:10 UTC',
    })
    await world.gate(number)
    const [issue, ...more] = issues(world)
    expect(more).toEqual([])
    expect(issue?.body).toContain('@acme/security')
    expect(issue?.body).toContain('the shop is down')
  })

  it('is over after the hour: the sweep closes, and takes the label off', async () => {
    world.github.advanceClock('60m')
    const run = await world.sweep()
    expect(run.stderr).toBe('')
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.labels(number)).toEqual([])
    expect(issues(world)).toHaveLength(1)
  })

  it('cannot be done again by who still owes a review that is overdue', async () => {
    world.github.advanceClock('25h')
    label(world, number, 'sue')
    say(world, number, 'sue', '/break-glass again')
    await world.gate(number)
    expect(world.status(number)?.state).toBe('pending')
    expect(world.status(number)?.description).toContain('overdue')
    expect((await world.sweep()).stdout).toContain('is overdue since')
  })

  it('can be done again once somebody of the reviewers closed the issue, not the debtor', async () => {
    const [issue] = issues(world)
    const done = { repo: REPO, number: issue?.number ?? 0 }
    world.github.closeIssue({ ...done, by: 'sue' })
    await world.gate(number)
    expect(world.status(number)?.state).toBe('pending')
    world.github.reopenIssue({ ...done, by: 'eve' })
    world.github.closeIssue({ ...done, by: 'eve' })
    await world.gate(number)
    expect(world.status(number)?.state).toBe('success')
    expect(issues(world)).toHaveLength(2)
  })
})

describe('the glass stays whole', () => {
  it.concurrent.for<{
    readonly name: string
    readonly attempt: (world: GateWorld, number: number) => void
    readonly says: RegExp
  }>([
    {
      name: 'when the reason was edited',
      attempt(world, number) {
        const id = say(world, number, 'sue')
        world.github.editComment({ repo: REPO, number, id, body: '/break-glass another' })
        label(world, number, 'sue')
        approve(world, number, 'ben')
      },
      says: /was edited/,
    },
    {
      name: 'when somebody else set the label',
      attempt(world, number) {
        say(world, number, 'cleo')
        label(world, number, 'cleo')
        approve(world, number, 'ben')
      },
      says: /cleo/,
    },
    {
      name: 'when another label was renamed to it',
      attempt(world, number) {
        say(world, number, 'sue')
        world.github.label({ repo: REPO, number, by: 'sue', name: 'harmless' })
        world.github.advanceClock('1m')
        world.github.renameLabel({ repo: REPO, by: 'amy', from: 'harmless', to: LABEL })
        approve(world, number, 'ben')
      },
      says: /Glass not broken/,
    },
    {
      name: 'when only its author approved, who broke it',
      attempt(world, number) {
        say(world, number, 'amy')
        label(world, number, 'amy')
        approve(world, number, 'amy')
      },
      says: /Glass not broken/,
    },
    {
      name: 'when something was pushed since',
      attempt(world, number) {
        say(world, number, 'sue')
        label(world, number, 'sue')
        world.github.advanceClock('1m')
        world.push({ 'clusters/prod/shop/ingress.yaml': null })
        approve(world, number, 'ben')
      },
      says: /changed/,
    },
  ])('$name', async ({ attempt, says }, { expect: expected }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    world.github.advanceClock('5m')
    attempt(world, number)
    const run = await world.gate(number)
    const status = world.status(number)
    expected({ state: status?.state, stderr: run.stderr }).toEqual({ state: 'pending', stderr: '' })
    expected(`${status?.description ?? ''}\n${world.comments(number).join('\n')}`).toMatch(says)
    expected(issues(world)).toEqual([])
    await world.close()
  })

  it.concurrent('when the token may not open an issue: an error that says so, and no green', async ({
    expect: expected,
  }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    world.github.advanceClock('5m')
    say(world, number, 'sue')
    label(world, number, 'sue')
    approve(world, number, 'ben')
    const permissions = {
      contents: 'read',
      metadata: 'read',
      pull_requests: 'write',
      issues: 'read',
      statuses: 'write',
      members: 'read',
    } as const
    const run = await world.gate(number, { token: world.github.createToken({ kind: 'app', permissions }) })
    expected(run.exitCode).toBe(1)
    expected(world.status(number)).toMatchObject({ state: 'error' })
    expected(world.status(number)?.description).toContain('issues: write')
    await world.close()
  })
})

it('P22: who set an agent to work is its author, and another owner approves', async () => {
  const world = await gateWorld()
  world.github.createUser({ login: 'copilot-swe-agent[bot]', type: 'Bot' })
  world.push({ [INGRESS]: ingress(HOSTS) })
  const issue = world.github.openIssue({ repo: REPO, by: 'pat', title: 'Open the admin host' })
  world.github.assign({ repo: REPO, number: issue.number, by: 'ben', assignee: 'copilot-swe-agent[bot]' })
  const { number } = world.github.openPullRequest({
    repo: REPO,
    by: 'copilot-swe-agent[bot]',
    head: 'open',
    title: 'Open another host',
    closes: [issue.number],
  })
  world.github.advanceClock('5m')
  world.github.label({ repo: REPO, number, by: 'sue', name: 'deploy-window/2h' })
  approve(world, number, 'ben')
  await world.gate(number)
  expect(world.status(number)?.state).toBe('pending')
  expect(world.comments(number).join('')).toContain('ben (set the agent to work)')
  approve(world, number, 'cleo')
  const run = await world.gate(number)
  expect({ state: world.status(number)?.state, stderr: run.stderr }).toEqual({ state: 'success', stderr: '' })
  await world.close()
})
