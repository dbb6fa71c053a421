import { expect, it } from 'vitest'
import { gateWorld } from '../support/gate-world.ts'
import { HOSTS, satisfy } from './pitfalls/pitfall.ts'

it('GitHub Enterprise Server is decided on under its own addresses, and asked for nothing that it does not have', async () => {
  const world = await gateWorld({ enterpriseServer: true })
  expect(world.github.apiUrl).toMatch(/\/api\/v3$/)
  const number = world.propose(HOSTS)
  await world.gate(number)
  expect(world.status(number)).toMatchObject({ state: 'pending' })
  satisfy(world, number)
  const run = await world.gate(number)
  expect(world.status(number)).toMatchObject({ state: 'success' })
  expect(run.exitCode).toBe(0)
  await world.sweep()
  world.github.advanceClock('3h')
  await world.sweep()
  expect(world.status(number)).toMatchObject({ state: 'pending' })
  await world.close()
})
