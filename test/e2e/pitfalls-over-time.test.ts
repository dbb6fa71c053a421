import { describe, it } from 'vitest'

import { type GateWorld, gateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'
import { type ActionResult, runAction } from '../support/run-action.ts'
import {
  approve,
  askFor,
  commitOf,
  headOf,
  HOST,
  HOSTS,
  open,
  pushCommit,
  satisfy,
  toMain,
} from './pitfalls/pitfall.ts'

/** Ways past the gate that need more than one run of it: something happens, it decides, and something else happens. */
describe('pitfalls over time', () => {
  it.concurrent('P6 each event alone moves the status: an approval by its relay, a label by itself', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    await send(world, 'pull_request_target')
    expect(world.status(number)?.description).toBe(
      'Waiting: 1 of @acme/net; then a window of at most 4h by @acme/sre',
    )
    world.github.advanceClock('1m')
    approve(world, number)
    const workflow_run = { head_sha: headOf(world, number), pull_requests: [] }
    await send(world, 'workflow_run', { action: 'completed', workflow_run })
    expect(world.status(number)?.description).toMatch(/^Waiting: a window/)
    open(world, number)
    await send(world, 'pull_request_target')
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.unlabel({ repo: REPO, number, by: 'sue', name: 'deploy-window/2h' })
    await send(world, 'pull_request_target')
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P8 who started a run, or started it again, is nobody to the gate', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    world.github.advanceClock('1m')
    approve(world, number, 'amy')
    open(world, number)
    const payload = { number, pull_request: { number }, sender: { login: 'amy' } }
    const byBen = { GITHUB_ACTOR: 'ben', GITHUB_TRIGGERING_ACTOR: 'ben' }
    await send(world, 'pull_request_target', payload, byBen)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.comments(number)[0]).toMatch(/amy \(wrote this pull request\)/)
    approve(world, number, 'ben')
    await send(world, 'pull_request_target', payload, { GITHUB_ACTOR: 'amy', GITHUB_TRIGGERING_ACTOR: 'ben' })
    expect(world.status(number)?.description).toMatch(/^Approved by @ben/)
    await world.close()
  })

  it.concurrent('P56 what reviewers of an environment said is not even read', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    open(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    const paths = world.github.requests.map(({ path }) => path)
    expect(paths.filter((path) => /\/(?:environments|deployments|actions|runs)\b/.test(path))).toEqual([])
    await world.close()
  })

  it.concurrent('P59 a sweep after the other posts nothing while nothing changes', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    const before = world.github.statuses(REPO, headOf(world, number)).length
    for (let at = 0; at < 5; at += 1) {
      world.github.advanceClock('10m')
      await world.sweep()
    }
    expect(world.github.statuses(REPO, headOf(world, number))).toHaveLength(before)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    await world.close()
  })

  it.concurrent('P59 a head whose statuses are used up never turns green, and the run says so', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    const status = { repo: REPO, sha: headOf(world, number), context: 'drawbridge', by: 'ben' } as const
    for (let at = 0; at < 1000; at += 1) world.github.postStatus({ ...status, state: 'pending' })
    satisfy(world, number)
    const run = await world.gate(number)
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toMatch(/Cannot post the status/)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P42, P46 a push while it merges by itself: the new head waits before anything is decided', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.enableAutoMerge({ repo: REPO, number, by: 'amy' })
    world.github.advanceClock('1m')
    world.push({ [INGRESS]: ingress([HOST, 'debug.shop.example.com']) })
    expect(world.status(number)).toBeUndefined()
    await world.gate(number)
    const states = world.github.statuses(REPO, headOf(world, number)).map(({ state }) => state)
    expect(states).toEqual(['pending', 'pending'])
    await world.close()
  })

  it.concurrent('P63 a relay of which no open pull request is known makes no green', async ({ expect }) => {
    const world = await gateWorld()
    const sha = world.github.repository(REPO).git.tip('refs/heads/main') ?? ''
    const workflow_run = { head_sha: sha, pull_requests: [] }
    const run = await send(world, 'workflow_run', { action: 'completed', workflow_run })
    expect(run.stdout).toContain(`No open pull request ends with ${sha}`)
    expect(world.github.statuses(REPO, sha)).toEqual([])
    await world.close()
  })

  it.concurrent('P64 the approval goes along with a rebase on a base that changed the object: strict holds', async ({
    expect,
  }) => {
    const world = await gateWorld()
    askFor(world, ['{ from: [codeowners], strict: true }'])
    const number = world.propose(HOSTS)
    world.github.advanceClock('1m')
    approve(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.advanceClock('1m')
    const tip = toMain(world, {
      [INGRESS]: ingress([HOST]).replace('name: web\n', 'name: web\n  labels: { a: b }\n'),
    })
    pushCommit(world, 'amy', commitOf(world, 'amy', [tip], HOSTS), true)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.comments(number)[0]).toMatch(/ben \(/)
    await world.close()
  })

  it.concurrent('P68 an approval and a window after the merge change nothing', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    await world.gate(number)
    world.github.merge({ repo: REPO, number, by: 'eve' })
    satisfy(world, number)
    const run = await world.gate(number)
    expect(run.stdout).toContain('is merged')
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('P68 a dismissal after the merge takes nothing back', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    const id = approve(world, number)
    open(world, number)
    await world.gate(number)
    world.github.merge({ repo: REPO, number, by: 'amy' })
    world.github.dismissReview({ repo: REPO, number, by: 'eve', id })
    await world.gate(number)
    await world.sweep()
    expect(world.status(number)).toMatchObject({ state: 'success' })
    await world.close()
  })

  it.concurrent('P80 another pull request from the commit of one that was green and was closed', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const first = world.propose(HOSTS)
    satisfy(world, first)
    await world.gate(first)
    expect(world.status(first)).toMatchObject({ state: 'success' })
    world.github.closePullRequest({ repo: REPO, number: first, by: 'amy' })
    await world.gate(first)
    const { number } = world.github.openPullRequest({ repo: REPO, by: 'amy', head: 'open' })
    expect(world.status(number)).toMatchObject({ state: 'failure' })
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent.for([
    {
      what: 'gives the path to others',
      files: { '.github/CODEOWNERS': '* @acme/security\n' },
      says: /@acme\/security/,
    },
    { what: 'conflicts', files: { [INGRESS]: ingress(['blog.example.com']) }, says: /conflict/ },
  ])('P81 the base moves under a green and $what', async ({ files, says }, { expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    toMain(world, files)
    await send(world, 'push', { ref: 'refs/heads/main' })
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.status(number)?.description).toMatch(says)
    await world.close()
  })

  it.concurrent('P81, P90 the base moves under a green by a merge that starts no run: the sweep sees it', async ({
    expect,
  }) => {
    const world = await gateWorld()
    askFor(world, ['from: [codeowners]'])
    const number = world.propose(HOSTS)
    approve(world, number)
    world.github.advanceClock('1m')
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success', description: 'Approved by @ben' })
    world.github.advanceClock('1m')
    const files = { '.github/CODEOWNERS': '* @acme/security\n' }
    const who = { by: 'pat', author: 'pat', committer: 'pat' }
    world.github.push({
      repo: REPO,
      branch: 'owners',
      parent: world.github.repository(REPO).git.tip('refs/heads/main') ?? '',
      ...who,
      files,
    })
    const other = world.github.openPullRequest({ repo: REPO, by: 'pat', head: 'owners' }).number
    world.github.merge({ repo: REPO, number: other, by: 'helper[bot]', title: 'Owners [skip ci]' })
    await world.sweep()
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.status(number)?.description).toMatch(/@acme\/security/)
    await world.close()
  })

  it.concurrent('P82 a pull request into the branch of this one, merged ungated', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.advanceClock('1m')
    const files = { [INGRESS]: ingress([...HOSTS, 'debug.shop.example.com']) }
    const who = { by: 'amy', author: 'amy', committer: 'amy' }
    world.github.push({ repo: REPO, branch: 'stacked', parent: headOf(world, number), ...who, files })
    const request = { repo: REPO, by: 'amy', head: 'stacked', base: 'open' }
    world.github.merge({ repo: REPO, number: world.github.openPullRequest(request).number, by: 'amy' })
    expect(world.status(number)).toBeUndefined()
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.comments(number)[0]).toMatch(/since then Ingress shop\/web changed/)
    await world.close()
  })
})

/** Runs the gate on an event: by default the newest one that GitHub made of pull requests. */
function send(
  world: GateWorld,
  event: string,
  payload: unknown = world.github.events.findLast(({ name }) => name === 'pull_request')?.payload,
  environment: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  return runAction(world.github, {
    repository: REPO,
    event,
    payload,
    inputs: { token: world.token },
    environment,
  })
}
