import { expect, it } from 'vitest'
import { whomToAsk } from '../../../src/core/approvals/whom-to-ask.ts'
import type { Facts, Team } from '../../../src/core/model/facts.ts'
import {
  baseFacts,
  byCommit,
  C1,
  check,
  contents,
  finding,
  requirement,
  review,
} from '../../support/approval-world.ts'

const teams: ReadonlyMap<string, Team> = new Map<string, Team>([
  ['@org/x', { members: ['amy', 'dan', 'gus'] }],
  ['@org/y', { members: ['dan', 'hal'] }],
  ['@org/dark', { unreadable: '403' }],
])

it.each([
  { name: 'nobody when nothing is asked', asked: [], want: [] },
  {
    name: 'one who meets both',
    asked: [{ from: ['@nia', '@dan'] }, { from: ['@kim', '@dan'] }],
    want: ['@dan'],
  },
  { name: 'the first of several', asked: [{ from: ['@nia', '@dan'] }], want: ['@nia'] },
  {
    name: 'a team rather than its two members',
    asked: [{ from: ['@dan', '@gus', '@org/x'], count: 2 }],
    want: ['@org/x'],
  },
  {
    name: 'two who meet two distinct ones',
    asked: [
      { from: ['@dan', '@nia'], distinct: 'd' },
      { from: ['@dan'], distinct: 'd' },
    ],
    want: ['@dan', '@nia'],
  },
  {
    name: 'a team of enough people for two distinct ones',
    asked: [
      { from: ['@org/y'], distinct: 'd' },
      { from: ['@org/y'], distinct: 'd' },
    ],
    want: ['@org/y'],
  },
  {
    name: 'nobody for what cannot be met, somebody for the rest',
    asked: [{ from: ['@org/y'], count: 3 }, { from: ['@nia'] }],
    want: ['@nia'],
  },
  {
    name: 'nobody for what is not known',
    asked: [{ from: ['@org/dark'] }, { from: ['@nia'] }],
    want: ['@nia'],
  },
  { name: 'nobody for a path without owner', asked: [{ from: [], unowned: ['a'] }], want: [] },
])('$name', ({ asked, want }) => {
  const facts = baseFacts({ teams, reviews: [] })
  expect(ask(facts, asked)).toEqual(want)
})

it('only those who are still missing', () => {
  const facts = baseFacts({ teams, reviews: [review('dan', 'APPROVED', 20)] })
  expect(ask(facts, [{ from: ['@dan', '@nia', '@kim'], count: 2 }])).toEqual(['@nia'])
})

it('whose approval went stale', () => {
  const facts = baseFacts({ teams, reviews: [review('dan', 'APPROVED', 20, { commit: null })] })
  expect(ask(facts, [{ from: ['@dan'] }])).toEqual(['@dan'])
})

it('more owners than can be tried out: a set from which nobody can be left out', () => {
  const many = Array.from({ length: 15 }, (_, index) => `@u${String(index)}`)
  const asked = many.map((owner, index) => ({ from: [owner, many[(index + 1) % 15] ?? owner] }))
  const found = ask(baseFacts({ teams, reviews: [] }), asked)
  expect(asked.every(({ from }) => from.some((owner) => found.includes(owner)))).toBe(true)
  expect(found.length).toBeLessThanOrEqual(10)
})

it('who gave a part of it may be asked again for the rest', () => {
  const facts = baseFacts({ teams, reviews: [review('dan', 'APPROVED', 20, { commit: C1 })] })
  const asked = [requirement({ from: ['@dan'], findings: [finding('web'), finding('api')] })]
  const covered = check(asked, facts, byCommit([C1, { web: '1' }]), contents({ web: '1', api: '2' }))
  expect(whomToAsk(covered.verdicts, facts)).toEqual(['@dan'])
})

it('nobody twice: who approved is not asked once more for the second approval', () => {
  const facts = baseFacts({ teams, reviews: [review('dan', 'APPROVED', 20)] })
  expect(ask(facts, [{ from: ['@org/y'], count: 2 }])).toEqual(['@org/y'])
  expect(ask(facts, [{ from: ['@dan'], count: 2 }])).toEqual([])
})

it('somebody else where one person would have to serve twice', () => {
  const facts = baseFacts({ teams, reviews: [review('dan', 'APPROVED', 20)] })
  const apart = { from: ['@dan', '@nia'], distinct: 'd' } as const
  expect(ask(facts, [apart, apart])).toEqual(['@nia'])
})

it('a team that was not read, before anybody approved: it may have enough people', () => {
  const facts = baseFacts({ teams, reviews: [] })
  expect(ask(facts, [{ from: ['@org/other'], count: 2 }])).toEqual(['@org/other'])
  expect(ask(facts, [{ from: ['@org/other'], count: 2 }, { from: ['@nia'] }])).toEqual(['@org/other', '@nia'])
})

function ask(facts: Facts, asked: readonly Parameters<typeof requirement>[0][]): readonly string[] {
  return whomToAsk(
    check(
      asked.map((one) => requirement(one)),
      facts,
    ).verdicts,
    facts,
  )
}
