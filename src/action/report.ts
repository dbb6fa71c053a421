import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Decision } from '../core/decision/decision.ts'
import { factsJson } from '../core/decision/facts-json.ts'
import { formatInstant } from '../core/model/instant.ts'
import { stringifyJson } from '../core/model/json.ts'
import { worstSeverity } from '../core/model/severity.ts'
import { annotations } from '../core/report/annotations.ts'
import { decisionJson } from '../core/report/decision-json.ts'
import { renderSummary } from '../core/report/markdown-report.ts'
import { plain } from '../core/report/untrusted.ts'
import type { GateReport } from '../gate/run-gate.ts'
import type { SweepReport } from '../gate/run-sweep.ts'
import { publishedOutcome } from '../gate/publish/status-for.ts'
import { linking } from './link-numbers.ts'
import { logGroup } from './report-group.ts'
import type { Runner } from './runner.ts'

/**
 * Tells the runner what the gate did: log, summary, annotations, outputs, and whether the step fails. Annotations and outputs are of
 * the worst decision: the runner shows only so many, and has one of each output.
 */
export async function reportGates(
  reports: readonly GateReport[],
  temp: string,
  runner: Runner,
): Promise<void> {
  for (const report of reports) {
    logGate(report, runner)
    if (report.decision) await runner.summary(renderSummary(report.decision, reports.length))
    else await runner.summary(`### ${linking(lineOf(report))}\n`)
  }
  const decided = reports.flatMap(({ decision, facts, number, status }) =>
    decision ? [{ decision, facts, number, status }] : [],
  )
  const [worst] = decided.toSorted((a, b) => rank(b) - rank(a))
  for (const annotation of worst ? annotations(worst.decision) : []) runner.annotate(annotation)
  if (worst) tellOutputs(worst, temp, runner)
  else if (reports.some(({ problem }) => problem)) runner.output('outcome', 'error')
}

/** So many fit into a job summary, however long each is. */
const SWEEP_LINES = 500

/** Tells the runner what the sweep did. */
export async function reportSweep(report: SweepReport, runner: Runner): Promise<void> {
  if (report.problem) runner.fail(report.problem.text)
  for (const gate of report.gates) logSwept(gate, runner)
  const count = `Swept ${String(report.gates.length)} of ${String(report.open)} open pull requests.`
  runner.info(count)
  for (const line of report.overdue) runner.warning(plain(line))
  const lines = [...report.gates.map(lineOf), ...report.overdue].map((line) => `- ${linking(line)}`)
  const rest = lines.length - SWEEP_LINES
  const more = rest > 0 ? [`- and ${String(rest)} more; the log of this run has all`] : []
  await runner.summary([`### ${count}`, '', ...lines.slice(0, SWEEP_LINES), ...more, ''].join('\n'))
}

function logGate(report: GateReport, runner: Runner): void {
  logNotes(report, runner)
  for (const { text } of failuresOf(report)) runner.fail(text)
}

/**
 * A sweep that came to its end did what it is for, whatever some pull requests are like: their status says so. It fails where it may
 * have left a green behind.
 */
function logSwept(report: GateReport, runner: Runner): void {
  logNotes(report, runner)
  for (const { text, status } of failuresOf(report))
    if (status === null || status.state === 'success') runner.fail(text)
    else runner.warning(text)
}

function logNotes(report: GateReport, runner: Runner): void {
  runner.info(lineOf(report))
  for (const note of report.notes) runner.info(`  ${plain(note)}`)
  for (const group of report.groups) logGroup(group, runner)
}

/** Something that could not be decided or posted, and the status that stands there; null: none of ours. */
interface FailureToDecide extends Pick<GateReport, 'status'> {
  readonly text: string
}

function failuresOf({ number, problem, decision, status, groups }: GateReport): readonly FailureToDecide[] {
  const undecided = decision?.outcome === 'error' ? (status?.description ?? 'Cannot decide.') : null
  const why = problem?.text ?? undecided
  return [
    ...(why === null ? [] : [{ text: `#${String(number)}: ${plain(why)}`, status }]),
    ...groups.flatMap((group) =>
      group.problem ? [{ text: plain(group.problem.text), status: group.status }] : [],
    ),
  ]
}

function lineOf({ number, status, problem }: GateReport): string {
  const what = status ? `${status.state}: ${status.description}` : (problem?.text ?? 'nothing to decide')
  return plain(`#${String(number)}: ${what}`)
}

const RANK: Readonly<Record<Decision['outcome'], number>> = { allow: 0, hold: 1, error: 2, deny: 3 }

function rank(decided: Decided): number {
  return RANK[postedOutcome(decided)]
}

/** An allow that was not posted as one holds: there may be no sweep that would end it. */
function postedOutcome({ decision, status }: Decided): Decision['outcome'] {
  const outcome = publishedOutcome(decision)
  return outcome === 'allow' && status?.state !== 'success' ? 'hold' : outcome
}

interface Decided extends Pick<GateReport, 'facts' | 'number' | 'status'> {
  readonly decision: Decision
}

/** A disk that is full changes no verdict; but whoever goes on from the outputs must not go on. */
function tellOutputs(decided: Decided, temp: string, runner: Runner): void {
  try {
    writeOutputs(decided, temp, runner)
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error)
    runner.fail(`The verdict stands, but its outputs could not be written: ${plain(seen)}.`)
  }
}

/** The facts come with the decision, so that it can be made again. */
function writeOutputs(decided: Decided, temp: string, runner: Runner): void {
  const { decision, facts, number } = decided
  const path = join(temp, `drawbridge-decision-${String(number)}.json`)
  writeFileSync(path, `${stringifyJson(decisionJson(decision), 2)}\n`)
  const factsPath = join(temp, `drawbridge-facts-${String(number)}.json`)
  if (facts) writeFileSync(factsPath, `${stringifyJson(factsJson(facts), 2)}\n`)
  const severity = worstSeverity(decision.findings.map((finding) => finding.severity))
  runner.output('outcome', postedOutcome(decided))
  runner.output('decision', path)
  runner.output('facts', facts ? factsPath : '')
  runner.output('expires-at', decision.expiresAt === null ? '' : formatInstant(decision.expiresAt))
  runner.output('findings', String(decision.findings.length))
  runner.output('severity', severity ?? '')
}
