import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { renderComment, renderSummary } from '../../../src/core/report/markdown-report.ts'
import { renderStatus, STATUS_LIMIT } from '../../../src/core/report/status.ts'
import { renderText } from '../../../src/core/report/terminal.ts'
import { KNOWN_PEOPLE } from '../../support/reports.ts'
import { decideSituation } from '../../support/situation.ts'

const SITUATIONS = 'test/core/report/situations'
const UPDATE = process.env['UPDATE_GOLDEN'] === '1'

const DIGESTS = { policy: 'sha256:01', facts: 'sha256:02', changes: 'sha256:03' }

const folders = readdirSync(SITUATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

describe.each(folders)('%s', (name) => {
  const folder = join(SITUATIONS, name)
  // What digests stand for is tested elsewhere; here they would differ with every rule that ships.
  const decision = { ...decideSituation(folder), digests: DIGESTS }
  const comment = renderComment(decision)
  const summary = renderSummary(decision)

  it.each<{ readonly file: string; readonly text: string | null }>([
    { file: 'status.txt', text: `${renderStatus(decision)}\n` },
    { file: 'comment.md', text: comment },
    { file: 'summary.md', text: summary === comment ? null : summary },
    { file: 'terminal.txt', text: renderText(decision, { color: false }) },
  ])('reads as $file has it', ({ file, text }) => {
    const path = join(folder, file)
    if (UPDATE) {
      if (text === null) rmSync(path, { force: true })
      else writeFileSync(path, text)
    }
    expect(existsSync(path) ? readFileSync(path, 'utf8') : null).toBe(text)
  })

  it('has a status that GitHub takes, with no word cut', () => {
    const status = renderStatus(decision)
    expect(Array.from(status).length).toBeLessThanOrEqual(STATUS_LIMIT)
    expect(status).not.toMatch(/\w\.\.\.$/)
  })

  it('says in the second line who does what next, whenever something holds it', () => {
    const [title = '', next = ''] = summary.split('\n')
    expect(title).toMatch(/^### \S/)
    if (decision.outcome !== 'allow') expect(next).toMatch(/^\*\*(?:Next|Needed):\*\* \S.*\.$/)
  })

  it('reads as sentences do', () => {
    const prose = [renderStatus(decision), ...withoutCode(summary).split('\n').slice(0, 4)].join('\n')
    expect(prose).not.toMatch(
      /then then|undefined|null|[?!]\.|[;,:]\.|\.\.(?!\.)(?<!\.\.\.)|\(\)| {2}| [,;)]| \.(?!\w)|\( /,
    )
    expect(prose).not.toMatch(/\b1 \w+s\b(?! of)|\b[2-9] (?:approval|person|finding|change|file)\b/)
  })

  it('is well-formed Markdown', () => {
    expect(malformed(summary)).toEqual([])
  })

  it('calls nobody but those who are asked, and opens no tag of its own', () => {
    const text = withoutCode(summary)
    const called = [...text.matchAll(/@[\w-]+(?:\/[\w.-]+)?/g)].map(([who]) => who)
    expect(called.filter((who) => !KNOWN_PEOPLE.test(who))).toEqual([])
    expect(text.replaceAll(/<\/?(?:details|summary)>|<https:[^\s<>]+>|\\</g, '')).not.toMatch(/</)
  })
})

/** Markdown without its code spans, in which nothing is read. */
function withoutCode(text: string): string {
  return text.replaceAll(/(?<![`\\])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, 'code')
}

/** What a renderer would not take as it is meant: tables whose rows have other cells than their head, folds that do not close. */
function malformed(text: string): readonly string[] {
  const faults: string[] = []
  let cells = 0
  for (const line of text.split('\n')) {
    // A table is cut into cells before anything else is read, code spans too.
    const now = line.startsWith('|') ? line.split(/(?<!\\)\|/).length : 0
    if (cells > 0 && now > 0 && now !== cells) faults.push(`another number of cells: ${line}`)
    cells = now
  }
  const plain = withoutCode(text)
  for (const line of plain.split('\n'))
    if (/(?<!\\)`/.test(line)) faults.push(`a code span that does not close: ${line}`)
  const folds = [...plain.matchAll(/<(\/?)details>(?:<summary>[^<\n]+<\/summary>\n\n)?/g)]
  if (
    folds.some(
      ([fold, close], at) => (close === '') !== (at % 2 === 0) || (close === '' && fold === '<details>'),
    )
  )
    faults.push('folds that do not open and close in turn')
  return folds.length % 2 === 0 ? faults : [...faults, 'a fold that does not close']
}
