import { describe, expect, it } from 'vitest'
import type { BranchRule, Observation } from '../../../src/core/doctor/observation.ts'
import { checkRequired, checkSource } from '../../../src/core/doctor/required-status.ts'
import { ok } from '../../../src/core/model/result.ts'
import { ACTIONS, APP, observation, UNREAD, UNREAD_REMARK } from '../../support/observation.ts'

function required(app: number | null, context = 'drawbridge', ruleset = 1): BranchRule {
  return { kind: 'required-checks', ruleset, strict: false, checks: [{ context, app }] }
}

const CLASSIC: Observation['classic'] = ok({ enabled: true, checks: [{ context: 'drawbridge', app: APP }] })

describe('whether the status is required', () => {
  it.each<{ name: string; given: Partial<Observation>; verdict: string; remark: object }>([
    { name: 'by a ruleset', given: {}, verdict: 'ok', remark: { places: ['ruleset "gate"'] } },
    {
      name: 'by a ruleset that cannot be read',
      given: { rulesets: new Map([[1, UNREAD]]) },
      verdict: 'ok',
      remark: { code: 'required', places: ['ruleset 1'] },
    },
    {
      name: 'by branch protection, and the rules cannot be read',
      given: { rules: UNREAD, classic: CLASSIC },
      verdict: 'ok',
      remark: { code: 'required', places: ['branch protection'] },
    },
    { name: 'by nothing', given: { rules: ok([]) }, verdict: 'fix', remark: { code: 'not-required' } },
    {
      name: 'another one is',
      given: { rules: ok([required(APP, 'build')]) },
      verdict: 'fix',
      remark: { code: 'not-required', branch: 'main' },
    },
    {
      name: 'in other letters',
      given: { rules: ok([required(APP, 'Drawbridge')]) },
      verdict: 'fix',
      remark: { code: 'required-otherwise-written', written: 'Drawbridge' },
    },
    {
      name: 'by rules that cannot be read',
      given: { rules: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
    {
      name: 'by protection that cannot be read',
      given: { rules: ok([]), classic: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
  ])('$name', ({ given, verdict, remark }) => {
    expect(checkRequired(observation(given))).toMatchObject({ verdict, remark })
  })
})

describe('from whom it is taken', () => {
  const own = { slug: 'acme-gate', id: ok(APP) }
  it.each<{
    name: string
    given: Partial<Observation>
    kind?: 'app' | 'zero' | 'unknown'
    verdict: string
    remark: object
  }>([
    { name: 'an app', given: {}, verdict: 'ok', remark: { code: 'source-own', app: APP, slug: null } },
    {
      name: 'the app that was named',
      given: { app: own },
      verdict: 'ok',
      remark: { code: 'source-own', slug: 'acme-gate' },
    },
    {
      name: 'another app',
      given: { app: { ...own, id: ok(8) } },
      verdict: 'fix',
      remark: { code: 'source-other-app', app: APP, id: 8 },
    },
    {
      name: 'an app, and the named one cannot be seen',
      given: { app: { ...own, id: UNREAD } },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
    {
      name: 'whoever posts it',
      given: { rules: ok([required(null)]) },
      verdict: 'fix',
      remark: { code: 'source-any' },
    },
    {
      name: 'whoever posts it, also in zero set-up',
      given: { rules: ok([required(null)]) },
      kind: 'zero',
      verdict: 'fix',
      remark: { code: 'source-any' },
    },
    {
      name: 'whoever posts it, unless protection that cannot be read says more',
      given: { rules: ok([required(null)]), classic: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
    {
      name: 'Actions, in zero set-up',
      given: { rules: ok([required(ACTIONS)]) },
      kind: 'zero',
      verdict: 'note',
      remark: { code: 'source-actions' },
    },
    {
      name: 'Actions, in no set-up that is known',
      given: { rules: ok([required(ACTIONS)]) },
      kind: 'unknown',
      verdict: 'note',
      remark: { code: 'source-actions' },
    },
    {
      name: 'Actions, and the gate speaks as an app',
      given: { rules: ok([required(ACTIONS)]) },
      verdict: 'fix',
      remark: { code: 'source-actions-with-app' },
    },
    {
      name: 'Actions, which has another number on another host',
      given: { rules: ok([required(12)]), actionsApp: 12 },
      kind: 'zero',
      verdict: 'note',
      remark: { code: 'source-actions' },
    },
    {
      name: 'an app, and the gate has none',
      given: {},
      kind: 'zero',
      verdict: 'fix',
      remark: { code: 'source-app-without-app', app: APP },
    },
    {
      name: 'an app by one rule and whoever posts it by another',
      given: { rules: ok([required(null), required(APP, 'drawbridge', 2)]) },
      verdict: 'ok',
      remark: { code: 'source-own' },
    },
    {
      name: 'two that differ',
      given: { rules: ok([required(ACTIONS)]), classic: CLASSIC },
      verdict: 'fix',
      remark: { code: 'sources-differ', apps: [ACTIONS, APP] },
    },
  ])('$name', ({ given, kind = 'app', verdict, remark }) => {
    expect(checkSource(observation(given), kind)).toMatchObject({ verdict, remark })
  })

  it('nobody, when it is not required', () => {
    expect(checkSource(observation({ rules: ok([]) }), 'app')).toBeNull()
  })
})
