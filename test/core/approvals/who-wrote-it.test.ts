import { describe, expect, it } from 'vitest'
import { whomToAsk } from '../../../src/core/approvals/whom-to-ask.ts'
import type { Actor } from '../../../src/core/model/facts.ts'
import {
  baseFacts,
  C1,
  C2,
  C3,
  check,
  commit,
  dismissed,
  person,
  pullRequest,
  requirement,
  review,
  summary,
  t,
  writer,
} from '../../support/approval-world.ts'

const STRICTER = { excludeCommitters: true } as const
const renovate: Actor = { id: 29_139_614, login: 'renovate[bot]', type: 'Bot', canWrite: true }

describe('who set an agent to work', () => {
  const facts = baseFacts({
    pullRequest: { ...pullRequest(C3), author: renovate, initiators: [person('dan'), person('gus')] },
    commits: [commit(C3, renovate, renovate)],
    reviews: [review('dan', 'APPROVED', 20), review('hal', 'APPROVED', 30)],
  })

  it('is an author, at every severity', () => {
    const answers = check(requirement({ from: ['@dan', '@hal'], count: 2 }), facts)
    expect(summary(answers)).toEqual(['unmet approvals-missing 1/2'])
    expect(dismissed(answers)).toEqual(['dan author'])
  })

  it('is not asked', () => {
    const { verdicts } = check(requirement({ from: ['@gus', '@kim'] }), facts)
    expect(verdicts[0]?.candidates).toEqual(['@kim'])
    expect(whomToAsk(verdicts, facts)).toEqual(['@kim'])
  })

  it('holds who approved when it could not be read', () => {
    const unread = { ...facts, incomplete: ['initiators'] as const }
    const [verdict] = check(requirement({ from: ['@hal'] }), unread).verdicts
    expect(verdict).toMatchObject({
      verdict: 'indeterminate',
      reason: { code: 'facts-incomplete', lists: ['initiators'] },
    })
  })

  it('is of no account before somebody approved', () => {
    const unread = { ...facts, reviews: [], incomplete: ['initiators'] as const }
    expect(summary(check(requirement({ from: ['@hal'] }), unread))).toEqual(['unmet approvals-missing 0/1'])
  })
})

describe('a head that nobody is known to have pushed', () => {
  const pushedBy = (...by: readonly ('amy' | null)[]) =>
    baseFacts({
      commits: [commit(C1, person('amy'), person('amy')), commit(C2, person('amy'), person('amy'))],
      heads: by.map((name, at) => ({
        sha: [C1, C2, C3][at] ?? C3,
        at: t(at),
        by: name === null ? null : person(name),
      })),
      reviews: [review('dan', 'APPROVED', 20)],
    })

  it.each([
    { name: 'the present one', facts: pushedBy('amy', 'amy', null) },
    { name: 'an earlier one that is still part of it', facts: pushedBy('amy', null, 'amy') },
    { name: 'several', facts: pushedBy(null, null, null) },
  ])('asks for one more where committers do not count: $name', ({ facts }) => {
    const asked = requirement({ from: ['@dan', '@gus'], ...STRICTER })
    const answers = check(asked, facts)
    expect(summary(answers)).toEqual(['unmet approvals-missing 1/2'])
    expect(answers.verdicts[0]?.notes).toContainEqual(expect.objectContaining({ code: 'pusher-unknown' }))
    const two = { ...facts, reviews: [...facts.reviews, review('gus', 'APPROVED', 30)] }
    expect(summary(check(asked, two))).toEqual(['met by dan, gus'])
  })

  it('asks for no more elsewhere', () => {
    const facts = pushedBy('amy', 'amy', null)
    expect(summary(check(requirement({ from: ['@dan'] }), facts))).toEqual(['met by dan'])
    expect(
      summary(check(requirement({ from: ['@dan'], ...STRICTER }), pushedBy('amy', 'amy', 'amy'))),
    ).toEqual(['met by dan'])
  })

  it('is forgotten once it is no part of the pull request', () => {
    const facts = { ...pushedBy('amy', null, 'amy'), commits: [commit(C1, person('amy'), person('amy'))] }
    expect(summary(check(requirement({ from: ['@dan'], ...STRICTER }), facts))).toEqual(['met by dan'])
  })

  it('adds nobody when it is an automatic merge', () => {
    const made = { ...commit(C3, person('amy'), person('amy')), automaticMerge: true }
    const facts = { ...pushedBy('amy', 'amy', null), commits: [made] }
    expect(summary(check(requirement({ from: ['@dan'], ...STRICTER }), facts))).toEqual(['met by dan'])
  })

  it('says when so many cannot be found', () => {
    const [verdict] = check(requirement({ from: ['@dan'], ...STRICTER }), pushedBy(null)).verdicts
    expect(verdict?.reason).toEqual({ code: 'approvals-missing', have: 1, need: 2, possible: ['dan'] })
  })
})

