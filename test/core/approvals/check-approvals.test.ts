import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Commit, Facts, Review } from '../../../src/core/model/facts.ts'
import type { ApprovalRequirement } from '../../../src/core/model/requirement.ts'
import {
  baseFacts,
  byCommit,
  C1,
  C2,
  C3,
  C4,
  check,
  commit,
  contents,
  dismissed,
  finding,
  person,
  pullRequest,
  requirement,
  review,
  shaOf,
  summary,
  t,
  whyNot,
  writer,
} from '../../support/approval-world.ts'

const CRITICAL = { excludeCommitters: true } as const
const WEB_FLOW = { id: 19864447, login: 'web-flow', type: 'User' }

function factsWith(extra: Partial<Commit>): Facts {
  return baseFacts({
    commits: [...baseFacts().commits, { ...commit(C4, person('amy'), person('amy')), ...extra }],
  })
}

function pushed(heads: Facts['heads'], commits = baseFacts().commits): ReturnType<typeof check> {
  return check(requirement(CRITICAL), baseFacts({ heads, commits, reviews: [review('gus', 'APPROVED', 80)] }))
}

describe('commits of nobody', () => {
  it.each([{ author: null }, { committer: null }])('hold where committers are excluded: %j', (extra) => {
    const answers = check(requirement(CRITICAL), factsWith(extra))
    expect(summary(answers)).toEqual(['unmet unknown-committer'])
    expect(answers.verdicts[0]).toMatchObject({ by: [], reason: { commits: [C4] } })
    expect(answers.counted).toEqual([])
    expect(whyNot(answers, 'gus')).toEqual({ code: 'unknown-committer', commits: [C4] })
  })

  it.each([
    { name: 'elsewhere', asked: requirement(), extra: { author: null } },
    {
      name: 'when the merge is automatic',
      asked: requirement(CRITICAL),
      extra: { committer: null, automaticMerge: true },
    },
    {
      name: "when the committer is GitHub's own",
      asked: requirement(CRITICAL),
      extra: { committer: WEB_FLOW },
    },
  ])('do not hold $name', ({ asked, extra }) => {
    expect(check(asked, factsWith(extra)).verdicts[0]?.verdict).toBe('met')
  })
})

describe('pushers', () => {
  it('of the present head do not count where committers are excluded', () => {
    const answers = pushed([{ sha: C3, at: t(10), by: person('gus') }])
    expect(whyNot(answers, 'gus')).toEqual({ code: 'last-pusher' })
  })

  it('of an earlier head that is still part of it do not count either', () => {
    const answers = pushed([
      { sha: C2, at: t(9), by: person('gus') },
      { sha: C3, at: t(10), by: person('amy') },
    ])
    expect(whyNot(answers, 'gus')).toEqual({ code: 'last-pusher' })
  })

  it('of a head that is gone count', () => {
    const gone = { sha: shaOf('e'), at: t(9), by: person('gus') }
    expect(summary(pushed([gone, { sha: C3, at: t(10), by: person('amy') }]))).toEqual(['met by gus'])
  })

  it('of an update merge count: they wrote nothing', () => {
    const commits = [
      commit(C1, person('amy'), person('amy')),
      { ...commit(C3, person('gus'), WEB_FLOW), automaticMerge: true },
    ]
    expect(summary(pushed([{ sha: C3, at: t(10), by: person('gus') }], commits))).toEqual(['met by gus'])
  })
})

describe('several findings of one requirement', () => {
  const two = requirement({ findings: [finding('x'), finding('y')] })
  const head = contents({ x: '2', y: '2' })
  const commits = byCommit([C1, { x: '2', y: '1' }], [C2, { x: '1', y: '2' }])
  const dan = review('dan', 'APPROVED', 20, { commit: C1 })
  const gus = review('gus', 'APPROVED', 30, { commit: C2 })

  it('need each to be covered', () => {
    const answers = check(two, baseFacts({ reviews: [dan] }), commits, head)
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(answers.counted).toMatchObject([{ by: { login: 'dan' }, covers: ['rule.x'] }])
    expect(whyNot(answers, 'dan')).toEqual({ code: 'stale', on: C1, subjects: ['Deployment shop/y'] })
    expect(answers.verdicts[0]?.candidates).toEqual(['@org/all'])
  })

  it('may be covered by different people', () => {
    const answers = check(two, baseFacts({ reviews: [dan, gus] }), commits, head)
    expect(summary(answers)).toEqual(['met by dan, gus'])
    expect(answers.notCounted).toEqual([])
  })

  it('let a person who covers a part serve one requirement only, with distinct', () => {
    const asked = [
      { ...two, from: ['@dan', '@gus'], distinct: 'd' },
      requirement({ from: ['@gus', '@nia'], findings: [finding('y')], distinct: 'd' }),
    ]
    const both = baseFacts({ reviews: [dan, gus] })
    expect(summary(check(asked, both, commits, head))).toEqual(['met by dan, gus', 'unmet same-person'])
    const three = baseFacts({ reviews: [dan, gus, review('nia', 'APPROVED', 40)] })
    expect(summary(check(asked, three, commits, head))).toEqual(['met by dan, gus', 'met by nia'])
  })
})

