import { describe, it } from 'vitest'

import { gateWorld, REPO } from '../support/gate-world.ts'
import { runAction } from '../support/run-action.ts'
import { APPROVAL_PITFALLS } from './pitfalls/approvals.ts'
import { HOSTS, LABEL, satisfy } from './pitfalls/pitfall.ts'
import { SERVICE_PITFALLS } from './pitfalls/services.ts'
import { TREE_PITFALLS } from './pitfalls/trees.ts'
import { WINDOW_PITFALLS } from './pitfalls/windows.ts'

const PITFALLS = [...APPROVAL_PITFALLS, ...TREE_PITFALLS, ...WINDOW_PITFALLS, ...SERVICE_PITFALLS]

/** Every row is a way past the gate that somebody found elsewhere, or the honest case beside it that must not be lost. */
describe('pitfalls', () => {
  it.concurrent.for(PITFALLS)('$name', async ({ attempt, state, says }, { expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    world.github.advanceClock('5m')
    await attempt(world, number)
    const run = await world.gate(number)
    const status = world.status(number)
    expect({ state: status?.state, stderr: run.stderr }).toEqual({ state, stderr: '' })
    expect(`${status?.description ?? ''}\n${world.comments(number).join('\n')}\n${run.stdout}`).toMatch(says)
    await world.close()
  })

  it.concurrent('P7 an old run again, whose payload still has the label', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    const { headSha } = world.github.pullRequest(REPO, number)
    const pull_request = { number, head: { sha: headSha }, labels: [{ name: LABEL }], draft: false }
    const start = {
      repository: REPO,
      event: 'pull_request_target',
      payload: { action: 'labeled', number, pull_request, label: { name: LABEL }, sender: { login: 'sue' } },
      inputs: { token: world.token },
    }
    await runAction(world.github, start)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
    await runAction(world.github, start)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })
})
