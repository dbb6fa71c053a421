import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../src/core/model/instant.ts'
import {
  baseFacts,
  byCommit,
  C2,
  C3,
  contents,
  commit,
  finding,
  person,
  requirement,
  review,
  check,
  t,
  writer,
} from '../../support/approval-world.ts'
import { BROKEN, broken, brokenFacts, held, inShort, labelled, says, seconds } from './glass-world.ts'

describe('the glass is broken', () => {
  it('by a listed person with a reason, when another one approved', () => {
    const verdict = broken(brokenFacts())
    expect(inShort(verdict)).toBe('met glass-broken')
    expect(verdict?.grant).toEqual({
      label: 'break-glass',
      brokenBy: person('nia'),
      brokenAt: t(BROKEN),
      notAfter: t(BROKEN + 60),
      reason: 'the shop is down',
      reviewDue: t(BROKEN + 24 * 60),
    })
    expect(verdict?.approval).toMatchObject({ verdict: 'met', by: [person('tess')] })
  })

  it('for everything that holds, and names what and whom it skips', () => {
    const facts = brokenFacts()
    const verdicts = check(
      [
        requirement({ from: ['@dan', '@org/all'], count: 2 }),
        requirement({ from: ['@tess'], findings: [finding('web')] }),
        requirement({ from: ['@org/unread'] }),
      ],
      facts,
    ).verdicts
    const verdict = broken(facts, { verdicts })
    expect(verdict?.skipped).toEqual([verdicts[0], verdicts[2]])
    expect(verdict?.skippedPeople).toEqual(['amy', 'bob', 'cat', 'dan', 'gus'])
  })

  it('by the author too, who at night is the one who mends', () => {
    const facts = brokenFacts({
      labelEvents: [labelled({ by: writer('amy') })],
      comments: [says('/break-glass down', { by: person('amy') })],
    })
    expect(inShort(broken(facts, { policy: { by: ['@amy', '@tess'] } }))).toBe('met glass-broken')
  })

  it('with the approval of somebody whom it skips', () => {
    const facts = brokenFacts({ reviews: [review('dan', 'APPROVED', 60)] })
    const verdicts = held(facts, { from: ['@dan'], count: 2 })
    expect(inShort(broken(facts, { verdicts }))).toBe('met glass-broken')
  })
})

it('counts whoever is asked in any case, also when their own requirement is met by that', () => {
  const facts = brokenFacts({ reviews: [review('dan', 'APPROVED', 60)] })
  const verdicts = [...held(facts), freeze('medium')]
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['met', 'unmet'])
  const verdict = broken(facts, { verdicts })
  expect(inShort(verdict)).toBe('met glass-broken')
  expect(verdict?.skipped).toHaveLength(1)
})

describe('nobody asks for it', () => {
  it.each([
    { name: 'the label is not there', facts: brokenFacts({ labels: [] }) },
    { name: 'another label is', facts: brokenFacts({ labels: ['break-glass-2'] }) },
  ])('when $name', ({ facts }) => {
    expect(broken(facts)).toBeNull()
  })

  it('when nothing holds', () => {
    const facts = brokenFacts({ reviews: [review('dan', 'APPROVED', 60)] })
    expect(broken(facts, { verdicts: held(facts) })).toBeNull()
  })
})

