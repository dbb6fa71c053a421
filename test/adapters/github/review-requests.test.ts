import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { githubReviewRequests } from '../../../src/adapters/github/review-requests.ts'
import type { ReviewRequests } from '../../../src/gate/ports/review-requests.ts'
import { type AdapterWorld, adapterWorld, REPO } from './world.ts'

let world: AdapterWorld
beforeEach(async () => {
  world = await adapterWorld()
})
afterEach(async () => {
  await world.emulator.close()
})

function requests(token?: string): ReviewRequests {
  return githubReviewRequests(world.connect(token))
}

/** The token of a workflow run: it never sees a team. */
function teamless(): string {
  return world.emulator.createToken({ kind: 'actions', permissions: { pull_requests: 'write' } })
}

describe('whom a pull request asked', () => {
  it('is nobody at first', async () => {
    expect(await requests().asked(world.number)).toEqual({
      ok: true,
      value: { open: 0, ever: new Set(), hidden: false },
    })
  })

  it('are people and teams, those who were taken off the list too, read at once', async () => {
    const pull = { repo: REPO, number: world.number, by: 'amy' }
    world.emulator.requestReview({ ...pull, users: ['ben', 'tess'], teams: ['net'] })
    world.emulator.removeReviewRequest({ ...pull, reviewer: 'tess' })
    expect(await requests().asked(world.number)).toEqual({
      ok: true,
      value: { open: 2, ever: new Set(['@ben', '@tess', '@acme/net']), hidden: false },
    })
    expect(world.emulator.requests).toHaveLength(1)
  })

  it('says that some are hidden when the token sees no teams, never that there are none', async () => {
    const pull = { repo: REPO, number: world.number, by: 'amy' }
    world.emulator.requestReview({ ...pull, users: ['ben'], teams: ['net'] })
    expect(await requests(teamless()).asked(world.number)).toEqual({
      ok: true,
      value: { open: 2, ever: new Set(['@ben']), hidden: true },
    })
  })

  it('is read to the end of a long history', async () => {
    ask(130)
    const asked = await requests().asked(world.number)
    expect(asked.ok && asked.value).toEqual({ open: 0, ever: new Set(['@ben', '@tess']), hidden: false })
    expect(world.emulator.requests).toHaveLength(2)
  })

  it('is a problem when the history has no end, or an answer another shape', async () => {
    ask(510)
    expect(await requests().asked(world.number)).toMatchObject({
      ok: false,
      error: { code: 'invalid', text: expect.stringContaining('there are more than 500') },
    })
    world.emulator.fault({
      match: { operation: 'ReviewRequests' },
      action: {
        graphqlErrors: [
          { type: 'FORBIDDEN', message: 'no', path: ['repository', 'pullRequest', 'timelineItems'] },
        ],
      },
    })
    expect(await requests().asked(world.number)).toMatchObject({ ok: false, error: { code: 'permission' } })
  })

  /** So many events, asking tess and taking it back, with ben at the beginning. */
  function ask(events: number): void {
    const pull = { repo: REPO, number: world.number, by: 'amy' }
    world.emulator.requestReview({ ...pull, users: ['ben'] })
    world.emulator.removeReviewRequest({ ...pull, reviewer: 'ben' })
    for (let event = 0; event < events; event += 2) {
      world.emulator.requestReview({ ...pull, users: ['tess'] })
      world.emulator.removeReviewRequest({ ...pull, reviewer: 'tess' })
    }
  }
})

describe('asking', () => {
  it('asks people by login and teams by slug', async () => {
    expect(await requests().ask(world.number, ['@Ben', '@Acme/Net'])).toEqual({ ok: true, value: null })
    const asked = await requests().asked(world.number)
    expect(asked.ok && asked.value.ever).toEqual(new Set(['@ben', '@acme/net']))
  })

  it.each([
    ['@amy', /^Cannot ask @amy for a review of pull request #\d+ \(422\): .*pull request author/],
    ['@nobody', /\(422\): .*may only be requested from collaborators/],
    ['@acme/none', /\(422\): .*may only be requested from collaborators/],
  ])('is refused for %s, who is named', async (owner, text) => {
    const done = await requests().ask(world.number, [owner])
    expect(done).toMatchObject({ ok: false, error: { code: 'refused', text: expect.stringMatching(text) } })
  })

  it('names what it takes to ask a team, and only then', async () => {
    const token = teamless()
    expect(await requests(token).ask(world.number, ['@ben'])).toMatchObject({ ok: true })
    expect(await requests(token).ask(world.number, ['@acme/net'])).toMatchObject({
      ok: false,
      error: { code: 'refused', text: expect.stringMatching(/"members: read"\.$/) },
    })
  })

  it('without the permission is a problem that names it', async () => {
    const token = world.emulator.createToken({ kind: 'actions', permissions: { pull_requests: 'read' } })
    expect(await requests(token).ask(world.number, ['@ben'])).toMatchObject({
      ok: false,
      error: { code: 'permission', text: expect.stringContaining('"pull-requests: write"') },
    })
  })
})
