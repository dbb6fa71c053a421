import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

import { gateWorld, ingress, INGRESS, REPO } from '../support/gate-world.ts'

const HOSTS = ['shop.example.com', 'admin.shop.example.com']

it('what the action decided comes out again of the facts that it wrote, byte for byte', async () => {
  const world = await gateWorld()
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  try {
    const number = world.propose(HOSTS)
    world.github.advanceClock('5m')
    world.github.review({ repo: REPO, number, by: 'ben', state: 'APPROVED', force: true })
    world.github.label({ repo: REPO, number, by: 'sue', name: 'deploy-window/2h' })
    world.github.advanceClock('5m')
    world.push({ [INGRESS]: ingress(HOSTS, 'reformatted') })
    const { files, outputs } = await world.gate(number)
    expect(outputs['outcome']).toBe('allow')
    const { decision = '', facts = '' } = files
    writeFileSync(join(folder, 'facts.json'), facts)
    writeFileSync(join(folder, 'decision.json'), decision)
    const { git } = world.github.repository(REPO)
    const head = world.github.pullRequest(REPO, number).headSha
    const argv = ['check', git.tip('refs/heads/main') ?? '', head, '--repo', git.directory]
    const check = (...more: readonly string[]) =>
      spawnSync(
        process.execPath,
        [resolve('dist/cli.js'), ...argv, '--facts', join(folder, 'facts.json'), ...more],
        { encoding: 'utf8' },
      )
    expect(check('--format', 'json').stdout).toBe(decision)
    expect(check('--recorded', join(folder, 'decision.json'))).toMatchObject({
      status: 0,
      stdout: 'same: the recorded decision comes out again.\n',
    })
    writeFileSync(join(folder, 'facts.json'), facts.replace('APPROVED', 'DISMISSED'))
    expect(check('--recorded', join(folder, 'decision.json'))).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^differs in the facts/),
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await world.close()
  }
})
