import { describe, expect, it } from 'vitest'
import { whomToAsk } from '../../../src/core/approvals/whom-to-ask.ts'
import type { Actor, Facts, Review } from '../../../src/core/model/facts.ts'
import type { Sha } from '../../../src/core/model/ids.ts'
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
const bot: Actor = { id: 90, login: 'helper[bot]', type: 'Bot', canWrite: true }

function approvedOn(by: 'dan' | 'gus', on: Sha): Facts {
  return reviews(review(by, 'APPROVED', 20, { commit: on }))
}

function ask(facts: Facts, ...asked: readonly ApprovalRequirement[]): readonly string[] {
  return whomToAsk(check(asked, facts).verdicts, facts)
}

function blob(content: string): ReadonlyMap<string, string> {
  return new Map([['file:prod/x.bin', content]])
}

function reviews(...given: readonly Review[]): Facts {
  return baseFacts({ reviews: given })
}

describe('counting and identity', () => {
  it('A1: no requirement needs no review and lists none', () => {
    expect(check([])).toEqual({ verdicts: [], counted: [], notCounted: [] })
  })

  it('A2: an empty from is nobody', () => {
    const answers = check(requirement({ from: [] }))
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(answers.verdicts[0]?.reason).toMatchObject({ possible: [] })
  })

  it('A3: the author never counts', () => {
    const answers = check(requirement(), reviews(review('amy', 'APPROVED', 30)))
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(dismissed(answers)).toEqual(['amy author'])
  })

  it('A4: committers count below high', () => {
    expect(summary(check(requirement({ from: ['@bob', '@cat'] })))).toEqual(['met by bob, cat'])
  })

  it('A5: being listed twice does not lift the exclusion of a committer', () => {
    const asked = requirement({ from: ['@bob', '@org/all'], ...CRITICAL })
    const answers = check(asked, reviews(review('bob', 'APPROVED', 50)))
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(dismissed(answers)).toEqual(['bob committer'])
  })

  it('A6: exclusion is judged per requirement', () => {
    const answers = check([requirement({ from: ['@bob'] }), requirement({ from: ['@bob'], ...CRITICAL })])
    expect(summary(answers)).toEqual(['met by bob', 'unmet approvals-missing 0/1'])
  })

  it('A7: each approval that is there is listed with its code', () => {
    const answers = check(requirement({ from: ['@nobody'] }))
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(dismissed(answers)).toEqual(
      ['dan', 'bob', 'cat', 'ed', 'fay', 'gus', 'hal'].map((login) => `${login} not-in-group`),
    )
  })

  it('A8: a member of the team meets it', () => {
    expect(summary(check(requirement({ from: ['@org/cool'] })))).toEqual(['met by dan'])
  })

  it('A9: the sources of one from are a union', () => {
    expect(summary(check(requirement({ count: 2, from: ['@gus', '@org/cool'] })))).toEqual([
      'met by dan, gus',
    ])
  })

  it('A10: who comments and approves counts once', () => {
    const facts = reviews(review('dan', 'COMMENTED', 10), review('dan', 'APPROVED', 20))
    const answers = check(requirement({ from: ['@dan'] }), facts)
    expect(answers.counted.map((one) => one.review)).toEqual([20])
  })

  it('A11: who is not an active member is not in the team', () => {
    expect(whyNot(check(requirement({ from: ['@org/cool'] })), 'gus')).toEqual({
      code: 'not-in-group',
      from: ['@org/cool'],
    })
  })

  it('A12: writing is needed', () => {
    const triage = { ...writer('dan'), canWrite: false }
    const answers = check(
      requirement(),
      reviews(review(triage, 'APPROVED', 20), review('gus', 'APPROVED', 30)),
    )
    expect(summary(answers)).toEqual(['met by gus'])
    expect(dismissed(answers)).toEqual(['dan no-write-access'])
  })

  it('A12: writing that is not known is not there', () => {
    const unknown = { ...writer('dan'), canWrite: null }
    expect(dismissed(check(requirement(), reviews(review(unknown, 'APPROVED', 20))))).toEqual([
      'dan no-write-access',
    ])
  })
})