describe('it stays whole', () => {
  it.each([
    {
      name: 'the label has no event',
      change: { labelEvents: [] },
      want: 'unmet glass-label-without-event',
    },
    {
      name: 'the newest event took the label off',
      change: { labelEvents: [labelled(), labelled({ event: 'unlabeled', at: t(BROKEN + 2) })] },
      want: 'unmet glass-label-without-event',
    },
    {
      name: 'the event is about another label',
      change: { labelEvents: [labelled({ label: 'renamed-since' })] },
      want: 'unmet glass-label-without-event',
    },
    {
      name: 'a deleted account set the label',
      change: { labelEvents: [labelled({ by: null })] },
      want: 'unmet glass-breaker-not-allowed',
    },
    {
      name: 'somebody set it who is not listed',
      change: { labelEvents: [labelled({ by: writer('gus') })] },
      want: 'unmet glass-breaker-not-allowed',
    },
    {
      name: 'who set it cannot write',
      change: { labelEvents: [labelled({ by: { ...writer('nia'), canWrite: false } })] },
      want: 'unmet glass-breaker-not-allowed',
    },
    {
      name: 'it is not known whether who set it can write',
      change: { labelEvents: [labelled({ by: { ...writer('nia'), canWrite: null } })] },
      want: 'unmet glass-breaker-not-allowed',
    },
    {
      name: 'a bot set it',
      change: { labelEvents: [labelled({ by: { ...writer('nia'), type: 'Bot' } })] },
      want: 'unmet glass-breaker-not-allowed',
    },
    { name: 'nobody says why', change: { comments: [] }, want: 'unmet glass-reason-missing' },
    {
      name: 'somebody else says why',
      change: { comments: [says('/break-glass down', { by: person('gus') })] },
      want: 'unmet glass-reason-missing',
    },
    {
      name: 'the comment was edited',
      change: { comments: [says('/break-glass down', { editedAt: t(BROKEN + 2) })] },
      want: 'unmet glass-reason-edited',
    },
    { name: 'nobody approved', change: { reviews: [] }, want: 'unmet glass-approval approvals-missing' },
    {
      name: 'only who broke it approved',
      change: { reviews: [review('nia', 'APPROVED', 60)] },
      want: 'unmet glass-approval approvals-missing',
    },
    {
      name: 'only the author approved',
      change: { reviews: [review('amy', 'APPROVED', 60)] },
      want: 'unmet glass-approval approvals-missing',
    },
    {
      name: 'only somebody approved whom nothing asks',
      change: { reviews: [review('hal', 'APPROVED', 60)] },
      want: 'unmet glass-approval approvals-missing',
    },
    {
      name: 'somebody who could approve requests changes',
      change: { reviews: [review('tess', 'APPROVED', 60), review('dan', 'CHANGES_REQUESTED', 61)] },
      want: 'unmet glass-approval changes-requested',
    },
  ] as const)('when $name', ({ change, want }) => {
    expect(inShort(broken(brokenFacts(change)))).toBe(want)
  })

  it('when fewer approved than the policy asks for', () => {
    expect(inShort(broken(brokenFacts(), { policy: { approvals: 2 } }))).toBe(
      'unmet glass-approval approvals-missing',
    )
  })

  it.each([
    { name: 'a committer', by: 'bob', severity: 'high', want: 'unmet glass-approval approvals-missing' },
    { name: 'a committer below that', by: 'bob', severity: 'medium', want: 'met glass-broken' },
  ] as const)('with the approval of $name where committers do not count', ({ by, severity, want }) => {
    const facts = brokenFacts({ reviews: [review(by, 'APPROVED', 60)] })
    const findings = [finding('web', { severity })]
    const verdicts = held(facts, { findings, excludeCommitters: severity === 'high' })
    expect(inShort(broken(facts, { policy: { by: ['@nia', '@bob'] }, verdicts }))).toBe(want)
  })

  it('when a commit belongs to nobody, where committers do not count', () => {
    const facts = brokenFacts({ commits: [commit(C3, null, person('amy'))] })
    const verdicts = held(facts, { excludeCommitters: true })
    expect(inShort(broken(facts, { verdicts }))).toBe('unmet glass-approval unknown-committer')
  })
})

describe('what it covers', () => {
  const onOlder = brokenFacts({ labelEvents: [labelled({ commit: C2 })] })

  it('is what the head was when the label was set, as long as it becomes the same', () => {
    expect(inShort(broken(onOlder, { commits: byCommit([C2, { web: 'new' }]) }))).toBe('met glass-broken')
    expect(broken(onOlder, { commits: byCommit([C2, { web: 'old' }]) })?.reason).toEqual({
      code: 'glass-not-covering',
      subjects: ['Deployment shop/web'],
    })
  })

  it('is nothing when the head of that time is not known', () => {
    expect(inShort(broken(brokenFacts({ heads: [] })))).toBe('unmet glass-not-covering')
  })

  it('is everything that holds: one object that changed since is enough', () => {
    const facts = onOlder
    const verdicts = held(facts, { findings: [finding('web'), finding('api')] })
    const head = contents({ web: 'new', api: 'new' })
    const commits = byCommit([C2, { web: 'new', api: 'old' }])
    expect(broken(facts, { verdicts, head, commits })?.reason).toMatchObject({
      subjects: ['Deployment shop/api'],
    })
  })

  it('does not cover with an approval of something older', () => {
    const facts = brokenFacts({ reviews: [review('tess', 'APPROVED', 60, { commit: C2 })] })
    const commits = byCommit([C2, { web: 'old' }])
    expect(inShort(broken(facts, { commits }))).toBe('unmet glass-approval approvals-missing')
  })
})

