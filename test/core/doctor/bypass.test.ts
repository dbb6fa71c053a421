import { expect, it } from 'vitest'
import { checkBypass } from '../../../src/core/doctor/bypass.ts'
import type { BypassActor, Observation } from '../../../src/core/doctor/observation.ts'
import { ok } from '../../../src/core/model/result.ts'
import { observation, UNREAD, UNREAD_REMARK } from '../../support/observation.ts'

const ADMIN: BypassActor = { type: 'RepositoryRole', id: 5, mode: 'always' }
const KEY: BypassActor = { type: 'DeployKey', id: null, mode: 'exempt' }

function ruleset(actors: readonly BypassActor[] | null): Partial<Observation> {
  return { rulesets: new Map([[1, ok({ name: 'gate', actors })]]) }
}

function classic(protection: Observation['protection']): Partial<Observation> {
  return {
    rules: ok([]),
    classic: ok({ enabled: true, checks: [{ context: 'drawbridge', app: null }] }),
    protection,
  }
}

const details = (enforceAdmins: boolean): Observation['protection'] =>
  ok({ enforceAdmins, strict: false, reviews: null })

it.each<{ name: string; given: Partial<Observation>; verdict: string; remark: object }>([
  { name: 'nobody', given: {}, verdict: 'ok', remark: { code: 'no-bypass' } },
  {
    name: 'a role',
    given: ruleset([ADMIN]),
    verdict: 'note',
    remark: { code: 'bypass-actors', actors: [ADMIN], admins: false },
  },
  {
    name: 'somebody without a trace',
    given: ruleset([ADMIN, KEY]),
    verdict: 'fix',
    remark: { code: 'bypass-exempt', actors: [KEY] },
  },
  {
    name: 'a ruleset that shows it to nobody else',
    given: ruleset(null),
    verdict: 'unknown',
    remark: { code: 'bypass-hidden', rulesets: ['gate'] },
  },
  {
    name: 'a ruleset that was not asked for',
    given: { rulesets: new Map() },
    verdict: 'unknown',
    remark: { code: 'bypass-hidden', rulesets: ['1'] },
  },
  {
    name: 'a ruleset that cannot be read',
    given: { rulesets: new Map([[1, UNREAD]]) },
    verdict: 'unknown',
    remark: UNREAD_REMARK,
  },
  {
    name: 'protection that holds all',
    given: classic(details(true)),
    verdict: 'ok',
    remark: { code: 'no-bypass' },
  },
  {
    name: 'protection that lets administrators pass',
    given: classic(details(false)),
    verdict: 'note',
    remark: { code: 'bypass-actors', actors: [], admins: true },
  },
  {
    name: 'protection that cannot be read',
    given: classic(UNREAD),
    verdict: 'unknown',
    remark: UNREAD_REMARK,
  },
  {
    name: 'protection beside a ruleset that holds administrators',
    given: { ...classic(details(false)), rules: observation().rules },
    verdict: 'ok',
    remark: { code: 'no-bypass' },
  },
])('$name', ({ given, verdict, remark }) => {
  expect(checkBypass(observation(given))).toMatchObject({ verdict, remark })
})

it('is not asked when nothing requires the status', () => {
  expect(checkBypass(observation({ rules: ok([]) }))).toBeNull()
})
