import { describe, it } from 'vitest'
import type { ActionResult } from '../support/run-action.ts'
import { runAction } from '../support/run-action.ts'
import { gateWorld, type GateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'
import { HOSTS, LABEL, satisfy } from './pitfalls/pitfall.ts'

type Strategy = 'ALLGREEN' | 'HEADGREEN'

/** A gated repository whose main branch merges by a queue that waits an hour for its checks. */
async function queueWorld(strategy: Strategy = 'ALLGREEN', minutes = 60): Promise<GateWorld> {
  const world = await gateWorld()
  const parameters = {
    check_response_timeout_minutes: minutes,
    grouping_strategy: strategy,
    max_entries_to_build: 5,
    max_entries_to_merge: 5,
    merge_method: 'MERGE',
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 5,
  }
  world.github.setRules({ repo: REPO, branch: 'main', rules: [{ type: 'merge_queue', parameters }] })
  return world
}

/** A pull request by pat that needs nobody. */
function harmless(world: GateWorld, name: string): number {
  const who = { by: 'pat', author: 'pat', committer: 'pat' }
  world.github.push({ repo: REPO, branch: name, ...who, files: { [`docs/${name}.md`]: `# ${name}\n` } })
  return world.github.openPullRequest({ repo: REPO, by: 'pat', head: name }).number
}

/** What the relay's end starts: the trusted workflow, with the group's commit. */
function relayed(
  world: GateWorld,
  group: { readonly headSha: string; readonly ref: string },
): Promise<ActionResult> {
  const payload = {
    workflow_run: {
      event: 'merge_group',
      head_sha: group.headSha,
      head_branch: group.ref,
      pull_requests: [],
    },
  }
  const inputs = { token: world.token }
  return runAction(world.github, { repository: REPO, event: 'workflow_run', payload, inputs })
}

const statesOf = (world: GateWorld, sha: string): string[] =>
  world.github
    .statuses(REPO, sha)
    .map(({ state }) => state)
    .toReversed()

function enqueue(world: GateWorld, number: number): { readonly headSha: string; readonly ref: string } {
  return world.github.enqueue({ repo: REPO, number, by: 'pat' })
}

describe('a merge queue', () => {
  it.concurrent('takes what is allowed in a window that outlasts it', async ({ expect }) => {
    const world = await queueWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const group = enqueue(world, number)
    const run = await relayed(world, group)
    expect(statesOf(world, group.headSha)).toEqual(['pending', 'success'])
    expect(run.outputs['outcome']).toBe('allow')
    expect(run.summary).toContain('Merge queue of main')
    world.github.mergeQueue({ repo: REPO, number, by: 'pat' })
    await world.close()
  })

  it.concurrent('takes it by the event itself where there is no relay', async ({ expect }) => {
    const world = await queueWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const { headSha, ref } = enqueue(world, number)
    const payload = {
      action: 'checks_requested',
      merge_group: { head_sha: headSha, head_ref: `refs/heads/${ref}` },
    }
    await runAction(world.github, {
      repository: REPO,
      event: 'merge_group',
      payload,
      inputs: { token: world.token },
    })
    expect(statesOf(world, headSha)).toEqual(['pending', 'success'])
    await world.close()
  })

  it.concurrent('P47 a window that ends in the queue fails the group', async ({ expect }) => {
    const world = await queueWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.advanceClock('70m')
    const group = enqueue(world, number)
    const run = await relayed(world, group)
    expect(statesOf(world, group.headSha)).toEqual(['pending', 'failure'])
    expect(run.stdout).toContain('the merge queue may take 1h')
    expect(run.exitCode).toBe(0)
    await world.close()
  })

  it.concurrent.for(['ALLGREEN', 'HEADGREEN'] as const)(
    'P88 one that is closed fails every group it is in (%s)',
    async (strategy, { expect }) => {
      const world = await queueWorld(strategy)
      const risky = world.propose(HOSTS)
      const easy = harmless(world, 'one')
      const before = enqueue(world, easy)
      const own = enqueue(world, risky)
      const behind = enqueue(world, harmless(world, 'two'))
      for (const group of [before, own, behind]) await relayed(world, group)
      expect(statesOf(world, before.headSha)).toEqual(['pending', 'success'])
      expect(statesOf(world, own.headSha)).toEqual(['pending', 'failure'])
      expect(statesOf(world, behind.headSha)).toEqual(['pending', 'failure'])
      await world.close()
    },
  )

  it.concurrent('P89 the second is decided on what the first leaves behind', async ({ expect }) => {
    const world = await queueWorld()
    const first = harmless(world, 'one')
    const second = world.propose(HOSTS)
    satisfy(world, second)
    const groups = [enqueue(world, first), enqueue(world, second)]
    const run = await relayed(world, groups[1] ?? { headSha: '', ref: '' })
    expect(statesOf(world, groups[1]?.headSha ?? '')).toEqual(['pending', 'success'])
    expect(run.stdout).toContain(`#${String(first)}, #${String(second)}`)
    await world.close()
  })

  it.concurrent('P89 what only the first of two changes is not asked of the second', async ({ expect }) => {
    const world = await queueWorld()
    const first = world.propose(HOSTS)
    const second = harmless(world, 'two')
    const own = enqueue(world, first)
    const behind = enqueue(world, second)
    await relayed(world, behind)
    expect(statesOf(world, behind.headSha)).toEqual(['pending', 'failure'])
    expect(world.github.statuses(REPO, behind.headSha)[0]?.description).toMatch(`#${String(first)}: `)
    expect(statesOf(world, own.headSha)).toEqual([])
    await world.close()
  })

  it.concurrent('a label that goes while it waits in the queue takes the green of its group', async ({
    expect,
  }) => {
    const world = await queueWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const group = enqueue(world, number)
    await relayed(world, group)
    world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
    await world.gate(number)
    expect(statesOf(world, group.headSha)).toEqual(['pending', 'success', 'failure'])
    await world.close()
  })

  it.concurrent('a squash holds what its merge holds', async ({ expect }) => {
    const world = await queueWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const group = world.github.enqueue({ repo: REPO, number, by: 'pat', method: 'squash' })
    await relayed(world, group)
    expect(statesOf(world, group.headSha)).toEqual(['pending', 'success'])
    await world.close()
  })

  it.concurrent('a commit under its name that holds something else gets no green', async ({ expect }) => {
    const world = await queueWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const group = enqueue(world, number)
    const evil = world.github.push({
      repo: REPO,
      branch: group.ref,
      by: 'amy',
      author: 'amy',
      committer: 'amy',
      files: { [INGRESS]: ingress([...HOSTS, 'evil.example.com']) },
    })
    await relayed(world, { headSha: evil.sha, ref: group.ref })
    expect(statesOf(world, evil.sha)).toEqual([])
    await world.close()
  })

  it.concurrent('a branch that moved on makes the commit of the queue stale', async ({ expect }) => {
    const world = await queueWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const group = enqueue(world, number)
    world.github.push({
      repo: REPO,
      branch: 'main',
      by: 'pat',
      author: 'pat',
      files: { 'README.md': '# moved\n' },
    })
    const run = await relayed(world, group)
    expect(statesOf(world, group.headSha)).toEqual(['pending', 'error'])
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain('main moved on')
    await world.close()
  })

  it.concurrent('a queue that cannot be read is an error, not a green', async ({ expect }) => {
    const world = await queueWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const group = enqueue(world, number)
    const forbidden = {
      status: 200,
      body: {
        data: { repository: null },
        errors: [{ type: 'FORBIDDEN', message: 'no', path: ['repository'] }],
      },
    }
    world.github.fault({ match: { operation: 'MergeQueueEntries' }, action: forbidden })
    const run = await relayed(world, group)
    expect(statesOf(world, group.headSha)).toEqual(['error'])
    expect(run.exitCode).toBe(1)
    await world.close()
  })
})
