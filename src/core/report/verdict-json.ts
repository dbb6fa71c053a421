import type { Decision } from '../decision/decision.ts'
import type { Account } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import { formatInstant, type Instant } from '../model/instant.ts'
import type { Json } from '../model/json.ts'
import type {
  ApprovalVerdict,
  Reason,
  SyncWindowVerdict,
  UncountedApproval,
  Verdict,
  WindowGrant,
  WindowVerdict,
} from '../model/verdict.ts'
import { dismissalText } from './dismissal-text.ts'
import { lengthOf } from './phrases.ts'
import { reasonText } from './reason-text.ts'

/** One requirement with its verdict, as the contract has it. */
export function requirementJson(verdict: Verdict, now: Instant): Json {
  switch (verdict.kind) {
    case 'approval':
      return approvalJson(verdict, now)
    case 'window':
      return windowJson(verdict, now)
    case 'sync-window':
      return syncWindowJson(verdict, now)
    default:
      return verdict satisfies never
  }
}

/** Which approvals count, for which rules, and which do not, with code and sentence. */
export function approvalsJson(decision: Decision): Json {
  const { approvals } = decision
  const author = decision.pullRequest?.author ?? null
  return {
    counted: approvals.counted.map(({ by, review, commit, covers }) => ({
      login: by.login,
      id: BigInt(by.id),
      review: BigInt(review),
      commit,
      covers,
    })),
    notCounted: approvals.notCounted.map((approval) => uncountedJson(approval, author)),
  }
}

function approvalJson(verdict: ApprovalVerdict, now: Instant): Json {
  const { requirement } = verdict
  return {
    kind: 'approval',
    from: requirement.from,
    count: BigInt(requirement.count),
    strict: requirement.strict,
    excludeCommitters: requirement.excludeCommitters,
    for: rulesOf(requirement.findings),
    paths: requirement.paths,
    verdict: verdict.verdict,
    reason: reasonJson(verdict, verdict.reason, now),
    notes: verdict.notes.map((note) => reasonJson(verdict, note, now)),
    by: verdict.by.map(accountJson),
    candidates: verdict.candidates,
  }
}

function windowJson(verdict: WindowVerdict, now: Instant): Json {
  const { requirement } = verdict
  return {
    kind: 'window',
    max: lengthOf(requirement.max),
    openedBy: requirement.openers,
    for: rulesOf(requirement.findings),
    paths: requirement.paths,
    verdict: verdict.verdict,
    reason: reasonJson(verdict, verdict.reason, now),
    notes: verdict.notes.map((note) => reasonJson(verdict, note, now)),
    grant: verdict.grant ? grantJson(verdict.grant) : null,
  }
}

/** Recurring windows are windows to the outside: nobody opens them, and there is no grant. */
function syncWindowJson(verdict: SyncWindowVerdict, now: Instant): Json {
  const { requirement } = verdict
  return {
    kind: 'window',
    max: null,
    openedBy: [],
    windows: requirement.windows.map(({ name, kind, schedule, duration, timeZone, reason }) => ({
      name,
      kind,
      schedule,
      duration: lengthOf(duration),
      timeZone,
      reason,
    })),
    for: rulesOf(requirement.findings),
    paths: requirement.paths,
    verdict: verdict.verdict,
    reason: reasonJson(verdict, verdict.reason, now),
    notes: [],
    grant: null,
  }
}

function grantJson(grant: WindowGrant): Json {
  return {
    label: grant.label,
    grantedBy: grant.grantedBy.login,
    grantedById: BigInt(grant.grantedBy.id),
    grantedAt: formatInstant(grant.grantedAt),
    notBefore: formatInstant(grant.notBefore),
    notAfter: formatInstant(grant.notAfter),
  }
}

function reasonJson(verdict: Verdict, reason: Reason, now: Instant): Json {
  return { code: reason.code, text: reasonText(verdict, reason, now) }
}

function uncountedJson(approval: UncountedApproval, author: string | null): Json {
  const { by, review, commit, why } = approval
  return {
    login: by?.login ?? null,
    id: by ? BigInt(by.id) : null,
    review: BigInt(review),
    commit,
    code: why.code,
    text: `${dismissalText(approval, author)}.`,
  }
}

/** Who somebody is. */
export function accountJson({ login, id }: Account): Json {
  return { login, id: BigInt(id) }
}

function rulesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))]
}
