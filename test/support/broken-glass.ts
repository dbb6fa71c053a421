import type { Decision } from '../../src/core/decision/decision.ts'
import type { BreakGlass, BreakGlassGrant, BreakGlassVerdict } from '../../src/core/model/break-glass.ts'
import { HOUR } from '../../src/core/model/instant.ts'
import { aDecision, aMissingApproval, aMissingWindow, at } from './decision.ts'

/** The way through at night of these tests. */
export const GLASS: BreakGlass = {
  label: 'break-glass',
  by: ['@acme/oncall'],
  approvals: 1,
  max: HOUR,
  reviewWithin: 24 * HOUR,
  reviewedBy: ['@acme/security'],
}

/** Sue broke the glass at half past nine. */
export function aBreakGlassGrant(overrides: Partial<BreakGlassGrant> = {}): BreakGlassGrant {
  return {
    label: GLASS.label,
    brokenBy: { id: 5, login: 'sue', type: 'User' },
    brokenAt: at('2026-11-22T09:30:00Z'),
    notAfter: at('2026-11-22T10:30:00Z'),
    reason: 'the shop is down',
    reviewDue: at('2026-11-23T09:30:00Z'),
    ...overrides,
  }
}

/** A broken glass that ben approved as well. */
export function aBrokenGlass(overrides: Partial<BreakGlassVerdict> = {}): BreakGlassVerdict {
  const grant = aBreakGlassGrant()
  return {
    policy: GLASS,
    verdict: 'met',
    reason: { code: 'glass-broken', until: grant.notAfter },
    grant,
    approval: aMissingApproval({ verdict: 'met', by: [{ id: 2, login: 'ben', type: 'User' }] }),
    skipped: [aMissingApproval(), aMissingWindow()],
    skippedPeople: ['ben', 'cleo', 'eve'],
    ...overrides,
  }
}

/** A glass that was broken, for what holds now as before. */
export function aGlassThatIsWholeAgain(grant: Partial<BreakGlassGrant> = {}): BreakGlassVerdict {
  const ended = aBreakGlassGrant({ notAfter: at('2026-11-22T09:45:00Z'), ...grant })
  return aBrokenGlass({
    verdict: 'unmet',
    reason: { code: 'glass-whole-again', closedAt: ended.notAfter },
    grant: ended,
    approval: null,
  })
}

/** What is allowed only because the glass is broken. */
export function aGlassDecision(overrides: Partial<Decision> = {}): Decision {
  const breakGlass = aBrokenGlass()
  const end = breakGlass.grant?.notAfter ?? null
  return aDecision({ outcome: 'allow', breakGlass, expiresAt: end, nextChangeAt: end, ...overrides })
}
