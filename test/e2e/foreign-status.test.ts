import { describe, it } from 'vitest'
import { gateWorld, type GateWorld, REPO } from '../support/gate-world.ts'
import { HOSTS, satisfy } from './pitfalls/pitfall.ts'

function forge(
  world: GateWorld,
  sha: string,
  by: string | null,
  state: 'success' | 'failure' = 'success',
): void {
  world.github.postStatus({ repo: REPO, sha, context: 'drawbridge', state, by, description: 'All is well' })
}

const headOf = (world: GateWorld, number: number): string => world.github.pullRequest(REPO, number).headSha

describe('a status that somebody else sets under our name', () => {
  it.concurrent.for([
    ['P2 by a workflow of a branch, whose token has no name', null],
    ['P3 by a writer with a token of their own', 'ben'],
  ] as const)('%s is told, and decided over', async ([, by], { expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    await world.gate(number)
    forge(world, headOf(world, number), by)
    const run = await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(run.stdout).toContain(`was set to success by ${by ?? 'a workflow'}, not by this gate`)
    await world.close()
  })

  it.concurrent('P2 is seen by the sweep, which looks at every green that is not ours', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    forge(world, headOf(world, number), null)
    await world.sweep()
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })

  it.concurrent('says the same as ours would is still not ours', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    await world.gate(number)
    const ours = world.status(number)
    world.github.postStatus({
      repo: REPO,
      sha: headOf(world, number),
      context: 'drawbridge',
      state: 'success',
      by: 'ben',
      description: ours?.description ?? null,
    })
    await world.gate(number)
    expect(world.github.statuses(REPO, headOf(world, number))[0]?.creator?.login).toBe('drawbridge-gate[bot]')
    await world.close()
  })

  it.concurrent('P54 on the trial of the merge, where it counts for more, is replaced', async ({
    expect,
  }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    // The first to ask makes GitHub try the merge.
    await world.gate(number)
    const trial = world.github.pullRequest(REPO, number).testMerge.sha ?? ''
    forge(world, trial, 'ben')
    const run = await world.gate(number)
    expect(world.github.statuses(REPO, trial)[0]).toMatchObject({ state: 'pending' })
    expect(run.stdout).toContain('trial of the merge')
    satisfy(world, number)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
    expect(world.github.statuses(REPO, trial)[0]).toMatchObject({ state: 'success' })
    await world.gate(number)
    expect(world.github.statuses(REPO, trial)).toHaveLength(3)
    await world.close()
  })
})
