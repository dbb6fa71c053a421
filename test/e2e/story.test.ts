import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type GateWorld, gateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'

/** One pull request from opening to the end of its window, with the built action as a process against the emulator. */
describe('a public host is held, approved, let through and closed again', () => {
  let world: GateWorld
  let number = 0
  beforeAll(async () => {
    world = await gateWorld()
  })
  afterAll(async () => {
    await world.close()
  })

  it('is held when it is opened: the comment names rule, owner and window', async () => {
    number = world.propose(['shop.example.com', 'admin.shop.example.com'])
    const run = await world.gate(number)
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'hold', severity: 'high' } })
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    const [comment = '', ...more] = world.comments(number)
    expect(more).toEqual([])
    for (const part of [
      'ingress.host.added',
      '@acme/net',
      'deploy-window/2h',
      '@acme/sre',
      'admin.shop.example.com',
    ])
      expect(comment).toContain(part)
    expect(run.summary).toContain('ingress.host.added')
    expect(run.stdout).toMatch(
      /^::error title=high%3A ingress\.host\.added,file=clusters\/prod\/shop\/ingress\.yaml,line=\d+::Ingress shop\/web opens/m,
    )
  })

  it('still waits for the window when an owner approves', async () => {
    world.github.advanceClock('10m')
    world.github.review({ repo: REPO, number, by: 'ben', state: 'APPROVED' })
    await world.gate(number)
    expect(world.status(number)).toEqual({
      state: 'pending',
      description: 'Waiting: a window of at most 4h by @acme/sre; approved by @ben',
    })
  })

  it('goes through once an allowed person sets the label, and says until when', async () => {
    world.github.advanceClock('10m')
    world.github.label({ repo: REPO, number, by: 'sue', name: 'deploy-window/2h' })
    const run = await world.gate(number)
    expect(run.outputs).toMatchObject({ outcome: 'allow', 'expires-at': '2026-11-23T10:20:00Z' })
    expect(world.status(number)).toEqual({
      state: 'success',
      description: 'Approved by @ben; window open until 10:20 UTC',
    })
  })

  it('keeps the approval when the author only reformats', async () => {
    world.github.advanceClock('10m')
    world.push({ [INGRESS]: ingress(['shop.example.com', 'admin.shop.example.com'], 'reformatted') })
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'success' })
  })

  it('voids it when another host comes in, and says whose approval fell and why', async () => {
    world.github.advanceClock('10m')
    world.push({
      [INGRESS]: ingress(['shop.example.com', 'admin.shop.example.com', 'debug.shop.example.com']),
    })
    await world.gate(number)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    const [comment = ''] = world.comments(number)
    expect(comment).toMatch(
      /Not counted:.*ben \(approved [0-9a-f]{7}; since then Ingress shop\/web changed\)/,
    )
    expect(world.comments(number)).toHaveLength(1)
  })

  it('goes through when it is approved and opened again', async () => {
    world.github.advanceClock('10m')
    world.github.review({ repo: REPO, number, by: 'cleo', state: 'APPROVED' })
    world.github.unlabel({ repo: REPO, number, by: 'sue', name: 'deploy-window/2h' })
    world.github.label({ repo: REPO, number, by: 'sue', name: 'deploy-window/2h' })
    await world.gate(number)
    expect(world.status(number)).toEqual({
      state: 'success',
      description: 'Approved by @cleo; window open until 10:50 UTC',
    })
  })

  it('writes nothing when nothing changed', async () => {
    const before = world.github.requests.length
    await world.gate(number)
    const writes = world.github.requests
      .slice(before)
      .filter(({ method, path }) => method !== 'GET' && !/graphql|git-upload-pack/.test(path))
    expect(writes).toEqual([])
  })

  it('is closed by the sweep when the window ends, and the label is gone', async () => {
    world.github.advanceClock('2h')
    const run = await world.sweep()
    expect(run.exitCode).toBe(0)
    expect(world.status(number)).toMatchObject({ state: 'pending' })
    expect(world.labels(number)).toEqual([])
  })
})
