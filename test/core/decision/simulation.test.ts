import { describe, expect, it } from 'vitest'
import type { Replay } from '../../../src/core/decision/replay.ts'
import { type SimulatedMerge, totalsOf } from '../../../src/core/decision/simulation.ts'
import { parseSha, type Sha } from '../../../src/core/model/ids.ts'
import { parseInstant } from '../../../src/core/model/instant.ts'
import { aFinding } from '../../support/decision.ts'

const NOTHING: Replay = {
  outcome: 'allow',
  severity: null,
  holding: [],
  ask: [],
  unowned: [],
  window: false,
  obstacles: [],
}

function sha(digit: string): Sha {
  const id = parseSha(digit.repeat(40))
  if (id === undefined) throw new Error('no commit id')
  return id
}

function merge(digit: string, now: Partial<Replay>, old: Partial<Replay> | null = null): SimulatedMerge {
  const at = parseInstant('2026-11-20T10:00:00Z')
  if (at === undefined) throw new Error('no moment')
  const was = old && { ...NOTHING, ...old }
  return { commit: sha(digit), title: `merge ${digit}`, at, now: { ...NOTHING, ...now }, old: was }
}

const hold = (more: Partial<Replay>): Partial<Replay> => ({ outcome: 'hold', severity: 'high', ...more })
const by = (rule: string, more: Partial<Parameters<typeof aFinding>[0]> = {}): ReturnType<typeof aFinding> =>
  aFinding({ rule, message: `${rule} seen`, ...more })

describe('the totals of a simulation', () => {
  it('of nothing are nothing', () => {
    expect(totalsOf([])).toEqual({
      classes: { held: 0, passed: 0, unknown: 0 },
      severities: { low: 0, medium: 0, high: 0, critical: 0 },
      rules: [],
      owners: [],
      unowned: 0,
      windows: 0,
    })
  })

  it('tell what would have been held, has passed and is not known', () => {
    const totals = totalsOf([
      merge('1', hold({})),
      merge('2', hold({ outcome: 'deny' })),
      merge('3', {}),
      merge('4', { outcome: 'error' }),
      merge('5', hold({ obstacles: [{ code: 'conflict', paths: ['a.yaml'] }] })),
      merge('6', {}),
      merge('7', {}),
    ])
    expect(totals.classes).toEqual({ held: 2, passed: 3, unknown: 2 })
  })

  it('count by the worst that holds, and only what is held', () => {
    const totals = totalsOf([
      merge('1', hold({ severity: 'low' })),
      merge('2', hold({ severity: 'medium' })),
      merge('3', hold({ severity: 'medium' })),
      merge('4', hold({ severity: 'high' })),
      merge('5', hold({ severity: 'critical' })),
      merge('6', hold({ severity: 'critical' })),
      merge('7', hold({ severity: 'critical' })),
      merge('8', { severity: 'critical' }),
    ])
    expect(totals.severities).toEqual({ low: 1, medium: 2, high: 1, critical: 3 })
  })

  it('count windows and what nobody owns, of what is held', () => {
    const totals = totalsOf([
      merge('1', hold({ window: true, unowned: ['a.yaml', 'b.yaml'] })),
      merge('2', hold({ window: true })),
      merge('3', hold({})),
      merge('4', { window: true, unowned: ['c.yaml'] }),
    ])
    expect([totals.windows, totals.unowned]).toEqual([2, 1])
  })

  it('count a rule once for each merge, and alone where nothing else holds', () => {
    const totals = totalsOf([
      merge('1', hold({ holding: [by('a', { severity: 'medium' }), by('a'), by('b', { severity: 'low' })] })),
      merge('2', hold({ holding: [by('a', { severity: 'low' }), by('a', { severity: 'low' })] })),
    ])
    expect(totals.rules).toEqual([
      {
        rule: 'a',
        severity: 'high',
        merges: 2,
        alone: 1,
        findings: 4,
        example: { commit: sha('1'), message: 'a seen' },
      },
      {
        rule: 'b',
        severity: 'low',
        merges: 1,
        alone: 0,
        findings: 1,
        example: { commit: sha('1'), message: 'b seen' },
      },
    ])
  })

  it('keep the worst severity of a rule, whichever merge it comes with', () => {
    const totals = totalsOf([
      merge('1', hold({ holding: [by('a', { severity: 'low' })] })),
      merge('2', hold({ holding: [by('a', { severity: 'critical' })] })),
      merge('3', hold({ holding: [by('a', { severity: 'medium' })] })),
    ])
    expect(totals.rules).toMatchObject([{ severity: 'critical', merges: 3, alone: 3, findings: 3 }])
  })

  it('name the rule that holds most first, then what holds alone most, then by name', () => {
    const totals = totalsOf([
      merge('1', hold({ holding: [by('often'), by('zeta'), by('beta')] })),
      merge('2', hold({ holding: [by('often')] })),
      merge('3', hold({ holding: [by('alone')] })),
      merge('4', hold({ holding: [by('often'), by('gamma')] })),
    ])
    expect(totals.rules.map(({ rule }) => rule)).toEqual(['often', 'alone', 'beta', 'gamma', 'zeta'])
  })

  it('name who would have been asked most first, then by name', () => {
    const totals = totalsOf([
      merge('1', hold({ ask: ['@zoe', '@acme/net'] })),
      merge('2', hold({ ask: ['@acme/net'] })),
      merge('3', hold({ ask: ['@ben'] })),
      merge('4', { ask: ['@nobody'] }),
    ])
    expect(totals.owners).toEqual([
      { owner: '@acme/net', merges: 2 },
      { owner: '@ben', merges: 1 },
      { owner: '@zoe', merges: 1 },
    ])
  })

  it('are those of the policy that is compared with, where there is one', () => {
    const merges = [
      merge('1', {}, hold({ holding: [by('old')] })),
      merge('2', hold({ holding: [by('new')] })),
    ]
    expect(totalsOf(merges, 'old')).toMatchObject({
      classes: { held: 1, passed: 0 },
      rules: [{ rule: 'old' }],
    })
    expect(totalsOf(merges)).toMatchObject({ classes: { held: 1, passed: 1 }, rules: [{ rule: 'new' }] })
  })
})
