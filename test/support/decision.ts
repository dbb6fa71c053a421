import type { Decision } from '../../src/core/decision/decision.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import { HOUR, type Instant, parseInstant } from '../../src/core/model/instant.ts'
import type { ApprovalRequirement, WindowRequirement } from '../../src/core/model/requirement.ts'
import type { SyncWindow } from '../../src/core/model/sync-window.ts'
import type { ApprovalVerdict, WindowVerdict } from '../../src/core/model/verdict.ts'

/** A moment, for tests; throws when the text is none. */
export function at(text: string): Instant {
  const moment = parseInstant(text)
  if (moment === undefined) throw new Error(`not a moment: ${text}`)
  return moment
}

/** A finding with everything but what a test is about. */
export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'ingress.host.added',
    severity: 'high',
    effect: 'require',
    message: 'Ingress shop/web opens admin.example.com',
    why: 'Anyone can reach it.',
    references: [],
    object: { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress', namespace: 'shop', name: 'web' },
    environment: 'production',
    cluster: 'prod-eu',
    path: 'prod/ingress.yaml',
    line: 9,
    pointer: '/spec/rules/1/host',
    paths: ['prod/ingress.yaml'],
    subject: { kind: 'object', identity: 'production|networking.k8s.io|Ingress|shop|web' },
    narrows: false,
    exception: null,
    ...overrides,
  }
}

/** A freeze from Friday 17:00 in Paris until Monday 08:00. */
export function aFreeze(change: Partial<SyncWindow> = {}): SyncWindow {
  return {
    name: 'friday',
    kind: 'deny',
    schedule: '0 17 * * 5',
    duration: 63 * HOUR,
    timeZone: 'Europe/Paris',
    environments: null,
    clusters: null,
    namespaces: null,
    kinds: null,
    minSeverity: 'low',
    reason: 'no Friday evening deploys',
    ...change,
  }
}

/** An approval requirement of one code owner of @acme/net. */
export function anApprovalRequirement(overrides: Partial<ApprovalRequirement> = {}): ApprovalRequirement {
  return {
    kind: 'approval',
    entry: 'high/0',
    from: ['@acme/net'],
    count: 1,
    strict: false,
    excludeCommitters: true,
    distinct: null,
    findings: [aFinding()],
    paths: ['prod/ingress.yaml'],
    unowned: [],
    ...overrides,
  }
}

/** A window requirement of at most 4h. */
export function aWindowRequirement(overrides: Partial<WindowRequirement> = {}): WindowRequirement {
  return {
    kind: 'window',
    entry: 'high/window',
    max: 4 * 3_600_000,
    bookAhead: 7 * 86_400_000,
    openers: ['@acme/sre'],
    excludeCommitters: true,
    findings: [aFinding()],
    paths: ['prod/ingress.yaml'],
    ...overrides,
  }
}

/** An approval that is missing. */
export function aMissingApproval(overrides: Partial<ApprovalVerdict> = {}): ApprovalVerdict {
  return {
    kind: 'approval',
    requirement: anApprovalRequirement(),
    verdict: 'unmet',
    reason: { code: 'approvals-missing', have: 0, need: 1 },
    notes: [],
    by: [],
    candidates: ['@acme/net'],
    ...overrides,
  }
}

/** A window that nobody opened. */
export function aMissingWindow(overrides: Partial<WindowVerdict> = {}): WindowVerdict {
  return {
    kind: 'window',
    requirement: aWindowRequirement(),
    verdict: 'unmet',
    reason: { code: 'window-missing', max: 4 * 3_600_000 },
    notes: [],
    grant: null,
    ...overrides,
  }
}

/** A window that sue opened at eight. */
export function anOpenWindow(until: string): WindowVerdict {
  const opened = at('2026-11-22T08:00:00Z')
  return aMissingWindow({
    verdict: 'met',
    reason: { code: 'window-open', until: at(until) },
    grant: {
      label: 'deploy-window/2h',
      grantedBy: { id: 5, login: 'sue', type: 'User' },
      grantedAt: opened,
      notBefore: opened,
      notAfter: at(until),
    },
  })
}

/** A held decision that waits for an approval and a window. */
export function aDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    outcome: 'hold',
    decidedAt: at('2026-11-22T10:00:00Z'),
    expiresAt: null,
    nextChangeAt: null,
    digests: { policy: 'sha256:01', facts: 'sha256:02', changes: 'sha256:03' },
    policies: ['.github/drawbridge.yaml'],
    changes: {
      changes: [],
      files: [],
      unchanged: { moved: 0, reformatted: 0 },
      routes: { added: [], removed: [], changed: [] },
      issues: [],
      analysed: { files: 1, objects: 1, notManifests: 0, unreadable: 0 },
    },
    findings: [aFinding()],
    breakGlass: null,
    verdicts: [aMissingApproval(), aMissingWindow()],
    approvals: { counted: [], notCounted: [] },
    ask: ['@acme/net'],
    issues: [],
    obstacles: [],
    pullRequest: { number: 42, title: 'Open the admin path', author: 'amy' },
    ...overrides,
  }
}
