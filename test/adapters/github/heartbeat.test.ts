import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { githubHeartbeat } from '../../../src/adapters/github/heartbeat.ts'
import { type AdapterWorld, adapterWorld, REPO } from './world.ts'

const PATH = '.github/workflows/drawbridge.yml'

let world: AdapterWorld
beforeEach(async () => {
  world = await adapterWorld()
  world.emulator.push({
    repo: REPO,
    branch: 'main',
    by: 'ben',
    author: 'ben',
    files: { [PATH]: 'name: x\n' },
  })
})
afterEach(async () => {
  await world.emulator.close()
})

function ask(
  permissions: Readonly<Record<string, 'read'>> = { actions: 'read', metadata: 'read' },
): ReturnType<ReturnType<typeof githubHeartbeat>['lastSweep']> {
  const token = world.emulator.createToken({ kind: 'app', permissions })
  return githubHeartbeat(world.connect(token), 'drawbridge.yml').lastSweep()
}

describe('the last sweep', () => {
  it('never was', async () => {
    expect(await ask()).toEqual({ ok: true, value: null })
  })

  it('is the last that the schedule started and that succeeded', async () => {
    const runs = [
      { event: 'schedule' },
      { event: 'schedule', conclusion: 'failure' },
      { event: 'schedule', status: 'in_progress' },
      { event: 'workflow_dispatch' },
    ] as const
    for (const run of runs) {
      world.emulator.postWorkflowRun({ repo: REPO, path: PATH, ...run })
      world.emulator.advanceClock('1h')
    }
    expect(await ask()).toEqual({ ok: true, value: Date.parse('2026-11-23T08:00:00Z') })
  })

  it('cannot be read without the permission, which is named', async () => {
    expect(await ask({ metadata: 'read' })).toMatchObject({
      ok: false,
      error: { code: 'permission', text: expect.stringContaining('actions: read') },
    })
  })

  it('of a workflow that is not there is a problem', async () => {
    const token = world.emulator.createToken({ kind: 'app', permissions: { actions: 'read' } })
    expect(await githubHeartbeat(world.connect(token), 'other.yml').lastSweep()).toMatchObject({ ok: false })
  })

  it('has to have a time', async () => {
    world.emulator.postWorkflowRun({ repo: REPO, path: PATH, event: 'schedule' })
    const spoil = (body: unknown): unknown =>
      JSON.parse(JSON.stringify(body).replaceAll(/"(created_at|run_started_at)":"[^"]*"/g, '"$1":"soon"'))
    world.emulator.fault({ match: { path: /\/runs/ }, action: { change: spoil } })
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })
})