describe('new commits after an approval', () => {
  const changed = byCommit([C2, { web: 'old' }])
  const same = byCommit([C2, { web: 'new' }])

  it.each([{ strict: false }, { strict: true }])(
    'A13: the object changed since, strict $strict',
    ({ strict }) => {
      const answers = check(requirement({ strict }), approvedOn('dan', C2), changed)
      expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
      const why = { code: 'stale', on: C2, subjects: ['Deployment shop/web'] }
      expect(whyNot(answers, 'dan')).toEqual(strict ? { ...why, strict } : why)
    },
  )

  it('A14: something else changed since', () => {
    expect(summary(check(requirement(), approvedOn('gus', C2), same))).toEqual(['met by gus'])
    const strict = check(requirement({ strict: true }), approvedOn('gus', C2), same)
    expect(summary(strict)).toEqual(['unmet approvals-missing 0/1'])
    expect(dismissed(strict)).toEqual(['gus stale'])
  })

  it('A15: a review without commit covers nothing', () => {
    const answers = check(requirement(), reviews(review('dan', 'APPROVED', 20, { commit: null })))
    expect(dismissed(answers)).toEqual(['dan stale'])
  })

  it('A16: the base was merged in, with and without an effect on the object', () => {
    const facts = baseFacts({
      pullRequest: pullRequest(C4),
      heads: [...baseFacts().heads, { sha: C4, at: t(100), by: person('amy') }],
      reviews: [review('gus', 'APPROVED', 80)],
    })
    const kept = byCommit([C3, { web: 'new' }])
    expect(summary(check(requirement(), facts, kept))).toEqual(['met by gus'])
    expect(dismissed(check(requirement({ strict: true }), facts, kept))).toEqual(['gus stale'])
    const lost = byCommit([C3, { web: 'old' }])
    expect(dismissed(check(requirement(), facts, lost))).toEqual(['gus stale'])
    expect(dismissed(check(requirement({ strict: true }), facts, lost))).toEqual(['gus stale'])
  })

  it('A17: all that a merge brings belongs to the pull request', () => {
    const facts = baseFacts({ commits: [...baseFacts().commits, commit(C4, person('gus'), person('nia'))] })
    const answers = check(requirement({ from: ['@gus', '@nia'], ...CRITICAL }), facts)
    expect(dismissed(answers)).toContain('gus committer')
  })

  it('A18, A19, A22: nobody and no flag exempts the content', () => {
    const facts = baseFacts({
      commits: [...baseFacts().commits, { ...commit(C4, bot, bot), automaticMerge: true }],
      reviews: [review('dan', 'APPROVED', 20, { commit: C2 })],
    })
    expect(dismissed(check(requirement(), facts, changed))).toEqual(['dan stale'])
  })

  it('A20: who committed what a bot wrote is a committer', () => {
    const facts = baseFacts({ commits: [...baseFacts().commits, commit(C4, bot, person('gus'))] })
    expect(whyNot(check(requirement({ from: ['@gus'], ...CRITICAL }), facts), 'gus')).toEqual({
      code: 'committer',
    })
  })

  it('A21: of two approvals only the one on the changed object counts', () => {
    const facts = reviews(
      review('nia', 'APPROVED', 3, { commit: C1 }),
      review('gus', 'APPROVED', 7, { commit: C2 }),
    )
    const commits = byCommit([C1, { web: 'old' }], [C2, { web: 'new' }])
    const answers = check(requirement({ from: ['@nia', '@gus'], count: 2 }), facts, commits)
    expect(answers.counted.map(({ by }) => by.login)).toEqual(['gus'])
    expect(dismissed(answers)).toEqual(['nia stale'])
  })

  it('A23: the order of commits says nothing', () => {
    const facts = baseFacts({ commits: [...baseFacts().commits, commit(shaOf('d'), null, person('kim'))] })
    const turned = { ...facts, commits: facts.commits.toReversed(), reviews: facts.reviews.toReversed() }
    const asked = [requirement({ ...CRITICAL }), requirement()]
    expect(check(asked, turned)).toEqual(check(asked, facts))
  })
})

