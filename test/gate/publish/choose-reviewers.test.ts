import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../src/core/decision/decision.ts'
import type { Account, Facts, Review } from '../../../src/core/model/facts.ts'
import { notYetAsked, REVIEWERS_LIMIT, reviewersFor } from '../../../src/gate/publish/choose-reviewers.ts'
import { aDecision, at } from '../../support/decision.ts'
import { sha, someFacts } from '../fake-gate.ts'

function person(login: string, id: number): Account {
  return { id, login, type: 'User' }
}

const AMY = person('amy', 1)
const CAL = person('cal', 3)

const PULL_REQUEST = {
  number: 7,
  title: 'Change',
  author: AMY,
  initiators: [],
  draft: false,
  base: { ref: 'main', sha: sha('0') },
  head: { sha: sha('a') },
}

/** Cal committed; the team @acme/net is amy and ben. */
function factsWith(overrides: Partial<Facts> = {}): Facts {
  return someFacts({
    pullRequest: PULL_REQUEST,
    commits: [{ sha: sha('a'), author: AMY, committer: CAL, coAuthors: [], automaticMerge: false }],
    teams: new Map([['@acme/net', { members: ['Amy', 'ben'] }]]),
    ...overrides,
  })
}

function aReview(login: string, state: Review['state'] = 'COMMENTED'): Review {
  const by = { id: 9, login, type: 'User', canWrite: true }
  return { id: 5, by, state, commit: sha('a'), submittedAt: at('2026-11-22T09:00:00Z') }
}

function chosen(ask: readonly string[], facts = factsWith(), decision: Partial<Decision> = {}) {
  return reviewersFor(aDecision({ ask, ...decision }), facts, 'Acme')
}

describe('whom a pull request asks for a review', () => {
  it('are the people and teams of the decision, in its order', () => {
    expect(chosen(['@Acme/Net', '@dan', '@d_corp'])).toEqual(['@Acme/Net', '@dan', '@d_corp'])
  })

  it.each([
    ['the author', '@Amy'],
    ['who committed', '@cal'],
    ['an e-mail address', 'dan@example.com'],
    ['a bot', '@renovate[bot]'],
    ['a bot by its number', '@renovate[bot]#29139614'],
    ['an app by its number', '@renovate#29139614'],
    ['a team of another organisation', '@other/net'],
    ['an organisation that begins alike', '@acme-two/net'],
    ['a team of a team', '@acme/net/edge'],
    ['nobody', '@'],
  ])('is never %s', (_who, owner) => {
    expect(chosen([owner])).toEqual([])
  })

  it('is never who pushed, nor who set an agent to work', () => {
    const heads = [{ sha: sha('a'), at: at('2026-11-22T08:00:00Z'), by: person('pia', 4) }]
    const pullRequest = { ...PULL_REQUEST, initiators: [person('ida', 6)] }
    expect(chosen(['@pia', '@ida', '@dan'], factsWith({ heads, pullRequest }))).toEqual(['@dan'])
  })

  it.each(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED'] as const)(
    'A47: (b) is never who has reviewed it: %s',
    (state) => {
      expect(chosen(['@ben', '@dan'], factsWith({ reviews: [aReview('Ben', state)] }))).toEqual(['@dan'])
    },
  )

  it('is who only began a review', () => {
    expect(chosen(['@ben'], factsWith({ reviews: [aReview('ben', 'PENDING')] }))).toEqual(['@ben'])
  })

  it('is a team as long as somebody in it has not spoken', () => {
    const net = (members: readonly string[]): ReadonlyMap<string, { readonly members: readonly string[] }> =>
      new Map([['@acme/net', { members }]])
    const reviews = [aReview('ben')]
    expect(chosen(['@acme/net'], factsWith({ reviews, teams: net(['amy', 'ben', 'eve']) }))).toEqual([
      '@acme/net',
    ])
    expect(chosen(['@acme/net'], factsWith({ reviews, teams: net(['amy', 'ben', 'cal']) }))).toEqual([])
  })

  it.each([
    ['was not read', new Map()],
    ['cannot be read', new Map([['@acme/net', { unreadable: '403' }]])],
  ])('is a team that %s', (_why, teams) => {
    expect(chosen(['@acme/net'], factsWith({ teams }))).toEqual(['@acme/net'])
  })

  it('A47: (d) is nobody for a draft', () => {
    expect(chosen(['@dan'], factsWith({ pullRequest: { ...PULL_REQUEST, draft: true } }))).toEqual([])
  })

  it('is nobody without a pull request', () => {
    expect(chosen(['@dan'], factsWith({ pullRequest: null }))).toEqual([])
  })

  it.each(['allow', 'deny', 'error'] as const)('is nobody when it is decided %s', (outcome) => {
    expect(chosen(['@dan'], factsWith(), { outcome })).toEqual([])
  })
})

describe('each is asked once', () => {
  const none = { open: 0, ever: new Set<string>(), hidden: false }

  it('A47: (c) so who was asked before is not asked again, taken off the list or not', () => {
    const ever = new Set(['@dan', '@acme/net'])
    expect(notYetAsked(['@Dan', '@Acme/Net', '@eve'], { ...none, ever }).ask).toEqual(['@eve'])
  })

  it('so no team is asked while some that were asked cannot be seen', () => {
    expect(notYetAsked(['@acme/net', '@dan'], { ...none, hidden: true })).toEqual({
      ask: ['@dan'],
      hidden: ['@acme/net'],
      tooMany: [],
    })
  })

  it.each([
    { open: 0, fits: 15 },
    { open: 13, fits: 2 },
    { open: 15, fits: 0 },
    { open: 20, fits: 0 },
  ])('and no more than GitHub takes: $fits beside $open', ({ open, fits }) => {
    const owners = Array.from({ length: 17 }, (_, index) => `@p${String(index)}`)
    const { ask, tooMany } = notYetAsked(owners, { ...none, open })
    expect(ask).toEqual(owners.slice(0, fits))
    expect([...ask, ...tooMany]).toEqual(owners)
    expect(REVIEWERS_LIMIT).toBe(15)
  })
})
