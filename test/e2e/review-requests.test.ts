import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type GateWorld, gateWorld, REPO } from '../support/gate-world.ts'

const HOSTS = ['shop.example.com', 'admin.shop.example.com']
const ASKING = 'pulls/request-reviewers'
const READING = 'ReviewRequests'

let world: GateWorld
beforeEach(async () => {
  world = await gateWorld()
})
afterEach(async () => {
  await world.close()
})

/** The slugs and logins that the pull request asks for a review. */
function requested(number: number): readonly string[] {
  return world.github
    .pullRequest(REPO, number)
    .requested.map(({ reviewer }) => ('slug' in reviewer ? `acme/${reviewer.slug}` : reviewer.login))
}

function times(operation: string): number {
  return world.github.requests.filter((request) => request.operation === operation).length
}

function ownedBy(owners: string): void {
  const who = { by: 'pat', author: 'pat', committer: 'pat' }
  world.github.push({ repo: REPO, branch: 'main', ...who, files: { '.github/CODEOWNERS': `* ${owners}\n` } })
}

function weakToken(kind: 'app' | 'actions', permissions: Readonly<Record<string, 'read' | 'write'>>): string {
  const given = {
    contents: 'read',
    metadata: 'read',
    issues: 'read',
    statuses: 'write',
    ...permissions,
  } as const
  return world.github.createToken(
    kind === 'app' ? { kind, login: 'weak[bot]', permissions: given } : { kind, permissions: given },
  )
}

describe('a held pull request asks its owners for a review', () => {
  it('once: the team is asked by the first run, and nobody by the second', async () => {
    const number = world.propose(HOSTS)
    const run = await world.gate(number)
    expect(requested(number)).toEqual(['acme/net'])
    expect(run.stdout).toContain('Asked for a review: @acme/net.')
    await world.gate(number)
    await world.sweep()
    expect(times(ASKING)).toBe(1)
    expect(times(READING)).toBe(1)
  })

  it('A47: (c) but not whom somebody took off the list by hand', async () => {
    const number = world.propose(HOSTS)
    await world.gate(number)
    world.github.removeReviewRequest({ repo: REPO, number, by: 'amy', reviewer: 'net' })
    world.push({ 'README.md': '# more\n' })
    await world.gate(number)
    expect(requested(number)).toEqual([])
    expect(times(ASKING)).toBe(1)
  })

  it('but not whom GitHub asked as owner of the code', async () => {
    const number = world.propose(HOSTS)
    world.github.requestReview({ repo: REPO, number, by: 'amy', teams: ['net'], asCodeOwner: true })
    await world.gate(number)
    expect(times(ASKING)).toBe(0)
  })

  it('A47: (b) but not who has reviewed this head, and then not even the list is read', async () => {
    ownedBy('@ben')
    const number = world.propose(HOSTS)
    world.github.review({ repo: REPO, number, by: 'ben', state: 'COMMENTED' })
    await world.gate(number)
    expect(requested(number)).toEqual([])
    expect([times(ASKING), times(READING)]).toEqual([0, 0])
  })

  it('A47: (d) but not while it is a draft', async () => {
    const number = world.propose(HOSTS)
    world.github.setDraft({ repo: REPO, number, by: 'amy', draft: true })
    await world.gate(number)
    expect([times(ASKING), times(READING)]).toEqual([0, 0])
    world.github.setDraft({ repo: REPO, number, by: 'amy', draft: false })
    await world.gate(number)
    expect(requested(number)).toEqual(['acme/net'])
  })

  it('A47: (a) but never its author, who owns the path too', async () => {
    ownedBy('@amy @ben')
    const number = world.propose(HOSTS)
    await world.gate(number)
    expect(requested(number)).toEqual(['ben'])
  })

  it('and asks nobody where that is not wanted, or where nothing waits', async () => {
    const number = world.propose(HOSTS)
    await world.gate(number, { 'request-reviews': 'false' })
    world.push({ 'clusters/prod/shop/ingress.yaml': null, 'README.md': '# more\n' })
    const harmless = world.propose(['shop.example.com'])
    await world.gate(harmless)
    expect([times(ASKING), times(READING)]).toEqual([0, 0])
  })
})

describe('a request that GitHub refuses is a note, and the verdict stands', () => {
  it('for want of a permission, which is named', async () => {
    const number = world.propose(HOSTS)
    const token = weakToken('app', { pull_requests: 'read', members: 'read' })
    const run = await world.gate(number, { token, comment: 'false' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'hold' } })
    expect(world.status(number)?.state).toBe('pending')
    expect(run.stdout).toContain(
      'The verdict stands without its request for a review. Cannot ask @acme/net for a review of pull request ' +
        `#${String(number)} (403): the token needs the permission "pull-requests: write".`,
    )
  })

  it('A47: (a) for an owner who is no collaborator, who is named', async () => {
    world.github.createUser({ login: 'zoe' })
    ownedBy('@zoe @ben')
    const number = world.propose(HOSTS)
    const run = await world.gate(number)
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'hold' } })
    expect(run.stdout).toMatch(
      /Cannot ask @zoe for a review of pull request #\d+ \(422\).*may only be requested from collaborators/,
    )
    expect(requested(number)).toEqual([])
  })

  it('for a team that the token may not see, with the permission that it takes', async () => {
    const number = world.propose(HOSTS)
    const token = weakToken('actions', { pull_requests: 'write' })
    const run = await world.gate(number, { token, 'members-token': world.token })
    expect(world.status(number)?.state).toBe('pending')
    expect(run.stdout).toContain('To ask a team the token needs the organisation permission "members: read".')
  })
})
