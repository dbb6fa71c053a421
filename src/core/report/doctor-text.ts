import type { CheckVerdict } from '../doctor/check.ts'
import type { Diagnosis, DoctorCheck } from '../doctor/examine.ts'
import type { SetupKind } from '../doctor/setup.ts'
import type { Json } from '../model/json.ts'
import { checkSaid } from './doctor/check-said.ts'
import { type Color, paint, type TextStyle } from './paint.ts'
import { count, listOf } from './phrases.ts'
import { code, markdown, plain } from './untrusted.ts'

const SETUPS: Readonly<Record<SetupKind, string>> = {
  app: 'with a GitHub App',
  zero: "zero set-up, with the job's own token",
  unknown: 'no set-up that could be made out',
}

const COLORS: Readonly<Record<CheckVerdict, Color>> = {
  ok: 'good',
  fix: 'bad',
  note: 'medium',
  unknown: 'hold',
}

/** A set-up as a checklist for a terminal: which it is and what is most urgent first, then one check after the other. */
export function doctorText(diagnosis: Diagnosis, style: TextStyle): string {
  const width = Math.max(...diagnosis.checks.map(({ id }) => id.length))
  const lines = diagnosis.checks.flatMap((check) => {
    const { seen, todo } = checkSaid(check)
    const margin = ' '.repeat(VERDICT_WIDTH + width + 2)
    return [
      `${paint(COLORS[check.verdict], check.verdict.padEnd(VERDICT_WIDTH), style)} ${check.id.padEnd(width)} ${plain(seen)}`,
      ...(todo === null ? [] : [`${margin}${plain(todo)}`]),
    ]
  })
  return `${[...openingLines(diagnosis).map(plain), '', ...lines].join('\n')}\n`
}

const VERDICT_WIDTH = 'unknown'.length

/** The same as a table. */
export function doctorMarkdown(diagnosis: Diagnosis): string {
  const rows = diagnosis.checks.map((check) => {
    const { seen, todo } = checkSaid(check)
    const verdict = check.verdict === 'ok' ? 'ok' : `**${check.verdict}**`
    return `| ${verdict} | ${code(check.id)} | ${markdown(seen)} | ${todo === null ? '' : markdown(todo)} |`
  })
  return `${[...openingLines(diagnosis).map(markdown), ''].join('\n\n')}| | check | seen | to do |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

/** The same as data. */
export function doctorJson(diagnosis: Diagnosis): Json {
  const { repository, branch, context, setup, checks } = diagnosis
  const urgent = mostUrgent(checks)
  return {
    apiVersion: 'drawbridge.dev/v1alpha1',
    kind: 'Diagnosis',
    repository,
    branch,
    context,
    setup,
    mostUrgent: urgent?.id ?? null,
    checks: checks.map((check) => {
      const { seen, todo } = checkSaid(check)
      return { id: check.id, verdict: check.verdict, code: check.remark.code, seen, todo }
    }),
  }
}

/** Which set-up this is; how much is to be done, and what first. */
function openingLines(diagnosis: Diagnosis): readonly string[] {
  const { repository, branch, setup, checks } = diagnosis
  const urgent = mostUrgent(checks)
  const first = urgent ? ` Most urgent: ${checkSaid(urgent).todo ?? checkSaid(urgent).seen}` : ''
  return [`${repository}, branch ${branch}: ${SETUPS[setup]}.`, `${tally(checks)}.${first}`]
}

function tally(checks: readonly DoctorCheck[]): string {
  const of = (verdict: CheckVerdict): number => checks.filter((check) => check.verdict === verdict).length
  const [fix, unknown, note] = [of('fix'), of('unknown'), of('note')]
  return listOf([
    fix === 0 ? 'Nothing to fix' : `${String(fix)} to fix`,
    ...(unknown === 0 ? [] : [`${String(unknown)} that could not be read`]),
    ...(note === 0 ? [] : [count(note, 'note')]),
  ])
}

/** What to fix first; with nothing to fix, what to read first. */
function mostUrgent(checks: readonly DoctorCheck[]): DoctorCheck | undefined {
  return (
    checks.find(({ verdict }) => verdict === 'fix') ?? checks.find(({ verdict }) => verdict === 'unknown')
  )
}
