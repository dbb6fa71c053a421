import { describe, expect, it } from 'vitest'
import { checkKey } from '../../../src/core/doctor/key.ts'
import type { EnvironmentBranches, Observation, Read } from '../../../src/core/doctor/observation.ts'
import { ok } from '../../../src/core/model/result.ts'
import {
  gate,
  observation,
  setup,
  UNREAD,
  UNREAD_REMARK,
  WITH_APP,
  workflows,
  ZERO,
} from '../../support/observation.ts'

function branches(
  ...patterns: readonly { readonly name: string; readonly type: string }[]
): EnvironmentBranches {
  return { kind: 'named', patterns }
}

const MAIN = { name: 'main', type: 'branch' }

describe('P61 the key of the app', () => {
  it.each<{ name: string; read: Read<EnvironmentBranches>; verdict: string; remark: object }>([
    {
      name: 'for protected branches',
      read: ok({ kind: 'protected' }),
      verdict: 'ok',
      remark: { code: 'key-locked', environments: ['drawbridge'] },
    },
    {
      name: 'for the default branch',
      read: ok(branches(MAIN)),
      verdict: 'ok',
      remark: { code: 'key-locked' },
    },
    { name: 'for no branch', read: ok(branches()), verdict: 'ok', remark: { code: 'key-locked' } },
    { name: 'for all', read: ok({ kind: 'all' }), verdict: 'fix', remark: { code: 'key-open' } },
    {
      name: 'for others too',
      read: ok(branches(MAIN, { name: 'release/*', type: 'branch' }, { name: 'main', type: 'tag' })),
      verdict: 'fix',
      remark: { code: 'key-branches', patterns: ['release/*', 'tag main'] },
    },
    { name: 'nobody may say for whom', read: UNREAD, verdict: 'unknown', remark: UNREAD_REMARK },
  ])('$name', ({ read, verdict, remark }) => {
    const given = observation({ environments: new Map([['drawbridge', read]]) })
    expect(checkKey(given, setup(WITH_APP))).toMatchObject({ verdict, remark })
  })

  it('in no environment', () => {
    const read = workflows({ 'a.yml': gate('push').replace('    environment: drawbridge\n', '') })
    expect(checkKey(observation(), setup(read))).toMatchObject({
      verdict: 'fix',
      remark: { code: 'key-in-no-environment', job: 'decide' },
    })
  })

  it('in an environment that is an expression', () => {
    const read = workflows({
      'a.yml': gate('push').replace('environment: drawbridge', 'environment: "${{ vars.E }}"'),
    })
    expect(checkKey(observation(), setup(read))).toMatchObject({
      verdict: 'unknown',
      remark: { code: 'unread' },
    })
  })

  it('of two jobs is as open as the more open one', () => {
    const read = workflows({
      'a.yml': gate('push'),
      'b.yml': gate('push').replace('environment: drawbridge', 'environment: open'),
    })
    const environments: Observation['environments'] = new Map<string, Read<EnvironmentBranches>>([
      ['drawbridge', UNREAD],
      ['open', ok({ kind: 'all' })],
    ])
    expect(checkKey(observation({ environments }), setup(read))).toMatchObject({ verdict: 'fix' })
  })

  it('is not asked for where there is none', () => {
    expect(checkKey(observation(), setup(ZERO))).toBeNull()
  })
})
