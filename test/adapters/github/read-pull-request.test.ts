import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OPEN_PULL_REQUESTS_QUERY } from '../../../src/adapters/github/list-open.ts'
import { COMMENTS_QUERY } from '../../../src/adapters/github/comments.ts'
import { DEBTS_QUERY } from '../../../src/adapters/github/debts.ts'
import { githubPullRequests } from '../../../src/adapters/github/pull-requests.ts'
import { ASSIGNMENTS_QUERY } from '../../../src/adapters/github/read-assignments.ts'
import { WRITTEN_COMMENTS_QUERY } from '../../../src/adapters/github/read-comments.ts'
import { PULL_REQUEST_QUERY } from '../../../src/adapters/github/pull-request-query.ts'
import { readPullRequest } from '../../../src/adapters/github/read-pull-request.ts'
import type { LabelEvent } from '../../../src/core/model/facts.ts'
import { confirmLabelEvents } from '../../../src/gate/facts/confirm-label-events.ts'
import { REVIEW_REQUESTS_QUERY } from '../../../src/adapters/github/review-requests.ts'
import type { Snapshot } from '../../../src/gate/ports/pull-requests.ts'
import { aWindowRequirement } from '../../support/decision.ts'
import { queryErrors } from '../../support/github/graphql/execute.ts'
import { type AdapterWorld, adapterWorld, REPO } from './world.ts'

const CONTEXT = 'drawbridge'
const LABEL = 'deploy-window/2h'

describe('the queries', () => {
  it.each([
    ['a pull request', PULL_REQUEST_QUERY],
    ['open pull requests', OPEN_PULL_REQUESTS_QUERY],
    ['comments', COMMENTS_QUERY],
    ['what people wrote', WRITTEN_COMMENTS_QUERY],
    ['assignments', ASSIGNMENTS_QUERY],
    ['reviews after the fact', DEBTS_QUERY],
    ['requests for reviews', REVIEW_REQUESTS_QUERY],
  ])('for %s are right by the schema of GitHub', (_name, query) => {
    expect(queryErrors(query)).toEqual([])
  })
})

