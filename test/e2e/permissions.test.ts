import { describe, it } from 'vitest'

import { gateWorld, REPO } from '../support/gate-world.ts'

const HOSTS = ['shop.example.com', 'admin.shop.example.com']
const ALL = {
  contents: 'read',
  metadata: 'read',
  pull_requests: 'write',
  issues: 'write',
  statuses: 'write',
  members: 'read',
} as const

describe('a token without a permission gets the permission by name, and never a green', () => {
  it.concurrent.for([
    { missing: 'statuses', says: /statuses: write/ },
    { missing: 'members', says: /members: read/ },
    { missing: 'pull_requests', says: /pull[-_]requests: (?:read|write)/ },
  ] as const)('$missing', async ({ missing, says }, { expect }) => {
    const world = await gateWorld()
    const number = world.propose(HOSTS)
    world.github.review({ repo: REPO, number, by: 'ben', state: 'APPROVED' })
    world.github.label({ repo: REPO, number, by: 'sue', name: 'deploy-window/2h' })
    const permissions = Object.fromEntries(Object.entries(ALL).filter(([name]) => name !== missing))
    const token = world.github.createToken({
      kind: 'app',
      login: `weak-${missing.replaceAll('_', '-')}[bot]`,
      permissions,
    })
    const run = await world.gate(number, { token })
    const status = world.status(number)
    const said = `${run.stdout}${run.stderr}${run.summary}${status?.description ?? ''}`
    expect(said).toMatch(says)
    // The runner takes this line out of the log.
    expect(said.replaceAll(`::add-mask::${token}`, '')).not.toContain(token)
    expect(status?.state).not.toBe('success')
    await world.close()
  })
})
