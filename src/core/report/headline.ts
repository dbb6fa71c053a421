import type { Decision } from '../decision/decision.ts'
import type { Instant } from '../model/instant.ts'
import { count, listOf, timeOf } from './phrases.ts'
import { nextStep } from './next-step.ts'
import { zonedTime } from './zoned-time.ts'

/** The decision in one line, without a full stop: what the commit status, the terminal and `summary` say. Plain, not yet made harmless. */
export function headline(decision: Decision): string {
  switch (decision.outcome) {
    case 'allow':
      return allowed(decision)
    case 'hold':
      return held(decision)
    case 'deny':
      return `Denied: ${denial(decision)}`
    case 'error':
      return `Cannot decide: ${obstacle(decision)}`
    default:
      return decision.outcome satisfies never
  }
}

function allowed(decision: Decision): string {
  const people = [
    ...new Set(
      decision.verdicts.flatMap((verdict) =>
        verdict.kind === 'approval' && verdict.verdict === 'met'
          ? verdict.by.map(({ login }) => `@${login}`)
          : [],
      ),
    ),
  ]
  const said = people.length > 0 ? `Approved by ${listOf(people, 'and', 4)}` : harmless(decision)
  return decision.expiresAt === null ? said : `${said}${untilText(decision, decision.expiresAt)}`
}

/** The end of an allow, last in the line: `; window open until 16:00 UTC`. */
function untilText({ verdicts, decidedAt }: Decision, end: Instant): string {
  if (verdicts.some((verdict) => verdict.kind === 'window' && verdict.grant?.notAfter === end))
    return `; window open until ${timeOf(end, decidedAt)}`
  for (const { reason } of verdicts) {
    if (reason.code === 'window-not-frozen' && reason.freezesAt === end)
      return `; no freeze until ${zonedTime(end, decidedAt, reason.timeZone)}`
    if (reason.code === 'window-active' && reason.until === end)
      return `; within ${reason.name} until ${zonedTime(end, decidedAt, reason.timeZone)}`
  }
  return `; excepted until ${timeOf(end, decidedAt)}`
}

/** The result when nothing needs anybody: no change, nothing analysed and nothing matched are three different things. */
function harmless(decision: Decision): string {
  const { changes, unchanged, analysed } = decision.changes
  if (decision.findings.length > 0)
    return `Nothing to approve: ${count(decision.findings.length, 'finding')}, all low, noticed or excepted`
  if (changes.length > 0) return `Nothing risky in ${count(changes.length, 'changed object')}`
  const same = unchanged.moved + unchanged.reformatted
  if (same > 0)
    return `No change to the cluster: ${count(same, 'object')} moved or reformatted, all meaning the same`
  if (analysed.files === 0) return 'Nothing to analyse: no manifest differs'
  return `No change to the cluster in ${count(analysed.files, 'file')}`
}

function held(decision: Decision): string {
  const conflict = decision.obstacles.find(({ code }) => code === 'conflict')
  if (conflict?.code === 'conflict')
    return `Waiting: merge conflict in ${listOf(conflict.paths, 'and', 2) || 'this branch'}; resolve it`
  const verb = decision.pullRequest === null ? 'Needs' : 'Waiting'
  return `${verb}: ${nextStep(decision).missing.join('; then ')}`
}

function denial(decision: Decision): string {
  const finding = decision.findings.find(({ effect, exception }) => effect === 'deny' && !exception)
  return finding ? `${finding.message} (${finding.rule})` : 'a rule denies it'
}

function obstacle(decision: Decision): string {
  const [first] = decision.obstacles
  if (first?.code === 'unreadable') return first.text
  const [issue] = decision.issues
  const place = issue ? `; ${issue.path}:${String(issue.line)}: ${issue.text}` : ''
  return `the policy has ${count(decision.issues.length, 'mistake')}${place}`
}