describe('what a commit covers', () => {
  it.each([
    { name: 'a commit that is not known', commits: new Map(), head: contents({ web: 'new' }) },
    { name: 'a commit that says nothing', commits: byCommit([C2, {}]), head: contents({ web: 'new' }) },
    {
      name: 'a finding about what the head does not change',
      commits: byCommit([C2, {}]),
      head: contents({}),
    },
  ])('is nothing for $name', ({ commits, head }) => {
    const facts = baseFacts({ reviews: [review('dan', 'APPROVED', 20, { commit: C2 })] })
    expect(dismissed(check(requirement(), facts, commits, head))).toEqual(['dan stale'])
  })

  it('is a deletion when both delete', () => {
    const facts = baseFacts({ reviews: [review('dan', 'APPROVED', 20, { commit: C2 })] })
    const answers = check(
      requirement(),
      facts,
      byCommit([C2, { web: 'deleted' }]),
      contents({ web: 'deleted' }),
    )
    expect(summary(answers)).toEqual(['met by dan'])
  })

  it('is everything for the head itself', () => {
    const facts = baseFacts({ reviews: [review('dan', 'APPROVED', 20, { commit: 'head' })] })
    expect(summary(check(requirement(), facts))).toEqual(['met by dan'])
  })
})

describe('strict', () => {
  const strict = requirement({ strict: true })

  it.each([
    { name: 'after the head arrived', change: {}, want: 'met by dan' },
    {
      name: 'before the head arrived, though GitHub moved it there',
      change: { submittedAt: t(9) },
      want: 'unmet approvals-missing 0/1',
    },
    { name: 'in the second in which the head arrived', change: { submittedAt: t(10) }, want: 'met by dan' },
    { name: 'on another commit', change: { commit: C2 }, want: 'unmet approvals-missing 0/1' },
  ])('$name', ({ change, want }) => {
    const facts = baseFacts({ reviews: [review('dan', 'APPROVED', 20, change)] })
    expect(summary(check(strict, facts, byCommit([C2, { web: 'new' }])))).toEqual([want])
  })

  it('counts the last time that a commit became the head', () => {
    const heads = [...baseFacts().heads, { sha: C3, at: t(30), by: person('cat') }]
    const facts = baseFacts({ heads, reviews: [review('dan', 'APPROVED', 20)] })
    expect(dismissed(check(strict, facts))).toEqual(['dan stale'])
  })

  it('knows no arrival, so nothing counts', () => {
    const facts = baseFacts({ heads: [], reviews: [review('dan', 'APPROVED', 20)] })
    expect(dismissed(check(strict, facts))).toEqual(['dan stale'])
  })

  it('compared directories have one head, which was always there', () => {
    const reviews = [review('dan', 'APPROVED', 20, { commit: 'head' })]
    expect(summary(check(strict, baseFacts({ heads: [], reviews })))).toEqual(['met by dan'])
  })
})