describe('edits, comments, dismissed reviews', () => {
  it('A26: only the state of a review counts', () => {
    const facts = reviews(
      review('dan', 'APPROVED', 20),
      review('bob', 'COMMENTED', 21),
      review('gus', 'APPROVED', 22),
    )
    const answers = check(requirement({ count: 2 }), facts)
    expect(summary(answers)).toEqual(['met by dan, gus'])
    expect(dismissed(answers)).toEqual([])
  })

  it('A27: a comment replaces no state', () => {
    const facts = reviews(review('dan', 'CHANGES_REQUESTED', 20), review('dan', 'COMMENTED', 30))
    expect(summary(check(requirement(), facts))).toEqual(['unmet changes-requested'])
  })

  it('A28: a dismissed review does not bring back an older one', () => {
    const facts = reviews(review('dan', 'APPROVED', 20), review('dan', 'DISMISSED', 30))
    const answers = check(requirement(), facts)
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(dismissed(answers)).toEqual(['dan superseded', 'dan dismissed'])
  })
})

describe('combining and errors', () => {
  const secret = new Map(baseFacts().teams).set('@org/secret', {
    unreadable: '403: members: read is missing',
  })
  const facts = baseFacts({ teams: secret })
  const unreadable = {
    code: 'team-unreadable',
    teams: [{ team: '@org/secret', why: '403: members: read is missing' }],
  }

  it('A33: one met and one unmet, with who could meet the other', () => {
    const answers = check([requirement({ from: ['@org/cool'] }), requirement({ from: ['@nia'] })])
    expect(summary(answers)).toEqual(['met by dan', 'unmet approvals-missing 0/1'])
    expect(answers.verdicts[1]?.candidates).toEqual(['@nia'])
  })

  it('A35: one met and one indeterminate', () => {
    const answers = check(
      [requirement({ from: ['@org/cool'] }), requirement({ from: ['@org/secret'] })],
      facts,
    )
    expect(summary(answers)).toEqual(['met by dan', 'indeterminate team-unreadable'])
  })

  it('A36: the reason names the source that was met', () => {
    const [verdict] = check(
      requirement({ from: ['@nobody', '@org/cool', '@fay'] }),
      reviews(review('dan', 'APPROVED', 20)),
    ).verdicts
    expect(verdict).toMatchObject({ verdict: 'met', reason: { code: 'approved', via: ['@org/cool'] } })
  })

  it('A37: met by one source, the error of the other is shown', () => {
    const [verdict] = check(requirement({ from: ['@org/cool', '@org/secret'] }), facts).verdicts
    expect(verdict).toMatchObject({ verdict: 'met', notes: [unreadable] })
  })

  it('A38: met by nobody beside a source that cannot be read', () => {
    const [verdict] = check(requirement({ from: ['@nobody', '@org/secret'] }), facts).verdicts
    expect(verdict).toMatchObject({ verdict: 'indeterminate', reason: unreadable })
  })

  it('A38: the same for a team that was not read although somebody in it may have approved', () => {
    const [verdict] = check(requirement({ from: ['@org/other'] })).verdicts
    expect(verdict).toMatchObject({
      verdict: 'indeterminate',
      reason: { code: 'team-unreadable', teams: [{ team: '@org/other', why: 'not read' }] },
    })
  })

  it('A39: changes requested and a source that cannot be read are both shown', () => {
    const given = { ...facts, reviews: [review('dan', 'CHANGES_REQUESTED', 20)] }
    const [verdict] = check(requirement({ from: ['@dan', '@org/secret'] }), given).verdicts
    expect(verdict).toMatchObject({ verdict: 'unmet', reason: { code: 'changes-requested' } })
    expect(verdict?.notes).toContainEqual(unreadable)
  })
})

