import { DAY, type Instant, parseInstant, plus } from '../../model/instant.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { ANYWHERE, compileMatch } from './compile-match.ts'
import type { Exception } from '../policy.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import { reportRuleName, type RuleNames } from './rule-names.ts'

/** Checks the exceptions of one document. Whether one is over is known when a decision is made, not here. */
export function compileExceptions(from: ReadDocument, rules: RuleNames): readonly Exception[] {
  return (from.document.spec.exceptions ?? []).flatMap((written, index) => {
    const pointer = `/spec/exceptions/${String(index)}`
    reportRuleName(from, written.rule, `${pointer}/rule`, rules, 'an exception')
    reportBlank(from, { owner: written.owner, reason: written.reason }, pointer)
    const expiresAt = endOf(written.until)
    if (expiresAt === undefined) {
      const text = `"${written.until.slice(0, 100)}" is no day and no moment; write 2026-12-31 or 2026-12-31T18:00:00Z.`
      from.report.add(`${pointer}/until`, { code: 'policy.bad-date', text })
      return []
    }
    return [
      {
        rule: written.rule,
        match: written.match ? compileMatch(written.match, `${pointer}/match`, from.report, true) : ANYWHERE,
        until: written.until,
        expiresAt,
        owner: written.owner,
        reason: written.reason,
      },
    ]
  })
}

/** A day counts to its end in UTC; a moment is the end itself. */
function endOf(until: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) return parseInstant(until)
  const midnight = parseInstant(`${until}T00:00:00Z`)
  return midnight === undefined ? undefined : plus(midnight, DAY)
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
