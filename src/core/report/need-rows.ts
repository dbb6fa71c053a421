import type { Decision } from '../decision/decision.ts'
import type { Account } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import type { ApprovalVerdict, Reason, Verdict, WindowVerdict } from '../model/verdict.ts'
import { whyNot } from './dismissal-text.ts'
import { joinNeeds } from './join-needs.ts'
import { listsText } from './obstacle-steps.ts'
import { approvalsOf, ownersWording, peopleWording } from './people-words.ts'
import { asSentence, atTime, lengthOf, listOf, shortSha, timeOf, timesOf } from './phrases.ts'
import { reasonText } from './reason-text.ts'
import { subjectWording } from './subject-wording.ts'
import { shortSyncWindowText, timeNeeded } from './sync-window-text.ts'
import { malformedWhy } from './window-steps.ts'
import { eachOnce, exactly, inPlain, say, series, type Wording } from './wording.ts'

/** One requirement as a row of a table. */
export interface NeedRow {
  /** `skipped`: the glass is broken. */
  readonly state: 'met' | 'unmet' | 'unknown' | 'skipped'
  /** `1 of @acme/net`. */
  readonly need: Wording
  /** What it is needed for: `Ingress shop/web`. */
  readonly purpose: Wording
  /** Who gave it, or what there is instead; empty: nothing. */
  readonly given: Wording
  /** Who still can; empty where nobody has to. */
  readonly who: Wording
  /** The need names them already. */
  readonly isNamed: boolean
}

/** What is needed, for what, who gave it and who can. */
export function needRows(decision: Decision): readonly NeedRow[] {
  const isBroken = decision.breakGlass?.verdict === 'met'
  return joinNeeds(decision.verdicts).map((verdict) => {
    const need = needWording(verdict)
    const purpose = purposeWording(verdict.requirement.findings)
    if (isBroken && verdict.verdict !== 'met')
      return { state: 'skipped', need, purpose, given: ['skipped'], who: [], isNamed: false }
    const given = givenWording(verdict, decision)
    const who = whoWording(verdict)
    return { state: STATES[verdict.verdict], need, purpose, given, who, isNamed: isNamed(verdict, who) }
  })
}

const STATES: Readonly<Record<Verdict['verdict'], NeedRow['state']>> = {
  met: 'met',
  unmet: 'unmet',
  indeterminate: 'unknown',
  'not-applicable': 'met',
}

function needWording(verdict: Verdict): Wording {
  const { requirement } = verdict
  if (requirement.kind === 'window') return say`a window of at most ${lengthOf(requirement.max)}`
  if (requirement.kind === 'sync-window') return [timeNeeded(requirement)]
  if (requirement.from.length === 0) return say`an owner`
  // One more is asked for where nobody knows who pushed.
  const more = verdict.notes.some(({ code }) => code === 'pusher-unknown') ? 1 : 0
  const strict = requirement.strict ? ', on the present head' : ''
  return say`${approvalsOf(requirement.count + more, requirement.from)}${strict}`
}

function isNamed({ requirement }: Verdict, who: Wording): boolean {
  return requirement.kind === 'approval' && inPlain(who) === inPlain(ownersWording(requirement.from))
}

function purposeWording(findings: readonly Finding[]): Wording {
  return series(eachOnce(findings.map(subjectWording)), 'and', 2)
}

function givenWording(verdict: Verdict, decision: Decision): Wording {
  switch (verdict.kind) {
    case 'approval':
      return givenApprovals(verdict)
    case 'window':
      return givenWindow(verdict, decision)
    case 'sync-window':
      return [shortSyncWindowText(verdict.reason, decision.decidedAt)]
    default:
      return verdict satisfies never
  }
}

function givenApprovals({ reason, by }: ApprovalVerdict): Wording {
  const people = peopleWording(by)
  const aside = asideOf(reason)
  if (aside === null) return people
  return by.length === 0 ? [aside] : say`${people}; ${aside}`
}

/** What stands in the way besides missing people; null: nothing. */
function asideOf(reason: Reason): string | null {
  switch (reason.code) {
    case 'changes-requested':
      return `${listOf(
        reason.by.map(({ login }) => login),
        'and',
        4,
      )} requested changes`
    case 'team-unreadable':
      return 'not known'
    case 'facts-incomplete':
      return `not everything was read: ${listsText(reason.lists)}`
    case 'unknown-committer':
      return `not known: who wrote ${listOf(reason.commits.map(shortSha), 'and', 3)}`
    default:
      return null
  }
}

