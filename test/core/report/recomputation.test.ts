import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { decisionJson } from '../../../src/core/report/decision-json.ts'
import {
  differencesOf,
  recomputationJson,
  recomputationText,
} from '../../../src/core/report/recomputation.ts'
import { aDecision, at } from '../../support/decision.ts'

const recorded = decisionJson(aDecision())

function now(change: Parameters<typeof aDecision>[0]): JsonObject {
  return decisionJson(aDecision(change))
}

describe('a decision and the one that was recorded', () => {
  it('are the same', () => {
    expect(differencesOf(recorded, now({}))).toEqual([])
    expect(recomputationText([])).toBe('same: the recorded decision comes out again.\n')
    expect(recomputationJson([])).toEqual({ kind: 'Recomputation', same: true, differences: [] })
  })

  it.each(['policy', 'facts', 'changes'] as const)('differ in the %s', (part) => {
    const digests = { policy: 'sha256:01', facts: 'sha256:02', changes: 'sha256:03', [part]: 'sha256:ff' }
    const differences = differencesOf(recorded, now({ digests, outcome: 'error' }))
    expect(differences).toEqual([
      { part, pointer: `/digests/${part}`, recorded: expect.stringMatching(/^sha256:0/), now: 'sha256:ff' },
    ])
    expect(recomputationText(differences)).toMatch(new RegExp(`^differs in the ${part}: .*now sha256:ff`))
  })

  it('differ in every part', () => {
    const digests = { policy: 'sha256:a', facts: 'sha256:b', changes: 'sha256:c' }
    expect(differencesOf(recorded, now({ digests })).map(({ part }) => part)).toEqual([
      'policy',
      'facts',
      'changes',
    ])
  })

  it('differ in the answer to the same', () => {
    const differences = differencesOf(recorded, now({ nextChangeAt: at('2026-11-23T10:00:00Z') }))
    expect(differences).toEqual([
      { part: 'decision', pointer: '/nextChangeAt', recorded: null, now: '2026-11-23T10:00:00Z' },
    ])
    expect(recomputationText(differences)).toBe(
      'differs at /nextChangeAt: the same was decided on, and the answer is another (recorded null, now 2026-11-23T10:00:00Z).\n',
    )
  })

  it('differ in what one of them lacks, and in the length of a list', () => {
    expect(differencesOf({ ...recorded, more: 1n }, recorded)).toEqual([
      { part: 'decision', pointer: '/more', recorded: 1n, now: undefined },
    ])
    expect(differencesOf({ ...recorded, policies: ['a', 'b'] }, recorded)).toHaveLength(1)
    expect(differencesOf({ ...recorded, policies: ['a'] }, recorded)[0]?.pointer).toBe('/policies/0')
    expect(recomputationJson([{ part: 'decision', pointer: '/more', recorded: 1n, now: undefined }])).toEqual(
      {
        kind: 'Recomputation',
        same: false,
        differences: [{ part: 'decision', pointer: '/more', recorded: 1n }],
      },
    )
  })

  it('are shown in a few places, each short and harmless', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`k${String(n)}`, 'x'.repeat(200)]))
    const differences = differencesOf({ ...recorded, ...many }, recorded)
    expect(differences).toHaveLength(10)
    for (const line of recomputationText(differences).trim().split('\n'))
      expect(line.length).toBeLessThan(260)
    expect(
      recomputationText(differencesOf({ ...recorded, summary: '\u001B[31mred' }, recorded)),
    ).not.toContain('\u001B')
  })
})
