import { type Duration, parseDuration } from '../../model/instant.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { Report } from '../language/problem-report.ts'

/** Reads a duration; one that is none is reported, and is nothing. */
export function compileDuration(text: string, pointer: JsonPointer, report: Report): Duration {
  const duration = parseDuration(text)
  if (duration !== undefined) return duration
  const sentence = `"${text.slice(0, 100)}" is no duration`
  const near = nearDuration(text)
  report.add(pointer, {
    code: 'policy.bad-duration',
    ...(near === undefined
      ? { text: `${sentence}; write it as 30m, 4h, 1h30m or 7d.` }
      : { text: `${sentence}; did you mean "${near}"?`, suggestion: near }),
  })
  return 0
}

const UNITS: readonly (readonly [unit: RegExp, letter: string])[] = [
  [/\b(\d+) ?w(?:eeks?)?\b/g, 'w'],
  [/\b(\d+) ?d(?:ays?)?\b/g, 'd'],
  [/\b(\d+) ?h(?:(?:ou)?rs?)?\b/g, 'h'],
  [/\b(\d+) ?m(?:in(?:ute)?s?)?\b/g, 'm'],
  [/\b(\d+) ?s(?:ec(?:ond)?s?)?\b/g, 's'],
]

/** `4 hours`, `1w` and `PT4H` as durations are written here. */
function nearDuration(text: string): string | undefined {
  let words = text
    .slice(0, 40)
    .trim()
    .toLowerCase()
    .replace(/^pt?(?=\d)/, '')
    .replace(/(?<=[a-z])t?(?=\d)/g, ' ')
  for (const [unit, letter] of UNITS) {
    words = words.replace(unit, (_, digits: string) =>
      letter === 'w' ? `${String(Number(digits) * 7)}d` : `${digits}${letter}`,
    )
  }
  const joined = words.replaceAll(/[ ,]|and/g, '')
  return parseDuration(joined) === undefined ? undefined : joined
}
