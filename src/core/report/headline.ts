import type { Decision } from '../decision/decision.ts'
import type { Finding } from '../model/finding.ts'
import type { Instant } from '../model/instant.ts'
import { objectTitle } from '../model/object-ref.ts'
import { SEVERITIES } from '../model/severity.ts'
import { glassStep } from './break-glass-step.ts'
import { nextStep } from './next-step.ts'
import { peopleWording } from './people-words.ts'
import { count, listOf, timeOf } from './phrases.ts'
import { shorten } from './untrusted.ts'
import { tellingOf } from './step.ts'
import { exactly, say, series, type Wording } from './wording.ts'
import { zonedTime } from './zoned-time.ts'

/** The decision in one line, without a full stop: what the terminal and `summary` say. */
export function headline(decision: Decision): Wording {
  return headlines(decision)[0] ?? say`Decided`
}

/** The same for a place with little room, from the fullest to the shortest. An allow that ends says so at its end. */
export function headlines(decision: Decision): readonly Wording[] {
  switch (decision.outcome) {
    case 'allow':
      return allowed(decision)
    case 'hold':
      return held(decision)
    case 'deny':
      return denied(decision)
    case 'error':
      return undecided(decision)
    default:
      return decision.outcome satisfies never
  }
}

function allowed(decision: Decision): readonly Wording[] {
  const end = decision.expiresAt === null ? null : endWording(decision, decision.expiresAt)
  const until = end === null ? [] : say`; ${end}`
  if (decision.breakGlass?.grant) return glassBroken(decision).map((said) => say`${said}${until}`)
  const people = approversOf(decision)
  if (people.length === 0) return [say`${harmless(decision)}${until}`]
  return [
    say`Approved by ${peopleWording(people, 4)}${until}`,
    say`Approved by ${peopleWording(people, 2)}${until}`,
    say`Approved by ${count(people.length, 'person', 'people')}${until}`,
  ]
}

function glassBroken({ breakGlass }: Decision): readonly Wording[] {
  if (!breakGlass?.grant) return []
  const breaker = peopleWording([breakGlass.grant.brokenBy])
  const others = breakGlass.approval?.by ?? []
  const broken = say`Glass broken by ${breaker}`
  return others.length === 0 ? [broken] : [say`${broken}, approved by ${peopleWording(others, 3)}`, broken]
}

/** The people whose approvals count, each once. */
function approversOf({ verdicts }: Decision): readonly { readonly login: string }[] {
  const people = verdicts.flatMap((verdict) =>
    verdict.kind === 'approval' && verdict.verdict === 'met' ? verdict.by : [],
  )
  return [...new Map(people.map((account) => [account.id, account])).values()]
}

/** The end of an allow, last in the line: `window open until 16:00 UTC`. */
function endWording(decision: Decision, end: Instant): Wording {
  const { verdicts, breakGlass, decidedAt: now } = decision
  const text = endText(decision, end)
  if (breakGlass?.grant?.notAfter === end) return say`open until ${text}`
  if (verdicts.some((verdict) => verdict.kind === 'window' && verdict.grant?.notAfter === end))
    return say`window open until ${timeOf(end, now)}`
  for (const { reason } of verdicts) {
    if (reason.code === 'window-not-frozen' && reason.freezesAt === end) return say`no freeze until ${text}`
    if (reason.code === 'window-active' && reason.until === end)
      return say`within ${reason.name} until ${text}`
  }
  return say`the exception holds until ${text}`
}

/** When an allow ends, by the clocks that the policy goes by. */
export function endText({ verdicts, decidedAt: now }: Decision, end: Instant): string {
  for (const { reason } of verdicts) {
    if (reason.code === 'window-not-frozen' && reason.freezesAt === end)
      return zonedTime(end, now, reason.timeZone)
    if (reason.code === 'window-active' && reason.until === end) return zonedTime(end, now, reason.timeZone)
  }
  return timeOf(end, now)
}

