import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '../../../src/core/model/result.ts'
import type { Problem } from '../../../src/gate/ports/problem.ts'
import type { AskedReviewers, ReviewRequests } from '../../../src/gate/ports/review-requests.ts'
import { runGate } from '../../../src/gate/run-gate.ts'
import { aDecision } from '../../support/decision.ts'
import { anAllow, aPull, type FakePull, fakeGate } from '../fake-gate.ts'

interface FakeRequests extends ReviewRequests {
  readonly calls: string[]
  state: Result<AskedReviewers, Problem>
  /** Why these owners, joined by commas, cannot be asked. */
  readonly refused: Map<string, Problem>
}

function fakeRequests(state: Partial<AskedReviewers> = {}): FakeRequests {
  const requests: FakeRequests = {
    organisation: 'acme',
    calls: [],
    state: ok({ open: 0, ever: new Set(), hidden: false, ...state }),
    refused: new Map(),
    asked: (number) => {
      requests.calls.push(`asked ${String(number)}`)
      return Promise.resolve(requests.state)
    },
    ask: (number, owners) => {
      requests.calls.push(`ask ${String(number)} ${owners.join(',')}`)
      const refusal = requests.refused.get(owners.join(','))
      return Promise.resolve(refusal ? err(refusal) : ok(null))
    },
  }
  return requests
}

async function gateOf(requests: ReviewRequests | null, pull: Partial<FakePull> = {}) {
  const gate = fakeGate({ 7: aPull({ decision: aDecision({ ask: ['@acme/net', '@dan'] }), ...pull }) })
  const directory = { ...gate.tools.directory, team: () => Promise.resolve({ members: ['ben'] }) }
  return await runGate({ ...gate.tools, directory, reviewRequests: requests }, 7)
}

describe('a held pull request', () => {
  it('asks whom it waits for, together', async () => {
    const requests = fakeRequests()
    const { notes } = await gateOf(requests)
    expect(requests.calls).toEqual(['asked 7', 'ask 7 @acme/net,@dan'])
    expect(notes).toContain('Asked for a review: @acme/net and @dan.')
  })

  it('asks nobody who was asked before', async () => {
    const requests = fakeRequests({ ever: new Set(['@acme/net', '@dan']) })
    const { notes } = await gateOf(requests)
    expect(requests.calls).toEqual(['asked 7'])
    expect(notes.join('\n')).not.toContain('review')
  })

  it('reads nothing more when all of them are asked now', async () => {
    const requests = fakeRequests()
    await gateOf(requests, { requested: new Set(['@acme/net', '@dan']) })
    expect(requests.calls).toEqual([])
  })

  it('asks who is missing among them', async () => {
    const requests = fakeRequests({ open: 1, ever: new Set(['@dan']) })
    await gateOf(requests, { requested: new Set(['@dan']) })
    expect(requests.calls).toEqual(['asked 7', 'ask 7 @acme/net'])
  })

  it('asks nobody when nobody is to be asked', async () => {
    expect((await gateOf(null)).status?.state).toBe('pending')
  })

  it('says whom it did not ask and why', async () => {
    const hidden = await gateOf(fakeRequests({ hidden: true }))
    expect(hidden.notes).toContain(
      'Not asked for a review: @acme/net. A team was asked before and the token cannot see which. ' +
        'Grant it the organisation permission "members: read".',
    )
    const full = await gateOf(fakeRequests({ open: 14 }))
    expect(full.notes).toContain('Asked for a review: @acme/net.')
    expect(full.notes).toContain('Not asked for a review: @dan. GitHub takes 15 reviewers at once.')
  })
})

describe('a request that fails changes no verdict and is noted', () => {
  const permission: Problem = { code: 'permission', text: 'Cannot ask (403).' }
  const refused: Problem = { code: 'refused', text: 'Cannot ask @dan (422).' }

  it('when it cannot be read who was asked', async () => {
    const requests = fakeRequests()
    requests.state = err(permission)
    const report = await gateOf(requests)
    expect(report).toMatchObject({ problem: null, status: { state: 'pending' } })
    expect(report.notes).toContain('Nobody was asked for a review. Cannot ask (403).')
    expect(requests.calls).toEqual(['asked 7'])
  })

  it('when the token may not ask', async () => {
    const requests = fakeRequests()
    requests.refused.set('@acme/net,@dan', permission)
    const report = await gateOf(requests)
    expect(report).toMatchObject({ problem: null, status: { state: 'pending' } })
    expect(report.notes).toContain('The verdict stands without its request for a review. Cannot ask (403).')
    expect(requests.calls).toEqual(['asked 7', 'ask 7 @acme/net,@dan'])
  })

  it('and when one cannot be asked the others are', async () => {
    const requests = fakeRequests()
    requests.refused.set('@acme/net,@dan', refused).set('@dan', refused)
    const { notes } = await gateOf(requests)
    expect(requests.calls.slice(1)).toEqual(['ask 7 @acme/net,@dan', 'ask 7 @acme/net', 'ask 7 @dan'])
    expect(notes).toContain('Asked for a review: @acme/net.')
    expect(notes).toContain('The verdict stands without its request for a review. Cannot ask @dan (422).')
  })
})

describe('a pull request that has nobody to ask', () => {
  it.each([
    ['is allowed', anAllow()],
    ['waits for a window only', aDecision({ ask: [] })],
    ['waits for an e-mail address', aDecision({ ask: ['dan@example.com'] })],
    ['is denied', aDecision({ outcome: 'deny' })],
  ])('costs no request when it %s', async (_why, decision) => {
    const requests = fakeRequests()
    await gateOf(requests, { decision })
    expect(requests.calls).toEqual([])
  })
})