function givenWindow({ reason, grant }: WindowVerdict, { decidedAt: now, pullRequest }: Decision): Wording {
  const by = grant ? peopleWording([grant.grantedBy]) : []
  switch (reason.code) {
    case 'window-open':
      return say`${by}, until ${timeOf(reason.until, now)}`
    case 'window-not-yet-open': {
      if (!grant) return say`opens ${atTime(reason.opensAt, now)}`
      return say`${by}, open between ${timesOf(reason.opensAt, grant.notAfter, now)}`
    }
    case 'window-expired':
      return say`${by}, closed ${atTime(reason.closedAt, now)}`
    case 'window-not-covering':
      return say`${exactly(reason.label)}, set before ${listOf(reason.subjects, 'and', 2)} changed`
    case 'window-opener-not-allowed': {
      const who = reason.by?.login ?? 'a deleted account'
      const why = reason.why ? `, who ${whyNot(reason.by, reason.why, pullRequest?.author ?? null)}` : ''
      return say`${exactly(reason.label)}, set by ${who}${why}`
    }
    case 'window-label-without-event':
      return say`${exactly(reason.label)}, set by nobody under this name`
    case 'window-label-malformed':
      return say`${exactly(reason.label)} opens nothing: ${malformedWhy(reason)}`
    default:
      return otherwise(reason)
  }
}

function otherwise(reason: Reason): Wording {
  const aside = asideOf(reason)
  return aside === null ? [] : [aside]
}

function whoWording(verdict: Verdict): Wording {
  if (verdict.verdict === 'met' || verdict.kind === 'sync-window') return []
  const { reason } = verdict
  if (verdict.kind === 'window') {
    const waits = reason.code === 'window-not-yet-open' || reason.code === 'unknown-committer'
    return waits ? [] : ownersWording(verdict.requirement.openers)
  }
  switch (reason.code) {
    case 'no-owner':
      return say`nobody owns ${series(
        reason.paths.map((path) => [exactly(path)]),
        'and',
        2,
      )}`
    case 'changes-requested':
      return objectors(verdict, reason.by)
    case 'unknown-committer':
      return []
    case 'same-person':
      return say`${candidatesOf(verdict)}, but not ${peopleWording(reason.by, 4)}`
    case 'approvals-missing':
      return reason.possible === undefined ? candidatesOf(verdict) : possibleWording(reason.possible)
    default:
      return candidatesOf(verdict)
  }
}

/** Whoever objects, and who is missing besides. */
function objectors(verdict: ApprovalVerdict, by: readonly Account[]): Wording {
  const people = peopleWording(by, 4)
  const missing = verdict.notes.find((note) => note.code === 'approvals-missing')
  return missing && missing.need - missing.have > by.length
    ? say`${people}, and ${candidatesOf(verdict)}`
    : people
}

function candidatesOf({ candidates, requirement }: ApprovalVerdict): Wording {
  return ownersWording(candidates.length > 0 ? candidates : requirement.from)
}

function possibleWording(possible: readonly string[]): Wording {
  if (possible.length === 0) return say`nobody`
  return say`only ${peopleWording(
    possible.map((login) => ({ login })),
    4,
  )}`
}

function exceptionNote({ rule, exception }: Finding): readonly Wording[] {
  if (exception === null) return []
  const { owner: by, until, reason } = exception
  return [say`${exactly(rule)} is excepted until ${until} by ${by}: ${asSentence(reason)}`]
}

/** Codes whose sentence the rows say already, in a few words. */
const SAID: ReadonlySet<string> = new Set([
  'approvals-missing',
  'approved',
  'exception',
  'window-missing',
  'same-person',
  'window-open',
])

/** What is besides the answers: doubts that hold nothing, labels that do not help, exceptions. Each once, as sentences. */
export function notesOf({ verdicts, findings, decidedAt }: Decision): readonly Wording[] {
  const told = new Set(verdicts.map((verdict) => reasonText(verdict, verdict.reason, decidedAt)))
  const notes = verdicts.flatMap((verdict) =>
    verdict.notes
      .filter(({ code }) => !SAID.has(code))
      .map((note) => reasonText(verdict, note, decidedAt))
      .filter((text) => !told.has(text))
      .map((text) => [text]),
  )
  return eachOnce([...notes, ...findings.flatMap(exceptionNote)])
}
