import { expect, it } from 'vitest'

import { gateWorld, REPO } from '../support/gate-world.ts'

const HOSTS = ['shop.example.com', 'admin.shop.example.com']
const POLICY = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: acme }
spec: { extends: [builtin:recommended] }
`

it('works with the token of the job alone, when people own the paths', async () => {
  const world = await gateWorld()
  const who = { by: 'pat', author: 'pat', committer: 'pat' }
  world.github.push({
    repo: REPO,
    branch: 'main',
    ...who,
    files: { '.github/CODEOWNERS': '* @ben\n', '.github/drawbridge.yaml': POLICY },
  })
  const number = world.propose(HOSTS)
  const permissions = {
    actions: 'read',
    contents: 'read',
    metadata: 'read',
    issues: 'read',
    pull_requests: 'write',
    statuses: 'write',
  } as const
  const token = world.github.createToken({ kind: 'actions', permissions })
  await world.gate(number, { token })
  expect(world.status(number)).toEqual({
    state: 'pending',
    description: 'Waiting: an approval by @ben; then a window of at most 4h by @ben',
  })
  world.github.advanceClock('5m')
  world.github.review({ repo: REPO, number, by: 'ben', state: 'APPROVED' })
  world.github.label({ repo: REPO, number, by: 'ben', name: 'deploy-window/1h' })
  await world.gate(number, { token })
  expect(world.status(number)).toEqual({
    state: 'success',
    description: 'Approved by @ben; window open until 09:05 UTC',
  })
  expect(world.comments(number)).toHaveLength(1)
  await world.close()
})