/** The result when nothing needs anybody: no change, nothing analysed and nothing matched are three different things. */
function harmless(decision: Decision): Wording {
  const { changes, unchanged, analysed } = decision.changes
  if (decision.findings.length > 0) return say`Nothing to approve: ${findingsText(decision.findings)}`
  if (changes.length > 0) return say`Nothing risky in ${count(changes.length, 'changed object')}`
  const same = unchanged.moved + unchanged.reformatted
  if (same > 0)
    return say`No change to the cluster: ${count(same, 'object')} moved or reformatted, same meaning`
  if (analysed.files === 0) return say`Nothing to analyse: no manifest differs`
  return say`No change to the cluster in ${count(analysed.files, 'file')}`
}

/** `2 low findings`, `1 critical finding is excepted`: what was found although nobody has to approve it. */
function findingsText(findings: readonly Finding[]): string {
  const excepted = findings.filter(({ exception }) => exception !== null).length
  const rest = findings.filter(({ exception }) => exception === null)
  const noticed = rest.filter(({ effect }) => effect === 'notice').length
  const required = rest.filter(({ effect }) => effect !== 'notice')
  const parts = SEVERITIES.toReversed().flatMap((severity) => {
    const number = required.filter((finding) => finding.severity === severity).length
    return number === 0 ? [] : [count(number, `${severity} finding`)]
  })
  if (noticed > 0) parts.push(count(noticed, 'notice'))
  if (excepted > 0) parts.push(count(excepted, 'excepted finding'))
  return listOf(parts)
}

function held(decision: Decision): readonly Wording[] {
  const conflict = decision.obstacles.find(({ code }) => code === 'conflict')
  if (conflict?.code === 'conflict') return conflicting(conflict.paths)
  const verb = decision.pullRequest === null ? 'Needs' : 'Waiting'
  const { missing } = nextStep(decision)
  if (decision.breakGlass) {
    const { why } = glassStep(decision.breakGlass, tellingOf(decision))
    const glass = say`Glass not broken: ${why}`
    return [...missing.map((said) => say`${glass}; else ${said}`), glass]
  }
  const waits = missing.map((said) => say`${verb}: ${said}`)
  const [full] = waits
  const people = areApprovalsGiven(decision) ? approversOf(decision) : []
  return full === undefined || people.length === 0
    ? waits
    : [say`${full}; approved by ${peopleWording(people, 3)}`, ...waits]
}

function areApprovalsGiven({ verdicts }: Decision): boolean {
  return verdicts.every(({ kind, verdict }) => kind !== 'approval' || verdict === 'met')
}

function conflicting(paths: readonly string[]): readonly Wording[] {
  const named = (limit: number): Wording =>
    series(
      paths.map((path) => [exactly(path)]),
      'and',
      limit,
    )
  if (paths.length === 0) return [say`Waiting: merge conflict in this branch; resolve it`]
  return [
    say`Waiting: merge conflict in ${named(2)}; resolve it`,
    say`Waiting: merge conflict in ${count(paths.length, 'file')}; resolve it`,
  ]
}

/** The worst of what is denied. */
export function firstDenial(decision: Decision): Finding | undefined {
  return denialsOf(decision)[0]
}

function denialsOf({ findings }: Decision): readonly Finding[] {
  return findings.filter(({ effect, exception }) => effect === 'deny' && exception === null)
}

function denied(decision: Decision): readonly Wording[] {
  const first = firstDenial(decision)
  if (!first) return [say`Denied: a rule denies it`]
  const others = denialsOf(decision).length - 1
  const more = others > 0 ? ` and ${String(others)} more` : ''
  const place = `(${placeOf(first)}${first.rule})${more}`
  return [
    say`Denied: ${first.message} ${place}`,
    say`Denied: ${shorten(first.message, 70)} ${place}`,
    say`Denied by ${first.rule}${more}`,
  ]
}

/** What is denied, unless the message names it: a policy's own messages need not. */
function placeOf({ message, object, path }: Finding): string {
  const name = object ? object.name : path
  return message.includes(name) ? '' : `${object ? objectTitle(object) : path}, `
}

function undecided({ obstacles, issues }: Decision): readonly Wording[] {
  const [first] = obstacles
  if (first?.code === 'unreadable') return [say`Cannot decide: ${first.text}`]
  const said = say`Cannot decide: the policy has ${count(issues.length, 'mistake')}`
  const [issue] = issues
  if (!issue) return [said]
  const place = `${issue.path}:${String(issue.line)}`
  return [say`${said}; ${place}: ${issue.text}`, say`${said}; the first is at ${place}`, said]
}
