import type { Decision } from '../core/decision/decision.ts'
import { plain } from '../core/report/untrusted.ts'
import type { GroupReport } from '../gate/queue/run-group.ts'
import { linking } from './link-numbers.ts'
import type { Runner } from './runner.ts'

/** Tells the runner what was decided on a group of a merge queue. */
export async function reportGroup(report: GroupReport, runner: Runner): Promise<void> {
  logGroup(report, runner)
  if (report.problem) runner.fail(plain(report.problem.text))
  const lines = report.notes.map((note) => `- ${linking(note)}`)
  await runner.summary([`### ${linking(lineOfGroup(report))}`, '', ...lines, ''].join('\n'))
  runner.output('outcome', outcomeOf(report))
}

/** Tells the log what was decided on a group. */
export function logGroup(report: GroupReport, runner: Runner): void {
  runner.info(lineOfGroup(report))
  for (const note of report.notes) runner.info(`  ${plain(note)}`)
}

function lineOfGroup({ branch, commit, numbers, status, problem }: GroupReport): string {
  const what = status ? `${status.state}: ${status.description}` : (problem?.text ?? 'nothing to decide')
  const who = numbers.length === 0 ? '' : ` (${numbers.map((number) => `#${String(number)}`).join(', ')})`
  return plain(`Merge queue of ${branch} at ${commit.slice(0, 7)}${who}: ${what}`)
}

/** A queue waits for nobody: what holds there has failed. */
function outcomeOf({ status }: GroupReport): Decision['outcome'] | '' {
  switch (status?.state) {
    case 'success':
      return 'allow'
    case 'failure':
      return 'hold'
    case undefined:
      return ''
    default:
      return 'error'
  }
}