describe('what could not be read', () => {
  it.each([
    { list: 'commits', asked: requirement(CRITICAL), want: 'indeterminate' },
    { list: 'heads', asked: requirement(CRITICAL), want: 'indeterminate' },
    { list: 'heads', asked: requirement({ strict: true }), want: 'indeterminate' },
    { list: 'commits', asked: requirement(), want: 'met' },
    { list: 'labels', asked: requirement(), want: 'met' },
    { list: 'teams', asked: requirement({ from: ['@org/cool'], count: 2 }), want: 'indeterminate' },
    { list: 'teams', asked: requirement({ from: ['@dan', '@gus'], count: 2 }), want: 'met' },
  ] as const)('$list: $want', ({ list, asked, want }) => {
    const [verdict] = check(asked, baseFacts({ incomplete: [list] })).verdicts
    expect(verdict?.verdict).toBe(want)
    if (want === 'indeterminate') expect(verdict?.reason).toEqual({ code: 'facts-incomplete', lists: [list] })
  })

  it('the pull request: its author may be the one who approved', () => {
    const [verdict] = check(
      requirement(),
      baseFacts({ pullRequest: null, reviews: [review('dan', 'APPROVED', 20, { commit: 'head' })] }),
    ).verdicts
    expect(verdict).toMatchObject({ verdict: 'indeterminate', reason: { lists: ['pullRequest'] } })
  })

  it('nothing at all: the approval is missing, not a team', () => {
    const facts = baseFacts({ pullRequest: null, reviews: [], teams: new Map() })
    const answers = check(requirement(), facts)
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(answers.verdicts[0]?.candidates).toEqual(['@org/all'])
  })

  it('a team that refuses, before anybody approved', () => {
    const facts = baseFacts({ reviews: [], teams: new Map([['@org/all', { unreadable: '403' }]]) })
    expect(summary(check(requirement(), facts))).toEqual(['indeterminate team-unreadable'])
  })

  it('an e-mail address names nobody and says so', () => {
    const [verdict] = check(requirement({ from: ['dan@example.com', '@dan'] })).verdicts
    expect(verdict).toMatchObject({
      verdict: 'met',
      notes: [{ code: 'owner-unresolvable', owners: ['dan@example.com'] }],
    })
  })
})

describe('people', () => {
  it('are found whatever the capitals of owner and team', () => {
    const teams = new Map([['@org/all', { members: ['DAN'] }]])
    const facts = baseFacts({ teams, reviews: [review('dan', 'APPROVED', 20)] })
    expect(summary(check(requirement({ from: ['@Org/All'] }), facts))).toEqual(['met by dan'])
    expect(summary(check(requirement({ from: ['@Dan'] }), facts))).toEqual(['met by dan'])
  })

  it('are told apart by id: a new login is the same person', () => {
    const renamed = { ...writer('amy'), login: 'amelia' }
    const facts = baseFacts({ reviews: [review(renamed, 'APPROVED', 20)] })
    expect(dismissed(check(requirement({ from: ['@amelia'] }), facts))).toEqual(['amelia author'])
  })

  it('who deleted their account do not count', () => {
    const answers = check(requirement(), baseFacts({ reviews: [review(null, 'APPROVED', 20)] }))
    expect(dismissed(answers)).toEqual(['nobody no-write-access'])
  })

  it('may be in a team that could not be read', () => {
    const facts = baseFacts({ teams: new Map([['@org/all', { unreadable: '403' }]]) })
    expect(whyNot(check(requirement(), facts), 'dan')).toMatchObject({ unreadable: ['@org/all'] })
  })
})

describe('candidates', () => {
  it.each([
    { name: 'not the author', asked: requirement({ from: ['@amy', '@nia'] }), want: ['@nia'] },
    {
      name: 'not a committer where those are excluded',
      asked: requirement({ from: ['@bob', '@nia'], ...CRITICAL }),
      want: ['@nia'],
    },
    {
      name: 'not who counts already',
      asked: requirement({ from: ['@dan', '@nia'], count: 2 }),
      want: ['@nia'],
    },
    {
      name: 'not a team that nobody is left of',
      asked: requirement({ from: ['@org/cool', '@nia'], count: 2 }),
      want: ['@nia'],
    },
    { name: 'not an address', asked: requirement({ from: ['x@example.com', '@nia'] }), want: ['@nia'] },
    { name: 'nobody once it is met', asked: requirement({ from: ['@dan', '@nia'] }), want: [] },
  ])('$name', ({ asked, want }) => {
    expect(check(asked).verdicts[0]?.candidates).toEqual(want)
  })

  it('not who serves another distinct requirement', () => {
    const asked = [
      requirement({ from: ['@dan'], distinct: 'd' }),
      requirement({ from: ['@dan', '@nia'], distinct: 'd' }),
    ]
    expect(check(asked).verdicts[1]?.candidates).toEqual(['@nia'])
  })
})

