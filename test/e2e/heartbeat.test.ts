import { describe, it } from 'vitest'
import { gateWorld } from '../support/gate-world.ts'
import { HOSTS, satisfy } from './pitfalls/pitfall.ts'

describe('P62 a schedule that GitHub starts no more', () => {
  it.concurrent('lets no window open any more, and says so', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    world.stopSweeps()
    world.github.advanceClock('90m')
    satisfy(world, number)
    const run = await world.gate(number)
    expect(world.status(number)).toEqual({
      state: 'pending',
      description:
        'Waiting: the scheduled sweep, which ends what is allowed for a time, last ran 1h30m ago; doctor tells why',
    })
    expect(run.outputs['outcome']).toBe('hold')
    expect(run.exitCode).toBe(0)
    await world.sweep()
    expect(world.status(number)).toMatchObject({ state: 'success' })
    await world.close()
  })

  it.concurrent('that nobody can see is an error', async ({ expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    satisfy(world, number)
    world.github.fault({ match: { path: /\/actions\/workflows/ }, action: { status: 403 } })
    const run = await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'error' })
    expect(run.stdout).toContain('actions: read')
    expect(run.exitCode).toBe(1)
    await world.close()
  })
})

it.concurrent('P44 a label that made no event is seen by the next sweep', async ({ expect }) => {
  const world = await gateWorld()
  const number = world.propose(HOSTS)
  await world.gate(number)
  expect(world.status(number)).toMatchObject({ state: 'pending' })
  satisfy(world, number)
  await world.sweep()
  expect(world.status(number)).toMatchObject({ state: 'success' })
  await world.close()
})
