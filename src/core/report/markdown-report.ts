import type { Decision } from '../decision/decision.ts'
import { fitSections, type Section } from './fit-sections.ts'
import { headline } from './headline.ts'
import { detailSections } from './markdown-details.ts'
import { changesTable, needsTable, notCountedText, notesText } from './markdown-tables.ts'
import { openingLines } from './opening-lines.ts'
import { reportRows } from './report-rows.ts'
import { inMarkdown } from './wording.ts'

/** GitHub's limit for a comment, with room for the marker. */
const COMMENT_LIMIT = 65_000
/** GitHub's limit for a job summary is 1 MiB of UTF-8; this many UTF-16 units stay below it whatever they are. */
const SUMMARY_LIMIT = 340_000

/** The report as `check --format markdown` prints it. */
export function renderMarkdown(decision: Decision): string {
  return renderSummary(decision)
}

/** The job summary: the whole report, within GitHub's limit for a step, which `reports` of them share. */
export function renderSummary(decision: Decision, reports = 1): string {
  return fitSections(sections(decision), Math.floor(SUMMARY_LIMIT / reports), 'The decision file has all.')
}

/** The sticky comment; null when there is nothing to say: nothing risky, nothing unreadable. */
export function renderComment(decision: Decision): string | null {
  const silent =
    decision.outcome === 'allow' &&
    decision.findings.every(({ effect, severity }) => effect === 'notice' || severity === 'low')
  if (silent && decision.verdicts.length === 0) return null
  return fitSections(sections(decision), COMMENT_LIMIT, 'The full report is in the job summary.')
}

/** What an earlier comment becomes when what it said is no longer true and nothing is left to say. */
export function renderAllClear(decision: Decision): string {
  return `### ${inMarkdown(headline(decision))}\n`
}

function sections(decision: Decision): readonly Section[] {
  return [
    section('the verdict', heading(decision)),
    section('the changes', changesTable(reportRows(decision))),
    section('the requirements', needsTable(decision)),
    section('approvals that do not count', notCountedText(decision)),
    section('notes', notesText(decision)),
    ...detailSections(decision),
  ]
}

function section(title: string, text: string | null): Section {
  return text === null ? null : { title, text }
}

function heading(decision: Decision): string {
  const { title, word, next, why } = openingLines(decision)
  return [
    `### ${inMarkdown(title)}`,
    ...(next === null ? [] : [`**${word}:** ${inMarkdown(next)}.`]),
    ...(why === null ? [] : ['', `**Why:** ${inMarkdown(why)}`]),
  ].join('\n')
}
