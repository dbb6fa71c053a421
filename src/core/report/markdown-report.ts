import type { Decision } from '../decision/decision.ts'
import { fitSections, type Section } from './fit-sections.ts'
import { headline } from './headline.ts'
import { detailSections } from './markdown-details.ts'
import { changesTable, needsTable, notCountedText } from './markdown-tables.ts'
import { nextStep } from './next-step.ts'
import { timeOf } from './phrases.ts'
import { reportRows } from './report-rows.ts'
import { markdown } from './untrusted.ts'

/** GitHub's limit for a comment, with room for the marker. */
const COMMENT_LIMIT = 65_000
/** GitHub's limit for a job summary is 1 MiB of UTF-8; this many UTF-16 units stay below it whatever they are. */
const SUMMARY_LIMIT = 340_000

/** The report as `check --format markdown` prints it. */
export function renderMarkdown(decision: Decision): string {
  return renderSummary(decision)
}

/** The job summary: the whole report, within GitHub's limit. */
export function renderSummary(decision: Decision): string {
  return fitSections(
    sections(decision),
    SUMMARY_LIMIT,
    'More is left out here: it would be longer than a job summary may be. The decision file has all.',
  )
}

/** The sticky comment; null when there is nothing to say: nothing risky, nothing unreadable. */
export function renderComment(decision: Decision): string | null {
  const silent =
    decision.outcome === 'allow' &&
    decision.findings.every(({ effect, severity }) => effect === 'notice' || severity === 'low')
  if (silent && decision.verdicts.length === 0) return null
  return fitSections(
    sections(decision),
    COMMENT_LIMIT,
    'More is left out here: the full report is in the job summary.',
  )
}

/** What an earlier comment becomes when what it said is no longer true and nothing is left to say. */
export function renderAllClear(decision: Decision): string {
  return `### ${markdown(headline(decision))}\n`
}

function sections(decision: Decision): readonly Section[] {
  return [
    heading(decision),
    changesTable(reportRows(decision)),
    needsTable(decision),
    notCountedText(decision),
    ...detailSections(decision),
  ]
}

function heading(decision: Decision): string {
  const title = `### ${markdownOwners(titleOf(decision))}`
  const next = nextLine(decision)
  return next === null
    ? title
    : `${title}\n**${decision.pullRequest === null ? 'Needed' : 'Next'}:** ${markdownOwners(next)}.`
}

function titleOf(decision: Decision): string {
  const waits = decision.outcome === 'hold' && decision.obstacles.length === 0
  return waits ? nextStep(decision).heading : headline(decision)
}

function nextLine(decision: Decision): string | null {
  const [obstacle] = decision.obstacles
  if (obstacle?.code === 'conflict')
    return 'resolve the conflict; there is no merge result to look at until then'
  if (obstacle?.code === 'policy-invalid')
    return 'correct the policy on the base branch; until then nothing can be approved'
  if (obstacle) return 'run again once this is mended'
  if (decision.outcome === 'hold') return nextStep(decision).action
  if (decision.outcome === 'deny') return 'take the denied change out; no approval lifts it'
  if (decision.expiresAt !== null)
    return `merge before ${timeOf(decision.expiresAt, decision.decidedAt)}; after that the merge is blocked again`
  return null
}

/** Made harmless, but owners and people are named as GitHub links them, and labels as code. */
function markdownOwners(text: string): string {
  return markdown(text)
    .replace(/@\u200B/g, '@')
    .replace(/\bdeploy-window\/[\w:+.-]+/g, (label) => `\`${label}\``)
}