describe('how long', () => {
  it.each([
    { now: seconds(BROKEN + 60, -1), want: 'met glass-broken' },
    { now: seconds(BROKEN + 60, 0), want: 'unmet glass-whole-again' },
    { now: seconds(BROKEN + 60, 1), want: 'unmet glass-whole-again' },
  ])('until the policy says: $want', ({ now, want }) => {
    expect(inShort(broken(brokenFacts({ now })))).toBe(want)
  })

  it('from the newest event on', () => {
    const again = [
      labelled(),
      labelled({ event: 'unlabeled', at: t(BROKEN + 2) }),
      labelled({ at: t(BROKEN + 5) }),
    ]
    expect(broken(brokenFacts({ labelEvents: again }))?.grant?.notAfter).toBe(t(BROKEN + 65))
  })
})

describe('the debt of an earlier one', () => {
  const debt = { pullRequest: 7, by: person('nia'), dueAt: t(BROKEN + 10), closedBy: null }
  it.each([
    { name: 'due this second', change: {}, want: 'unmet glass-debt-overdue' },
    { name: 'due in a second', change: { dueAt: seconds(BROKEN + 10, 1) }, want: 'met glass-broken' },
    { name: 'of somebody else', change: { by: person('tess') }, want: 'met glass-broken' },
    { name: 'that a reviewer closed', change: { closedBy: person('fay') }, want: 'met glass-broken' },
    {
      name: 'that its own debtor closed',
      change: { closedBy: person('nia') },
      want: 'unmet glass-debt-overdue',
    },
    {
      name: 'that anybody closed',
      change: { closedBy: person('gus') },
      want: 'unmet glass-debt-overdue',
    },
  ] as const)('$name: $want', ({ change, want }) => {
    expect(inShort(broken(brokenFacts({ debts: [{ ...debt, ...change }] })))).toBe(want)
  })

  it('names the pull request and when it was due', () => {
    expect(broken(brokenFacts({ debts: [debt] }))?.reason).toEqual({
      code: 'glass-debt-overdue',
      debts: [{ pullRequest: 7, dueAt: debt.dueAt }],
    })
  })

  it('names several by the time they were due, in whatever order they are known', () => {
    const [older, newer] = [{ ...debt, pullRequest: 9, dueAt: t(BROKEN) }, debt]
    const reasons = [
      [older, newer],
      [newer, older],
    ].map((debts) => broken(brokenFacts({ debts }))?.reason)
    expect(reasons[0]).toMatchObject({ debts: [{ pullRequest: 9 }, { pullRequest: 7 }] })
    expect(reasons[1]).toEqual(reasons[0])
  })

  it('is not known to be paid when the team of its reviewers cannot be read', () => {
    const facts = brokenFacts({ debts: [{ ...debt, closedBy: person('gus') }] })
    expect(inShort(broken(facts, { policy: { reviewedBy: ['@org/secret'] } }))).toBe(
      'indeterminate team-unreadable',
    )
    const open = brokenFacts({ debts: [debt] })
    expect(inShort(broken(open, { policy: { reviewedBy: ['@org/secret'] } }))).toBe(
      'unmet glass-debt-overdue',
    )
  })
})

