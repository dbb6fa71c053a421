import { describe, it } from 'vitest'
import { gateWorld, type GateWorld, REPO } from '../support/gate-world.ts'
import { type ActionResult, type ActionStart, runAction } from '../support/run-action.ts'
import { HOSTS, LABEL, satisfy } from './pitfalls/pitfall.ts'

function run(world: GateWorld, number: number, more: Partial<ActionStart>): Promise<ActionResult> {
  const payload = { number, pull_request: { number } }
  const inputs = { token: world.token }
  return runAction(world.github, { repository: REPO, event: 'pull_request_target', payload, inputs, ...more })
}

/** A pull request that was green a moment ago and has lost its window. */
async function onceGreen(world: GateWorld): Promise<number> {
  const number = world.propose(HOSTS)
  satisfy(world, number)
  await world.gate(number)
  world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
  return number
}

describe('a run that is cancelled', () => {
  it.concurrent.for([1, 2, 3, 4, 6, 8])(
    'at its request number %i leaves no green that is not given, and no half of a comment',
    async (nth, { expect }) => {
      const world = await gateWorld()
      const number = world.propose(HOSTS)
      let kill: (signal: NodeJS.Signals) => void = () => {}
      const before = (): void => {
        kill('SIGTERM')
      }
      world.github.fault({ match: { nth }, action: { before } })
      const result = await run(world, number, {
        whileItRuns: (given) => {
          kill = given
        },
      })
      expect(result.exitCode).toBe(143)
      expect(result.stdout).toContain('Cancelled. What stands on the pull request is of the last decision')
      expect(world.status(number)?.state).not.toBe('success')
      await world.gate(number)
      expect(world.status(number)).toMatchObject({ state: 'pending' })
      expect(world.comments(number)).toHaveLength(1)
      await world.close()
    },
  )
})

describe('a fetch that dies', () => {
  it.concurrent.for([
    ['with an error of the server', { status: 503, body: 'unavailable' }],
    ['half-way, with something that is no pack', { status: 200, body: '0008NAK\nPACK' }],
  ] as const)('%s takes the green away and says why', async ([, action], { expect }) => {
    const world = await gateWorld()
    const number = await onceGreen(world)
    world.github.fault({ match: { path: /git-upload-pack/ }, action })
    const result = await run(world, number, {})
    expect(world.status(number)).toMatchObject({
      state: 'error',
      description: expect.stringMatching(/fetch/i),
    })
    expect(result.exitCode).toBe(1)
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    await world.close()
  })
})

describe('a disk that is full', () => {
  it.concurrent('for git: nothing can be compared, so it is an error', async ({ expect }) => {
    const world = await gateWorld()
    const number = await onceGreen(world)
    const result = await run(world, number, { largestFile: 0 })
    expect(world.status(number)).toMatchObject({ state: 'error' })
    expect(result.exitCode).toBe(1)
    await world.close()
  })

  it.concurrent('for the outputs: the verdict stands, and the step fails', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    const full = { GITHUB_OUTPUT: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full' }
    const result = await run(world, number, { environment: full })
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.comments(number)).toHaveLength(1)
    expect(result.stdout).toContain('The job summary could not be written')
    expect(result.stdout).toContain('The verdict stands, but its outputs could not be written')
    expect(result.exitCode).toBe(1)
    await world.close()
  })
})