describe('for any facts', () => {
  const names = ['amy', 'bob', 'cat', 'dan', 'gus', 'nia'] as const
  const shas = [C1, C2, C3, C4] as const
  const anyReview: fc.Arbitrary<Review> = fc
    .record({
      name: fc.constantFrom(...names),
      type: fc.constantFrom('User', 'User', 'User', 'Bot'),
      canWrite: fc.constantFrom(true, true, false, null),
      state: fc.constantFrom('APPROVED', 'APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED'),
      commit: fc.constantFrom(...shas, null),
      minute: fc.integer({ min: 0, max: 5 }),
      id: fc.integer({ min: 1, max: 1000 }),
    })
    .map(({ name, type, canWrite, state, commit: on, minute, id }) =>
      review({ ...person(name), type, canWrite }, state, minute, { id, commit: on }),
    )
  const anyRequirement: fc.Arbitrary<ApprovalRequirement> = fc
    .record({
      from: fc.subarray([...names.map((name) => `@${name}`), '@org/all', '@org/secret']),
      count: fc.integer({ min: 1, max: 3 }),
      strict: fc.boolean(),
      excludeCommitters: fc.boolean(),
      distinct: fc.constantFrom(null, 'd'),
      findings: fc.subarray([finding('x'), finding('y'), finding('z')], { minLength: 1 }),
    })
    .map((change) => requirement(change))
  const anyContents = fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.constantFrom('1', '2'))
  const world = fc.record({
    reviews: fc.uniqueArray(anyReview, { selector: ({ id }) => id, maxLength: 8 }),
    asked: fc.array(anyRequirement, { minLength: 1, maxLength: 4 }),
    head: anyContents,
    before: fc.tuple(anyContents, anyContents),
    commits: fc.subarray([
      commit(C1, person('amy'), person('amy')),
      commit(C2, person('bob'), person('cat')),
      commit(C4, null, person('amy')),
    ]),
  })

  it('nobody counts who may not, for nothing that changed since', () => {
    fc.assert(
      fc.property(world, ({ reviews, asked, head, before, commits }) => {
        const facts = baseFacts({ reviews, commits, pullRequest: pullRequest(C3) })
        const known = byCommit([C1, before[0]], [C2, before[1]])
        const { verdicts, counted } = check(asked, facts, known, contents(head))
        for (const approval of counted) {
          const given = reviews.find(({ id }) => id === approval.review)
          expect(given).toMatchObject({ state: 'APPROVED', by: { type: 'User', canWrite: true } })
          expect(approval.by.login).not.toBe('amy')
          const later = reviews.filter(
            (other) =>
              other.by?.id === given?.by?.id &&
              other.state !== 'COMMENTED' &&
              (other.submittedAt - (given?.submittedAt ?? 0) || other.id - (given?.id ?? 0)) > 0,
          )
          expect(later).toEqual([])
          for (const rule of approval.covers) {
            const name = rule.replace('rule.', '')
            const at = { [C1]: before[0], [C2]: before[1], [C3]: head }[String(approval.commit)] ?? {}
            expect(approval.commit === C3 || (head[name] !== undefined && at[name] === head[name])).toBe(true)
          }
        }
        for (const verdict of verdicts) {
          const { requirement: one, by } = verdict
          if (one.excludeCommitters) {
            const wrote = commits.flatMap(({ author, committer }) => [author?.id, committer?.id])
            expect(by.filter(({ id }) => wrote.includes(id))).toEqual([])
          }
          if (verdict.verdict !== 'met') continue
          expect(by.length).toBeGreaterThanOrEqual(one.count)
          for (const { rule } of one.findings) {
            const covering = counted.filter(
              (approval) => approval.covers.includes(rule) && by.some(({ id }) => id === approval.by.id),
            )
            expect(covering.length).toBeGreaterThanOrEqual(one.count)
          }
        }
        const distinct = verdicts.filter((verdict) => verdict.requirement.distinct === 'd')
        const served = distinct.flatMap(({ by }) => by.map(({ id }) => id))
        expect(new Set(served).size).toBe(served.length)
      }),
      { numRuns: 500 },
    )
  })

  it('the order of reviews, commits and teams says nothing', () => {
    fc.assert(
      fc.property(world, ({ reviews, asked, head, before, commits }) => {
        const facts = baseFacts({ reviews, commits })
        const turned = {
          ...facts,
          reviews: reviews.toReversed(),
          commits: commits.toReversed(),
          teams: new Map([...facts.teams].toReversed()),
        }
        const known = byCommit([C1, before[0]], [C2, before[1]])
        expect(check(asked, turned, known, contents(head))).toEqual(
          check(asked, facts, known, contents(head)),
        )
      }),
    )
  })

  it('every review that approves is counted or listed', () => {
    fc.assert(
      fc.property(world, ({ reviews, asked, head, before, commits }) => {
        const known = byCommit([C1, before[0]], [C2, before[1]])
        const answers = check(asked, baseFacts({ reviews, commits }), known, contents(head))
        const listed = new Set([...answers.counted, ...answers.notCounted].map((one) => one.review))
        for (const { id, state } of reviews) {
          if (state === 'APPROVED' || state === 'DISMISSED') expect(listed.has(id)).toBe(true)
        }
        const ids = answers.notCounted.map((one) => one.review)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