describe('what is not known', () => {
  it.each(['labels', 'labelEvents', 'comments', 'debts', 'heads'] as const)('keeps it whole: %s', (list) => {
    expect(inShort(broken(brokenFacts({ incomplete: [list] })))).toBe('indeterminate facts-incomplete')
  })

  it('but the heads are not asked for where the event names its commit', () => {
    const facts = brokenFacts({ incomplete: ['heads'], labelEvents: [labelled({ commit: C3 })] })
    expect(inShort(broken(facts))).toBe('met glass-broken')
  })

  it('keeps it whole: the reviews', () => {
    const facts = brokenFacts({ incomplete: ['reviews'] })
    expect(inShort(broken(facts, { verdicts: held(brokenFacts()) }))).toBe(
      'indeterminate glass-approval facts-incomplete',
    )
  })

  it('keeps it whole: the team that may break it', () => {
    const facts = brokenFacts()
    expect(inShort(broken(facts, { policy: { by: ['@org/oncall'] } }))).toBe('indeterminate team-unreadable')
    const cutShort = brokenFacts({ incomplete: ['teams'] })
    expect(inShort(broken(cutShort, { policy: { by: ['@org/cool'] }, verdicts: held(facts) }))).toBe(
      'indeterminate facts-incomplete',
    )
  })

  it('keeps it whole: which pull request it is', () => {
    const facts = brokenFacts({ pullRequest: null, labelEvents: [labelled({ commit: 'head' })] })
    const approved = { ...facts, reviews: [review('tess', 'APPROVED', 60, { commit: 'head' })] }
    expect(inShort(broken(approved, { verdicts: held(brokenFacts()) }))).toBe(
      'indeterminate glass-approval facts-incomplete',
    )
  })
})

/** A freeze that holds findings of these severities. */
function freeze(...severities: readonly ('medium' | 'high')[]) {
  const name = 'weekend'
  const findings = severities.map((severity) => finding('web', { severity }))
  return {
    kind: 'sync-window',
    requirement: { kind: 'sync-window', windows: [], findings, paths: ['prod/web.yaml'] },
    verdict: 'unmet',
    reason: { code: 'window-frozen', name, why: '', until: t(999), timeZone: 'UTC' },
    notes: [],
  } as const
}

describe('a freeze is skipped', () => {
  const facts = brokenFacts({ reviews: [review('bob', 'APPROVED', 60)] })
  const policy = { by: ['@nia', '@bob'] }

  it('by the approval of anybody but authors, where nothing is high', () => {
    expect(inShort(broken(facts, { policy, verdicts: [freeze('medium')] }))).toBe('met glass-broken')
  })

  it('by nobody who wrote a part of it, where one finding is', () => {
    const verdict = broken(facts, { policy, verdicts: [freeze('medium', 'high')] })
    expect(inShort(verdict)).toBe('unmet glass-approval approvals-missing')
    expect(verdict?.skippedPeople).toEqual([])
  })

  it('by nobody who wrote a part of it, where another thing that holds excludes them', () => {
    const verdicts = [freeze('medium'), ...held(facts, { excludeCommitters: true })]
    expect(inShort(broken(facts, { policy, verdicts }))).toBe('unmet glass-approval approvals-missing')
  })
})

it('asks each owner once, whatever the capitals, for every path that is held', () => {
  const facts = brokenFacts({ reviews: [] })
  const verdicts = [
    ...held(facts, { from: ['@Dan', '@NIA'] }),
    ...held(facts, { from: ['@dan'], findings: [finding('api')] }),
  ]
  expect(
    broken(facts, { verdicts, head: contents({ web: 'new', api: 'new' }) })?.approval?.requirement,
  ).toMatchObject({
    from: ['@NIA', '@tess', '@dan'],
    paths: ['prod/web.yaml', 'prod/api.yaml'],
    unowned: [],
  })
})

it('names those who are skipped in small letters, and not who approved already', () => {
  const facts = brokenFacts({ reviews: [review('gus', 'APPROVED', 50), review('tess', 'APPROVED', 60)] })
  const verdicts = held(facts, { from: ['@Dan', '@Gus'], count: 2 })
  expect(broken(facts, { verdicts })?.skippedPeople).toEqual(['dan'])
})

it('takes a window that nobody opened away as well', () => {
  const facts = brokenFacts()
  const window = {
    kind: 'window',
    requirement: {
      kind: 'window',
      entry: 'high.window',
      max: HOUR,
      bookAhead: HOUR,
      openers: ['@Gus'],
      excludeCommitters: true,
      findings: [finding('web', { severity: 'high' })],
      paths: ['prod/web.yaml'],
    },
    verdict: 'unmet',
    reason: { code: 'window-missing', max: HOUR },
    notes: [],
    grant: null,
  } as const
  const verdict = broken(facts, { verdicts: [window] })
  expect(inShort(verdict)).toBe('met glass-broken')
  expect(verdict?.skippedPeople).toEqual(['gus'])
  expect(verdict?.approval?.requirement).toMatchObject({ excludeCommitters: true, from: ['@nia', '@tess'] })
  expect(baseFacts().labels).toEqual([])
})