describe('a pull request', () => {
  let world: AdapterWorld
  beforeEach(async () => {
    world = await adapterWorld()
  })
  afterEach(async () => {
    await world.emulator.close()
  })

  async function read(): Promise<Snapshot> {
    const snapshot = await readPullRequest(world.connect(), world.number, CONTEXT)
    if (!snapshot.ok) throw new Error(snapshot.error.text)
    return snapshot.value
  }

  async function problem(): Promise<string> {
    const snapshot = await readPullRequest(world.connect(), world.number, CONTEXT)
    return snapshot.ok ? 'no problem' : `${snapshot.error.code}: ${snapshot.error.text}`
  }

  it('is read with one request, as of the time of GitHub', async () => {
    const snapshot = await read()
    expect(world.emulator.requests).toHaveLength(1)
    expect(snapshot).toMatchObject({ state: 'open', branch: { repository: REPO, ref: 'work' }, status: null })
    expect(snapshot.facts).toMatchObject({
      now: Date.parse(world.emulator.now()),
      pullRequest: {
        number: world.number,
        title: 'Two',
        author: { login: 'amy', type: 'User' },
        draft: false,
      },
      commits: [{ author: { login: 'amy' }, automaticMerge: false }],
      incomplete: [],
    })
  })

  it('has the tip of the base branch as it is now, not as it was at opening', async () => {
    const moved = world.emulator.push({
      repo: REPO,
      branch: 'main',
      by: 'ben',
      files: { 'other.yaml': 'b: 1\n' },
    })
    expect((await read()).facts.pullRequest?.base.sha).toBe(moved.sha)
  })

  it('has every review with what its author may do', async () => {
    world.emulator.review({ repo: REPO, number: world.number, by: 'ben', state: 'APPROVED' })
    world.emulator.review({ repo: REPO, number: world.number, by: 'tess', state: 'COMMENTED' })
    const { facts, head } = await read()
    expect(facts.reviews).toMatchObject([
      { by: { login: 'ben', canWrite: true }, state: 'APPROVED', commit: head },
      { by: { login: 'tess', canWrite: false }, state: 'COMMENTED' },
    ])
  })

  it('has all reviews when there are more than a page of them', async () => {
    for (let count = 0; count < 130; count += 1)
      world.emulator.review({ repo: REPO, number: world.number, by: 'ben', state: 'COMMENTED' })
    world.emulator.review({ repo: REPO, number: world.number, by: 'ben', state: 'APPROVED' })
    const { facts } = await read()
    expect(facts.reviews).toHaveLength(131)
    expect(facts.reviews.at(-1)?.state).toBe('APPROVED')
    expect(world.emulator.requests).toHaveLength(2)
  })

  it('has label events oldest first over more than a page', async () => {
    for (let count = 0; count < 60; count += 1) {
      world.emulator.label({ repo: REPO, number: world.number, by: 'ben', name: 'busy' })
      world.emulator.unlabel({ repo: REPO, number: world.number, by: 'ben', name: 'busy' })
    }
    world.emulator.label({ repo: REPO, number: world.number, by: 'tess', name: LABEL })
    const { facts, labelEvents } = await read()
    expect(facts.labels).toEqual([LABEL])
    expect(labelEvents).toHaveLength(121)
    expect(labelEvents.at(0)?.event).toMatchObject({ event: 'labeled', label: 'busy' })
    expect(labelEvents.at(-1)?.event).toMatchObject({ event: 'labeled', label: LABEL, by: { login: 'tess' } })
    expect(facts.incomplete).toEqual([])
  })

  it('names the account that REST knows when GraphQL knows none: a bot', async () => {
    world.emulator.createUser({ login: 'renovate[bot]', type: 'Bot' })
    world.emulator.push({
      repo: REPO,
      branch: 'work',
      by: 'amy',
      author: 'renovate[bot]',
      committer: 'renovate[bot]',
      files: { 'web.yaml': 'a: 3\n' },
    })
    const { facts } = await read()
    expect(facts.commits.at(-1)?.author).toMatchObject({ login: 'renovate[bot]', type: 'Bot' })
  })

  it('keeps a commit whose address belongs to no account without one', async () => {
    const nobody = { name: 'Nobody', email: 'nobody@example.com' }
    world.emulator.push({
      repo: REPO,
      branch: 'work',
      by: 'amy',
      author: nobody,
      committer: nobody,
      files: { 'web.yaml': 'a: 4\n' },
    })
    expect((await read()).facts.commits.at(-1)).toMatchObject({ author: null, committer: null })
  })

  it('has the newest status of our context on the head', async () => {
    const sha = world.emulator.pullRequest(REPO, world.number).headSha
    world.emulator.postStatus({
      repo: REPO,
      sha,
      context: CONTEXT,
      state: 'success',
      description: 'Fine',
      by: 'drawbridge-gate[bot]',
    })
    expect(await read()).toMatchObject({ status: { state: 'success', description: 'Fine' }, foreign: null })
  })

  it.each([
    ['amy', 'amy'],
    ['helper[bot]', 'helper'],
    [null, null],
  ])('has no status of ours on the head when %s set it', async (by, named) => {
    if (by === 'helper[bot]') world.emulator.createUser({ login: by, type: 'Bot' })
    const sha = world.emulator.pullRequest(REPO, world.number).headSha
    world.emulator.postStatus({ repo: REPO, sha, context: CONTEXT, state: 'success', by })
    expect(await read()).toMatchObject({ status: null, foreign: { state: 'success', by: named } })
  })

  it('tells the other open pull requests with its head', async () => {
    expect((await read()).sharing).toEqual([])
    world.emulator.push({
      repo: REPO,
      branch: 'legacy',
      by: 'ben',
      author: 'ben',
      files: { 'old.md': '#\n' },
    })
    const same = { repo: REPO, by: 'amy', head: 'work', base: 'legacy' }
    const { number } = world.emulator.openPullRequest(same)
    expect((await read()).sharing).toEqual([number])
    world.emulator.closePullRequest({ repo: REPO, number, by: 'amy' })
    expect((await read()).sharing).toEqual([])
  })

  it('does not tell them when GitHub shows only what brought the commit', async () => {
    const none = '"associatedPullRequests":{"pageInfo":{"hasNextPage":false},"nodes":[]}'
    const hide = (body: unknown): unknown =>
      JSON.parse(JSON.stringify(body).replace(/"associatedPullRequests":\{.*?\]\}/, none))
    world.emulator.fault({ match: { operation: 'PullRequestFacts' }, action: { change: hide } })
    expect((await read()).sharing).toBeNull()
  })

  it('tells our comment, that there is none, or that it does not know', async () => {
    const comment = (by: string, body: string): void => {
      world.emulator.comment({ repo: REPO, number: world.number, by, body })
    }
    expect((await read()).comment).toBeNull()
    comment('amy', '<!-- drawbridge:v1 -->\nAll is well')
    expect((await read()).comment).toBeNull()
    for (let at = 0; at < 10; at += 1) comment('ben', 'Hm.')
    expect((await read()).comment).toBeUndefined()
  })

  it('knows our comment among the first, unless there are two', async () => {
    const ours = {
      repo: REPO,
      number: world.number,
      by: 'drawbridge-gate[bot]',
      body: '<!-- drawbridge:v1 -->\nWaiting',
    }
    world.emulator.comment(ours)
    expect((await read()).comment).toMatchObject({ body: ours.body })
    world.emulator.comment(ours)
    expect((await read()).comment).toBeUndefined()
  })

  it('waits in a queue, or does not', async () => {
    expect((await read()).queued).toBe(false)
    world.emulator.enqueue({ repo: REPO, number: world.number, by: 'ben' })
    expect((await read()).queued).toBe(true)
  })

  it('is no answer when a part of it is refused', async () => {
    world.emulator.fault({
      match: { operation: 'PullRequestFacts' },
      action: {
        graphqlErrors: [
          {
            type: 'FORBIDDEN',
            message: 'Resource not accessible by integration',
            path: ['repository', 'pullRequest', 'reviews'],
          },
        ],
      },
    })
    expect(await problem()).toBe(
      `permission: Cannot read pull request #${String(world.number)}: the answer is partial at repository.pullRequest.reviews ` +
        '("Resource not accessible by integration"). The token needs the permission "pull-requests: read".',
    )
  })

  it('does without the repository of the head when only that is refused', async () => {
    world.emulator.fault({
      match: { operation: 'PullRequestFacts' },
      action: {
        graphqlErrors: [
          { type: 'FORBIDDEN', message: 'No', path: ['repository', 'pullRequest', 'headRepository'] },
        ],
      },
    })
    expect((await read()).branch).toEqual({ repository: null, ref: 'work' })
  })

  it('is no answer when it has another shape', async () => {
    world.emulator.fault({
      match: { operation: 'PullRequestFacts' },
      action: {
        change: (body) => JSON.parse(JSON.stringify(body).replace('"state":"OPEN"', '"state":"AJAR"')),
      },
    })
    expect(await problem()).toMatch(/^invalid: .* does not have the shape that GitHub documents/)
  })

  it('is no answer when its head moves between two pages', async () => {
    for (let count = 0; count < 101; count += 1)
      world.emulator.review({ repo: REPO, number: world.number, by: 'ben', state: 'COMMENTED' })
    world.emulator.fault({
      match: { operation: 'PullRequestFacts', nth: 2 },
      action: {
        before: () => {
          world.emulator.push({ repo: REPO, branch: 'work', by: 'amy', files: { 'web.yaml': 'a: 9\n' } })
        },
      },
    })
    expect(await problem()).toMatch(/its head moved between two pages/)
  })

  it('that does not exist says so', async () => {
    const snapshot = await readPullRequest(world.connect(), 404, CONTEXT)
    expect(snapshot).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

/** The label events by the names that their labels had. */
async function confirmed(world: AdapterWorld): Promise<readonly LabelEvent[]> {
  const pulls = githubPullRequests(world.connect(), CONTEXT)
  const snapshot = await pulls.read(world.number)
  if (!snapshot.ok) throw new Error(snapshot.error.text)
  expect(snapshot.value.facts.labels).toEqual([LABEL])
  const needs = { requirements: [aWindowRequirement()], breakGlass: null }
  return (await confirmLabelEvents(snapshot.value, needs, pulls)).facts.labelEvents ?? []
}

describe('a window label', () => {
  it.each([
    ['keeps the old name in old events', true],
    ['shows the new name in old events', false],
  ])('that got its name by renaming opens nothing when GitHub %s', async (_name, labelEventsKeepOldName) => {
    const world = await adapterWorld({ labelEventsKeepOldName })
    world.emulator.label({ repo: REPO, number: world.number, by: 'ben', name: 'harmless' })
    world.emulator.advanceClock('1m')
    world.emulator.renameLabel({ repo: REPO, by: 'amy', from: 'harmless', to: LABEL })
    expect((await confirmed(world)).filter(({ label }) => label === LABEL)).toEqual([])
    await world.emulator.close()
  })

  it('that was put on anew after a renaming counts', async () => {
    const world = await adapterWorld()
    world.emulator.label({ repo: REPO, number: world.number, by: 'ben', name: 'harmless' })
    world.emulator.advanceClock('1m')
    world.emulator.renameLabel({ repo: REPO, by: 'amy', from: 'harmless', to: LABEL })
    world.emulator.advanceClock('1m')
    world.emulator.unlabel({ repo: REPO, number: world.number, by: 'ben', name: LABEL })
    world.emulator.label({ repo: REPO, number: world.number, by: 'ben', name: LABEL })
    const events = await confirmed(world)
    await world.emulator.close()
    expect(events.at(-1)).toMatchObject({
      event: 'labeled',
      label: LABEL,
    })
  })
})