describe('disapproval', () => {
  it('A41: an eligible person holds until they approve or are dismissed', () => {
    const objection = review('dan', 'CHANGES_REQUESTED', 20)
    const approval = review('gus', 'APPROVED', 30)
    const held = check(requirement(), reviews(objection, approval))
    expect(summary(held)).toEqual(['unmet changes-requested'])
    expect(held.verdicts[0]?.reason).toEqual({ code: 'changes-requested', by: [person('dan')] })
    expect(dismissed(held)).toEqual(['dan changes-requested'])
    expect(
      summary(check(requirement(), reviews(objection, approval, review('dan', 'APPROVED', 40)))),
    ).toEqual(['met by gus, dan'])
    expect(summary(check(requirement(), reviews({ ...objection, state: 'DISMISSED' }, approval)))).toEqual([
      'met by gus',
    ])
  })

  it('A42: comments lift nothing', () => {
    const facts = reviews(
      review('dan', 'CHANGES_REQUESTED', 20),
      review('dan', 'COMMENTED', 30),
      review('dan', 'CHANGES_REQUESTED', 40),
      review('gus', 'APPROVED', 50),
    )
    expect(summary(check(requirement(), facts))).toEqual(['unmet changes-requested'])
  })

  it('A43: one who could not have approved does not hold, but is listed', () => {
    const answers = check(requirement())
    expect(summary(answers)).toEqual(['met by dan, bob, cat, gus'])
    expect(whyNot(answers, 'fay')).toMatchObject({ code: 'not-in-group' })
  })
})

describe('asking for reviews', () => {
  it('A47: the author is never asked, nor who has approved', () => {
    const facts = reviews(review('dan', 'APPROVED', 20))
    expect(ask(facts, requirement({ count: 2, from: ['@amy', '@dan', '@gus'] }))).toEqual(['@gus'])
  })

  it('A47: what is indeterminate asks nobody', () => {
    expect(ask(baseFacts(), requirement({ from: ['@org/other'] }))).toEqual([])
  })
})

