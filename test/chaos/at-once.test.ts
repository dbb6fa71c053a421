import { describe, expect, it } from 'vitest'
import { runGate } from '../../src/gate/run-gate.ts'
import { satisfy } from './life.ts'
import { chaosWorld, type ChaosWorld, contentOf, CONTEXT, LABEL, REPO } from './world.ts'

const RUNS = 50

/** A pull request by amy that opens a host. */
function propose({ github }: ChaosWorld): number {
  const files = { 'clusters/prod/app-1.yaml': contentOf(1, 1) }
  github.push({ repo: REPO, branch: 'work', by: 'amy', author: 'amy', files })
  const { number } = github.openPullRequest({ repo: REPO, by: 'amy', head: 'work' })
  github.advanceClock('1m')
  return number
}

async function runAtOnce(world: ChaosWorld, number: number): Promise<void> {
  await Promise.all(Array.from({ length: RUNS }, () => runGate(world.tools(), number)))
}

function standing(
  { github }: ChaosWorld,
  number: number,
): { readonly state?: string; readonly comments: number } {
  const { headSha, comments } = github.pullRequest(REPO, number)
  const state = github.statuses(REPO, headSha).find(({ context }) => context === CONTEXT)?.state
  return { ...(state === undefined ? {} : { state }), comments: comments.length }
}

describe(`${String(RUNS)} runs at once on one pull request end with the one right status, and one comment`, () => {
  it('when it waits', async () => {
    const world = await chaosWorld()
    const number = propose(world)
    await runAtOnce(world, number)
    expect(standing(world, number)).toEqual({ state: 'pending', comments: 1 })
    await world.github.close()
  })

  it('when it is approved', async () => {
    const world = await chaosWorld()
    const number = propose(world)
    await runGate(world.tools(), number)
    satisfy(world, number)
    await runAtOnce(world, number)
    expect(standing(world, number)).toEqual({ state: 'success', comments: 1 })
    await world.github.close()
  })

  it.each([1, 30, 120, 260])('when its label goes at the request number %i', async (nth) => {
    const world = await chaosWorld()
    const number = propose(world)
    satisfy(world, number)
    const takeOff = (): void => {
      world.github.unlabel({ repo: REPO, number, by: 'amy', name: LABEL })
    }
    world.github.fault({ match: { nth }, action: { before: takeOff } })
    await runAtOnce(world, number)
    expect(standing(world, number)).toEqual({ state: 'pending', comments: 1 })
    await world.github.close()
  })

  it.each([20, 150])('when it is approved at the request number %i', async (nth) => {
    const world = await chaosWorld()
    const number = propose(world)
    world.github.fault({
      match: { nth },
      action: {
        before: () => {
          satisfy(world, number)
        },
      },
    })
    await runAtOnce(world, number)
    // The event of the approval starts one more run.
    await runGate(world.tools(), number)
    expect(standing(world, number)).toEqual({ state: 'success', comments: 1 })
    await world.github.close()
  })
})
