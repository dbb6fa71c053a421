import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { githubMergeQueues, MERGE_QUEUE_QUERY } from '../../../src/adapters/github/merge-queues.ts'
import { HOUR } from '../../../src/core/model/instant.ts'
import type { MergeQueues } from '../../../src/gate/ports/merge-queues.ts'
import { queryErrors } from '../../support/github/graphql/execute.ts'
import { type AdapterWorld, adapterWorld, REPO } from './world.ts'

const PARAMETERS = {
  check_response_timeout_minutes: 60,
  grouping_strategy: 'ALLGREEN',
  max_entries_to_build: 5,
  max_entries_to_merge: 5,
  merge_method: 'MERGE',
  min_entries_to_merge: 1,
  min_entries_to_merge_wait_minutes: 5,
}

let world: AdapterWorld
let queues: MergeQueues
beforeEach(async () => {
  world = await adapterWorld()
  queues = githubMergeQueues(world.connect())
})
afterEach(async () => {
  await world.emulator.close()
})

function rule(parameters: Readonly<Record<string, unknown>> = PARAMETERS): void {
  world.emulator.setRules({ repo: REPO, branch: 'main', rules: [{ type: 'merge_queue', parameters }] })
}

function another(branch: string): number {
  const who = { by: 'amy', author: 'amy' }
  world.emulator.push({ repo: REPO, branch, ...who, files: { [`${branch}.md`]: '#\n' } })
  return world.emulator.openPullRequest({ repo: REPO, by: 'amy', head: branch }).number
}

it('asks what GitHub understands', () => {
  expect(queryErrors(MERGE_QUEUE_QUERY)).toEqual([])
})

describe('the entries', () => {
  it('come in their order, each on the one before', async () => {
    rule()
    const number = another('two')
    const first = world.emulator.enqueue({ repo: REPO, number, by: 'ben' })
    const second = world.emulator.enqueue({ repo: REPO, number: world.number, by: 'ben' })
    expect(await queues.entries('main')).toMatchObject({
      ok: true,
      value: [
        { number, commit: first.headSha },
        { number: world.number, commit: second.headSha, base: first.headSha },
      ],
    })
  })

  it('are none of a branch without a queue', async () => {
    expect(await queues.entries('main')).toEqual({ ok: true, value: [] })
  })

  it('are none on GitHub Enterprise Server, which is not asked', async () => {
    const enterprise = await adapterWorld({ enterpriseServer: true })
    const none = githubMergeQueues(enterprise.connect())
    expect(await none.entries('main')).toEqual({ ok: true, value: [] })
    expect(enterprise.emulator.requests).toEqual([])
    await enterprise.emulator.close()
  })

  it('without a pull request that can be seen are a problem', async () => {
    rule()
    world.emulator.enqueue({ repo: REPO, number: world.number, by: 'ben' })
    const hide = (body: unknown): unknown =>
      JSON.parse(JSON.stringify(body).replace(/"pullRequest":\{[^}]*\}/, '"pullRequest":null'))
    world.emulator.fault({ match: { operation: 'MergeQueueEntries' }, action: { change: hide } })
    expect(await queues.entries('main')).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })
})

describe('how long a queue waits', () => {
  it('is what the rule says', async () => {
    rule()
    expect(await queues.timeout('main')).toEqual({ ok: true, value: HOUR })
  })

  it('is not known without a rule', async () => {
    expect(await queues.timeout('main')).toEqual({ ok: true, value: null })
  })

  it('cannot be read is a problem', async () => {
    world.emulator.fault({ match: { path: /\/rules\/branches/, times: 1 }, action: { status: 403 } })
    expect(await queues.timeout('main')).toMatchObject({ ok: false, error: { code: 'permission' } })
  })
})
