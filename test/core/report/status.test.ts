import { describe, expect, it } from 'vitest'

import { renderStatus, STATUS_LIMIT } from '../../../src/core/report/status.ts'
import {
  aDecision,
  aFinding,
  aMissingApproval,
  aMissingWindow,
  anApprovalRequirement,
  anOpenWindow,
  at,
} from '../../support/decision.ts'

const people = Array.from({ length: 40 }, (_, index) => ({
  id: index + 1,
  login: `person-with-a-long-name-${String(index)}`,
  type: 'User',
}))

describe('the commit status', () => {
  it('says what is missing, approvals before the window', () => {
    expect(renderStatus(aDecision())).toBe(
      'Waiting: 1 of @acme/net; then a window of at most 4h by @acme/sre',
    )
  })

  it('says what a change will need when nobody asked yet', () => {
    expect(renderStatus(aDecision({ pullRequest: null }))).toBe(
      'Needs: 1 of @acme/net; then a window of at most 4h by @acme/sre',
    )
  })

  it('ends with the expiry, however many approved', () => {
    const approved = aMissingApproval({ verdict: 'met', reason: { code: 'approved' }, by: people })
    const text = renderStatus(
      aDecision({
        outcome: 'allow',
        expiresAt: at('2026-11-22T16:00:00Z'),
        verdicts: [approved, anOpenWindow('2026-11-22T16:00:00Z')],
      }),
    )
    expect(text).toMatch(/^Approved by @person.*; window open until 16:00 UTC$/)
    expect(text.length).toBeLessThanOrEqual(STATUS_LIMIT)
  })

  it('never grows past the limit', () => {
    const owners = people.map(({ login }) => `@${login}`)
    const asked = aMissingApproval({ requirement: anApprovalRequirement({ from: owners }) })
    const text = renderStatus(aDecision({ verdicts: [asked, aMissingWindow()] }))
    expect(Array.from(text).length).toBeLessThanOrEqual(STATUS_LIMIT)
  })

  it('says less rather than to cut what it says', () => {
    const denied = aFinding({ effect: 'deny', message: 'word '.repeat(60).trim() })
    const deny = aDecision({ outcome: 'deny', findings: [denied] })
    expect(renderStatus(deny)).toMatch(
      /^Denied: (?:word )*word\.\.\. \(Ingress shop\/web, ingress\.host\.added\)$/,
    )
    const long = aFinding({ effect: 'deny', message: 'word', rule: `acme.${'r'.repeat(120)}` })
    expect(renderStatus(aDecision({ outcome: 'deny', findings: [long] }))).toBe(`Denied by ${long.rule}`)
  })

  it('cuts a name that is too long by itself, and keeps the expiry', () => {
    const long = aFinding({ effect: 'deny', message: 'word', rule: `acme.${'r'.repeat(200)}` })
    expect(renderStatus(aDecision({ outcome: 'deny', findings: [long] }))).toHaveLength(STATUS_LIMIT)
    const reason = {
      code: 'window-active',
      name: 'w'.repeat(200),
      until: at('2026-11-22T16:00:00Z'),
      timeZone: 'UTC',
    } as const
    const window = { windows: [], kind: 'sync-window', findings: [], paths: [] } as const
    const open = { kind: 'sync-window', requirement: window, verdict: 'met', reason, notes: [] } as const
    const text = renderStatus(
      aDecision({ outcome: 'allow', expiresAt: reason.until, findings: [], verdicts: [open] }),
    )
    expect(text).toHaveLength(STATUS_LIMIT)
    expect(text).toMatch(/ until 16:00 UTC$/)
  })

  it.each([
    {
      name: 'nothing risky',
      decision: aDecision({ outcome: 'allow', findings: [], verdicts: [] }),
      want: 'No change to the cluster in 1 file',
    },
    {
      name: 'denied',
      decision: aDecision({
        outcome: 'deny',
        findings: [
          aFinding({
            effect: 'deny',
            rule: 'rbac.subject.anonymous',
            message: 'binds cluster-admin to everyone',
          }),
        ],
      }),
      want: 'Denied: binds cluster-admin to everyone (Ingress shop/web, rbac.subject.anonymous)',
    },
    {
      name: 'a conflict',
      decision: aDecision({ obstacles: [{ code: 'conflict', paths: ['prod/web.yaml'] }], verdicts: [] }),
      want: 'Waiting: merge conflict in prod/web.yaml; resolve it',
    },
    {
      name: 'an unreadable team',
      decision: aDecision({
        verdicts: [
          aMissingApproval({
            verdict: 'indeterminate',
            reason: { code: 'team-unreadable', teams: [{ team: '@acme/net', why: '403' }] },
          }),
        ],
      }),
      want: 'Waiting: team @acme/net is unreadable; grant the token "members: read"',
    },
  ])('$name', ({ decision, want }) => {
    expect(renderStatus(decision)).toBe(want)
  })
})