describe('ownership, matching, people', () => {
  it('A48: only the approval of what changed is stale', () => {
    const facts = reviews(
      review('dan', 'APPROVED', 3, { commit: C1 }),
      review('gus', 'APPROVED', 4, { commit: C1 }),
    )
    const asked = [
      requirement({ from: ['@dan'], findings: [finding('x')] }),
      requirement({ from: ['@gus'], findings: [finding('y')] }),
    ]
    const answers = check(asked, facts, byCommit([C1, { x: '1', y: '1' }]), contents({ x: '1', y: '2' }))
    expect(summary(answers)).toEqual(['met by dan', 'unmet approvals-missing 0/1'])
    expect(dismissed(answers)).toEqual(['gus stale'])
  })

  it('A49: a file is covered when its blob is the same', () => {
    const found = finding('x', {
      object: null,
      subject: { kind: 'file', path: 'prod/x.bin' },
      path: 'prod/x.bin',
    })
    const asked = requirement({ findings: [found] })
    const facts = reviews(review('dan', 'APPROVED', 3, { commit: C1 }))
    expect(summary(check(asked, facts, new Map([[C1, blob('file:1')]]), blob('file:1')))).toEqual([
      'met by dan',
    ])
    const stale = check(asked, facts, new Map([[C1, blob('file:1')]]), blob('symlink:1'))
    expect(whyNot(stale, 'dan')).toEqual({ code: 'stale', on: C1, subjects: ['prod/x.bin'] })
  })

  it('A50: the same lines in another object are another object', () => {
    const facts = reviews(review('dan', 'APPROVED', 3, { commit: C1 }))
    const asked = requirement({ findings: [finding('y')] })
    const answers = check(asked, facts, byCommit([C1, { x: '1' }]), contents({ y: '1' }))
    expect(dismissed(answers)).toEqual(['dan stale'])
  })

  it('A51: one person in two teams', () => {
    const facts = baseFacts({
      reviews: [review('dan', 'APPROVED', 20)],
      teams: new Map([
        ['@org/x', { members: ['dan', 'gus'] }],
        ['@org/y', { members: ['dan'] }],
      ]),
    })
    const [x, y] = [requirement({ from: ['@org/x'] }), requirement({ from: ['@org/y'] })]
    expect(summary(check([x, y], facts))).toEqual(['met by dan', 'met by dan'])
    const apart = check(
      [
        { ...x, distinct: 'high' },
        { ...y, distinct: 'high' },
      ],
      facts,
    )
    expect(summary(apart)).toEqual(['met by dan', 'unmet same-person'])
    expect(apart.verdicts[1]?.reason).toEqual({ code: 'same-person', by: [person('dan')] })
  })

  it('A52: changes requested after approving', () => {
    const facts = reviews(review('dan', 'APPROVED', 20), review('dan', 'CHANGES_REQUESTED', 30))
    const answers = check(requirement(), facts)
    expect(summary(answers)).toEqual(['unmet changes-requested'])
    expect(answers.counted).toEqual([])
    expect(dismissed(answers)).toEqual(['dan superseded', 'dan changes-requested'])
  })

  it('A53: a comment after approving', () => {
    const facts = reviews(review('dan', 'APPROVED', 20), review('dan', 'COMMENTED', 30))
    expect(summary(check(requirement(), facts))).toEqual(['met by dan'])
  })

  it.each([
    { first: 'APPROVED', second: 'CHANGES_REQUESTED', want: 'unmet changes-requested' },
    { first: 'CHANGES_REQUESTED', second: 'APPROVED', want: 'met by dan' },
  ] as const)('A54: in one second the higher id wins: $first, $second', ({ first, second, want }) => {
    const facts = reviews(review('dan', second, 20, { id: 100 }), review('dan', first, 20, { id: 99 }))
    expect(summary(check(requirement(), facts))).toEqual([want])
  })

  it('A55: what cannot be met says so and names who could', () => {
    const facts = baseFacts({ teams: new Map([['@org/all', { members: ['amy', 'dan', 'Gus', 'gus'] }]]) })
    const [verdict] = check(requirement({ count: 3 }), facts).verdicts
    expect(verdict?.reason).toEqual({ code: 'approvals-missing', have: 2, need: 3, possible: ['dan', 'gus'] })
  })

  it('A56: bots neither approve nor hold', () => {
    const second = { ...bot, id: 91, login: 'other[bot]' }
    const answers = check(
      requirement({ from: ['@helper[bot]', '@other[bot]'] }),
      reviews(review(bot, 'APPROVED', 20), review(second, 'CHANGES_REQUESTED', 21)),
    )
    expect(summary(answers)).toEqual(['unmet approvals-missing 0/1'])
    expect(dismissed(answers)).toEqual(['helper[bot] bot', 'other[bot] bot'])
  })

  it('A58: without an owner it holds', () => {
    const answers = check(requirement({ from: [], unowned: ['prod/web.yaml'] }))
    expect(answers.verdicts[0]).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'no-owner', paths: ['prod/web.yaml'] },
    })
    expect(summary(check(requirement({ from: ['@org/cool'], unowned: ['prod/web.yaml'] })))).toEqual([
      'met by dan',
    ])
  })

  it('A60: reviews that were not read to the end decide nothing', () => {
    const [verdict] = check(requirement(), baseFacts({ incomplete: ['reviews'] })).verdicts
    expect(verdict).toMatchObject({
      verdict: 'indeterminate',
      reason: { code: 'facts-incomplete', lists: ['reviews'] },
    })
  })
})

it('the base world itself', () => {
  const answers = check(requirement())
  expect(answers.counted).toEqual(
    (['dan', 'bob', 'cat', 'gus'] as const).map((name, at) => ({
      by: person(name),
      review: [20, 50, 60, 80][at],
      commit: C3,
      covers: ['rule.web'],
    })),
  )
  expect(dismissed(answers)).toEqual(['ed not-in-group', 'fay not-in-group', 'hal not-in-group'])
})
