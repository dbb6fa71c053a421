import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../src/core/doctor/observation.ts'
import { checkLabels, checkOpeners } from '../../../src/core/doctor/window-labels.ts'
import { ok } from '../../../src/core/model/result.ts'
import {
  gate,
  observation,
  policyOf,
  setup,
  UNREAD,
  UNREAD_REMARK,
  WITH_APP,
  workflows,
} from '../../support/observation.ts'

/** What a policy leaves out it gets from what ships, so both severities that ask for windows are written. */
function policy(high: string, more = ''): Observation['policy'] {
  const critical = 'critical: { approvals: [{ from: [codeowners] }] }'
  return ok(policyOf(`{ requirements: { high: ${high}, ${critical} }${more} }`))
}

const NO_WINDOW = policy('{ approvals: [{ from: [codeowners] }] }')
const OPENED = '{ window: { max: 4h, openedBy: ["@acme/net"] } }'
const NAMED = policy(OPENED)
const IN_PLACE = policy(
  OPENED,
  ', environments: [{ name: prod, paths: ["prod/**"], requirements: { high: { window: { max: 4h } } } }]',
)

describe('labels that open windows', () => {
  it.each<{ name: string; given: Partial<Observation>; verdict: string; remark: object }>([
    { name: 'are there', given: {}, verdict: 'ok', remark: { code: 'labels', labels: ['deploy-window/2h'] } },
    {
      name: 'are named after recurring windows',
      given: { labels: ok(['deploy-window/office', 'bug']) },
      verdict: 'ok',
      remark: { labels: ['deploy-window/office'] },
    },
    {
      name: 'are not there',
      given: { labels: ok(['bug']) },
      verdict: 'fix',
      remark: { code: 'labels-missing' },
    },
    {
      name: 'open nothing',
      given: { labels: ok(['deploy-window/2h', 'deploy-window/2hours+']) },
      verdict: 'fix',
      remark: { code: 'labels-malformed', labels: ['deploy-window/2hours+'] },
    },
    { name: 'cannot be read', given: { labels: UNREAD }, verdict: 'unknown', remark: UNREAD_REMARK },
    {
      name: 'are not needed',
      given: { labels: UNREAD, policy: NO_WINDOW },
      verdict: 'ok',
      remark: { code: 'no-windows' },
    },
    {
      name: 'are needed as far as is known',
      given: { labels: ok([]), policy: UNREAD },
      verdict: 'fix',
      remark: { code: 'labels-missing' },
    },
  ])('$name', ({ given, verdict, remark }) => {
    expect(checkLabels(observation(given))).toMatchObject({ verdict, remark })
  })
})

describe('who opens windows', () => {
  it.each<{ name: string; policy: Observation['policy']; verdict: string; remark: object }>([
    { name: 'is said', policy: NAMED, verdict: 'ok', remark: { code: 'openers-named' } },
    {
      name: 'is not said of an environment',
      policy: IN_PLACE,
      verdict: 'note',
      remark: { code: 'openers-not-named', entries: ['environments.prod.requirements.high.window'] },
    },
    {
      name: 'is not said of what ships',
      policy: observation().policy,
      verdict: 'note',
      remark: { code: 'openers-not-named' },
    },
    { name: 'is in a policy that cannot be read', policy: UNREAD, verdict: 'unknown', remark: UNREAD_REMARK },
  ])('$name', ({ policy: given, verdict, remark }) => {
    expect(checkOpeners(observation({ policy: given }), setup(WITH_APP))).toMatchObject({ verdict, remark })
  })

  it('is not asked where no window is', () => {
    expect(checkOpeners(observation({ policy: NO_WINDOW }), setup(WITH_APP))).toBeNull()
  })

  it('is in another policy, whatever the branch says', () => {
    const read = workflows({ 'a.yml': gate('push', { inputs: ', policy: builtin:all' }) })
    expect(checkOpeners(observation({ policy: NAMED }), setup(read))).toMatchObject({
      verdict: 'unknown',
      remark: { code: 'openers-elsewhere', path: '.github/workflows/a.yml' },
    })
  })
})
