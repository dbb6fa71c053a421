import { DAY, type Instant, parseInstant, plus } from '../../model/instant.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { WrittenException } from '../language/policy-document.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import { type Mistake, withSuggestion } from '../language/shape-sentence.ts'
import type { Exception } from '../policy.ts'
import type { Rule } from '../rule.ts'
import { ANYWHERE, compileMatch } from './compile-match.ts'
import { reportRuleName, type RuleNames } from './rule-names.ts'

/** The rules that exceptions may name, and those of them that are not switched off. */
export interface ExceptedRules {
  readonly all: RuleNames
  readonly enabled: readonly Pick<Rule, 'id'>[]
}

/**
 * The exceptions of all documents, in their order. Whether one is over is known when a decision is made; `now` only warns of
 * those that are over already, and of those that never seem to end.
 */
export function mergeExceptions(
  documents: readonly ReadDocument[],
  rules: ExceptedRules,
  now: Instant | undefined,
): readonly Exception[] {
  const enabled = new Set(rules.enabled.map(({ id }) => id))
  const merged: Exception[] = []
  for (const from of documents) {
    for (const [index, written] of (from.document.spec.exceptions ?? []).entries()) {
      const pointer = `/spec/exceptions/${String(index)}`
      const isRule = reportRuleName(from, written.rule, `${pointer}/rule`, rules.all, 'an exception')
      if (isRule && !enabled.has(written.rule)) reportSwitchedOff(from, written, pointer)
      reportBlank(from, { owner: written.owner, reason: written.reason }, pointer)
      const exception = compileException(from, written, pointer)
      if (!exception) continue
      if (now !== undefined) reportEnd(from, exception, pointer, now)
      reportCovered(from, exception, merged, pointer)
      merged.push(exception)
    }
  }
  return merged
}

function compileException(
  from: ReadDocument,
  written: WrittenException,
  pointer: JsonPointer,
): Exception | undefined {
  const { rule, until, owner, reason } = written
  const match = written.match ? compileMatch(written.match, `${pointer}/match`, from.report, true) : ANYWHERE
  const expiresAt = endOf(until)
  if (expiresAt === undefined) {
    from.report.add(`${pointer}/until`, badDate(until))
    return undefined
  }
  return { rule, match, until, expiresAt, owner, reason }
}

/** A day counts to its end in UTC; a moment is the end itself. */
function endOf(until: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) return parseInstant(until)
  const midnight = parseInstant(`${until}T00:00:00Z`)
  return midnight === undefined ? undefined : plus(midnight, DAY)
}

function badDate(until: string): Mistake {
  const text = `"${until.slice(0, 100)}" is no day and no moment`
  const near = nearDate(until.trim())
  return {
    code: 'policy.bad-date',
    ...withSuggestion(text, near, 'write 2026-12-31 or 2026-12-31T18:00:00Z; every exception ends'),
  }
}

/** `31.12.2026`, `2026/12/31` and a moment without its zone, as they are written here. */
function nearDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const [, first, second, third] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)$/.exec(text) ?? []
  const near = [
    year === undefined ? undefined : `${year}-${two(month)}-${two(day)}`,
    first === undefined ? undefined : `${first}-${two(second)}-${two(third)}`,
    date === undefined ? undefined : `${date}T${clock ?? ''}Z`,
  ].find((candidate) => candidate !== undefined)
  return near !== undefined && endOf(near) !== undefined ? near : undefined
}

function two(digits = ''): string {
  return digits.padStart(2, '0')
}

/** Further ahead nobody knows any more why an exception was made. */
const LONGEST = 366 * DAY

function reportEnd(from: ReadDocument, exception: Exception, pointer: JsonPointer, now: Instant): void {
  const { rule, until, expiresAt } = exception
  if (expiresAt <= now) {
    const text = `The exception for "${rule}" is over since ${until}, so it excepts nothing. Remove it.`
    from.report.warn(`${pointer}/until`, { code: 'policy.exception-over', text })
  } else if (expiresAt - now > LONGEST) {
    const text = `The exception for "${rule}" holds until ${until}, more than a year from now. Let it end sooner, and renew it while its reason stands.`
    from.report.warn(`${pointer}/until`, { code: 'policy.exception-long', text })
  }
}

/** The first exception that holds is the one that is shown. */
function reportCovered(
  from: ReadDocument,
  exception: Exception,
  earlier: readonly Exception[],
  pointer: JsonPointer,
): void {
  const cover = earlier.find(
    ({ rule, match, expiresAt }) =>
      rule === exception.rule && expiresAt >= exception.expiresAt && isAnywhere(match),
  )
  if (!cover) return
  const text = `Another exception for "${exception.rule}" holds everywhere until ${cover.until}, so this one changes nothing. Remove one.`
  from.report.warn(`${pointer}/rule`, { code: 'policy.hidden-entry', text })
}

function isAnywhere(match: Exception['match']): boolean {
  return Object.values(match).every((part) => part === null)
}

function reportSwitchedOff(from: ReadDocument, { rule }: WrittenException, pointer: JsonPointer): void {
  const text = `The rule "${rule}" is switched off by an override, so there is nothing to except. Remove one of both.`
  from.report.warn(`${pointer}/rule`, { code: 'policy.hidden-entry', text })
}

function reportBlank(
  from: ReadDocument,
  texts: Readonly<Record<string, string>>,
  pointer: JsonPointer,
): void {
  for (const [key, text] of Object.entries(texts)) {
    if (text.trim() !== '') continue
    const sentence = `"${key}" is empty; an exception says who answers for it and why.`
    from.report.add(`${pointer}/${key}`, { code: 'policy.missing-key', text: sentence })
  }
}
