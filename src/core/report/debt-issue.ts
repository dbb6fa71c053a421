import type { Decision } from '../decision/decision.ts'
import type { Account } from '../model/facts.ts'
import { formatInstant, type Instant, parseInstant } from '../model/instant.ts'
import { needRows } from './need-rows.ts'
import { ownersWording } from './people-words.ts'
import { asSentence, listOf } from './phrases.ts'
import { markdown, shorten } from './untrusted.ts'
import { inMarkdown, inPlain, pullRequestLink, say, type Wording } from './wording.ts'

/** A review after the fact, as the issue that asks for it records it. */
export interface DebtRecord {
  readonly pullRequest: number
  readonly breaker: Account
  readonly brokenAt: Instant
  readonly dueAt: Instant
}

/** The review that a decision leaves to be done; null: no glass is broken. */
export function debtOf({ breakGlass, pullRequest }: Decision): DebtRecord | null {
  if (breakGlass?.verdict !== 'met' || breakGlass.grant === null || pullRequest === null) return null
  const { brokenBy, brokenAt, reviewDue } = breakGlass.grant
  return { pullRequest: pullRequest.number, breaker: brokenBy, brokenAt, dueAt: reviewDue }
}

/** The issue that asks for it; null: no glass is broken. Only those who have to review are called by their names. */
export function debtIssue(decision: Decision): { readonly title: string; readonly body: string } | null {
  const record = debtOf(decision)
  if (record === null) return null
  const title = `Review after the fact: #${String(record.pullRequest)} was merged or may be merged by breaking the glass`
  const paragraphs = [
    openingText(decision, record),
    ...reasonLines(decision),
    skippedTable(decision),
    ...unaskedLines(decision),
    toDoText(decision, record),
  ]
  return { title, body: `${markerOf(record)}\n${paragraphs.join('\n\n')}\n` }
}

const MARKER =
  /^<!-- drawbridge:break-glass-review:v1 pull-request=(\d{1,15}) breaker=(\d{1,15}):([\w-]+(?:\[bot\])?) broken=(\S+) due=(\S+) -->/

/** Reads the record back from an issue's text; null: it has none. Whoever reads it looks at who wrote the issue. */
export function readDebtRecord(body: string): DebtRecord | null {
  const [, pullRequest, id, login, broken, due] = MARKER.exec(body) ?? []
  const [brokenAt, dueAt] = [parseInstant(broken ?? ''), parseInstant(due ?? '')]
  if (login === undefined || brokenAt === undefined || dueAt === undefined) return null
  const type = login.endsWith('[bot]') ? 'Bot' : 'User'
  return { pullRequest: Number(pullRequest), breaker: { id: Number(id), login, type }, brokenAt, dueAt }
}

/** The first line, hidden: nothing that somebody else wrote can stand before it. */
function markerOf({ pullRequest, breaker, brokenAt, dueAt }: DebtRecord): string {
  const times = `broken=${formatInstant(brokenAt)} due=${formatInstant(dueAt)}`
  const who = `breaker=${String(breaker.id)}:${breaker.login}`
  return `<!-- drawbridge:break-glass-review:v1 pull-request=${String(pullRequest)} ${who} ${times} -->`
}

function openingText({ breakGlass }: Decision, { pullRequest, breaker, brokenAt }: DebtRecord): string {
  const end = breakGlass?.grant ? `Until ${dayAndTime(breakGlass.grant.notAfter)} it` : 'It'
  return inMarkdown(
    say`${breaker.login} broke the glass for ${pullRequestLink(pullRequest)} at ${dayAndTime(brokenAt)}. ${end} may be merged without what the policy asks for.`,
  )
}

/** A comment may be as long as an issue; what is cut off still stands there. */
const LONGEST_REASON = 2000

function reasonLines({ breakGlass }: Decision): readonly string[] {
  const reason = breakGlass?.grant?.reason ?? null
  const others = breakGlass?.approval?.by.map(({ login }) => login) ?? []
  return [
    ...(reason === null ? [] : [`**Reason:** ${markdown(asSentence(shorten(reason, LONGEST_REASON)))}`]),
    ...(others.length === 0 ? [] : [`**Approved by:** ${markdown(listOf(others, 'and', 20))}`]),
  ]
}

const MOST_ROWS = 50

function skippedTable(decision: Decision): string {
  const rows = needRows(decision).filter(({ state }) => state === 'skipped')
  const shown = rows
    .slice(0, MOST_ROWS)
    .map(({ need, purpose }) => `| ${uncalled(need)} | ${uncalled(purpose)} |`)
  const rest = rows.length > MOST_ROWS ? [`| and ${String(rows.length - MOST_ROWS)} more | |`] : []
  return ['| Skipped | For |', '| --- | --- |', ...shown, ...rest].join('\n')
}

/** Who would have had a say and took no part. */
function unaskedLines({ breakGlass }: Decision): readonly string[] {
  if (breakGlass === null) return []
  const { grant, approval, skippedPeople } = breakGlass
  const involved = [...(grant ? [grant.brokenBy] : []), ...(approval?.by ?? [])]
  const logins = new Set(involved.map(({ login }) => login.toLowerCase()))
  const people = skippedPeople.filter((login) => !logins.has(login.toLowerCase()))
  return people.length === 0
    ? []
    : [`**Had a say and was not asked:** ${markdown(listOf(people, 'and', 50))}`]
}

function toDoText({ breakGlass }: Decision, { breaker, dueAt }: DebtRecord): string {
  const reviewers = ownersWording(breakGlass?.policy.reviewedBy ?? [], 20)
  const who = breaker.login
  return `**To do:** ${inMarkdown(
    say`${reviewers}, look at what was merged and close this issue by ${dayAndTime(dueAt)}. While it is open after that, ${who} cannot break the glass again; that ${who} closes it does not count.`,
  )}`
}

/** Names people and teams without calling them. */
function uncalled(wording: Wording): string {
  return markdown(inPlain(wording))
}

/** An issue is read on other days than the one on which it was written. */
function dayAndTime(moment: Instant): string {
  return `${formatInstant(moment).slice(0, 16).replace('T', ' ')} UTC`
}