describe('a co-author', () => {
  const facts = baseFacts({
    commits: [{ ...commit(C3, person('amy'), person('amy')), coAuthors: [person('dan')] }],
    reviews: [review('dan', 'APPROVED', 20)],
  })

  it('counts, and it is told', () => {
    const [verdict] = check(requirement({ from: ['@dan'], ...STRICTER }), facts).verdicts
    expect(verdict).toMatchObject({
      verdict: 'met',
      notes: [{ code: 'co-author-named', by: [person('dan')] }],
    })
  })

  it('is told only where committers do not count, and of who counts', () => {
    expect(check(requirement({ from: ['@dan'] }), facts).verdicts[0]?.notes).toEqual([])
    const other = { ...facts, reviews: [review('gus', 'APPROVED', 20)] }
    expect(check(requirement({ from: ['@gus'], ...STRICTER }), other).verdicts[0]?.notes).toEqual([])
  })
})

describe('a bot', () => {
  const facts = baseFacts({ reviews: [{ ...review('dan', 'APPROVED', 20), by: renovate }] })

  it('counts where a policy lists it by its number', () => {
    expect(summary(check(requirement({ from: ['@renovate[bot]#29139614'] }), facts))).toEqual([
      'met by renovate[bot]',
    ])
  })

  it.each([
    { name: 'by its name', from: '@renovate[bot]' },
    { name: 'with the number of another', from: '@renovate[bot]#29139615' },
    { name: 'nowhere', from: '@dan' },
  ])('does not count listed $name', ({ from }) => {
    const answers = check(requirement({ from: [from] }), facts)
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(dismissed(answers)).toEqual(['renovate[bot] bot'])
  })

  it('counts only for the requirement that lists it', () => {
    const answers = check(
      [requirement({ from: ['@renovate[bot]#29139614'] }), requirement({ from: ['@gus'] })],
      facts,
    )
    expect(summary(answers)).toEqual(['met by renovate[bot]', 'unmet approvals-missing 0/1'])
  })

  it('counts by number whatever it is called now', () => {
    const renamed = { ...renovate, login: 'mend[bot]' }
    const given = baseFacts({ reviews: [{ ...review('dan', 'APPROVED', 20), by: renamed }] })
    expect(summary(check(requirement({ from: ['@renovate[bot]#29139614'] }), given))).toEqual([
      'met by mend[bot]',
    ])
  })

  it('has to be able to write, and never wrote it', () => {
    const from = ['@renovate[bot]#29139614']
    const reader = { ...review('dan', 'APPROVED', 20), by: { ...renovate, canWrite: false } }
    expect(dismissed(check(requirement({ from }), baseFacts({ reviews: [reader] })))).toEqual([
      'renovate[bot] no-write-access',
    ])
    const own = { ...facts, pullRequest: { ...pullRequest(C3), author: renovate } }
    expect(dismissed(check(requirement({ from }), own))).toEqual(['renovate[bot] author'])
  })

  it('is one that can be asked, and a person of that number is none', () => {
    const { verdicts } = check(requirement({ from: ['@renovate[bot]#29139614'] }), baseFacts({ reviews: [] }))
    expect(verdicts[0]?.candidates).toEqual(['@renovate[bot]#29139614'])
    const user = { ...writer('dan'), id: 29_139_614 }
    const given = baseFacts({ reviews: [{ ...review('dan', 'APPROVED', 20), by: user }] })
    expect(dismissed(check(requirement({ from: ['@renovate[bot]#29139614'] }), given))).toEqual([
      'dan not-in-group',
    ])
  })
})
