import { classOf, type Replay } from '../decision/replay.ts'
import {
  type RuleCount,
  type SimulatedMerge,
  type SimulationTotals,
  totalsOf,
} from '../decision/simulation.ts'
import { formatInstant } from '../model/instant.ts'
import { SEVERITIES } from '../model/severity.ts'
import { alignColumns } from './align-columns.ts'
import { paint, type TextStyle } from './paint.ts'
import { count, listOf, shortSha } from './phrases.ts'
import type { SimulationSubject } from './simulation-json.ts'
import { plain, shorten } from './untrusted.ts'

/** How much is shown of what may be long. */
const MOST_OWNERS = 15
const LONGEST_EXAMPLE = 140

/** What would have been held, by which rules, and who would have been asked; the noisiest first. */
export function renderSimulation(
  merges: readonly SimulatedMerge[],
  subject: SimulationSubject,
  style: TextStyle,
): string {
  const totals = totalsOf(merges)
  const old = subject.comparedWith === null ? null : totalsOf(merges, 'old')
  const blocks = [
    headLines(merges, subject, totals, old, style),
    changedLines(merges, style),
    ruleLines(totals, old, style),
    ownerLines(totals, style),
    heldLines(merges, style),
    unknownLines(merges, style),
    [closingLine(totals, old)],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function headLines(
  merges: readonly SimulatedMerge[],
  subject: SimulationSubject,
  totals: SimulationTotals,
  old: SimulationTotals | null,
  style: TextStyle,
): readonly string[] {
  const policies = listOf(subject.policies.map(plain))
  const against = subject.comparedWith ? ` against ${listOf(subject.comparedWith.map(plain))}` : ''
  const title = `${policies}${against}, over ${count(merges.length, 'merge')}${daysOf(merges)}`
  const verdict = `${heldText(totals)}.${old ? ` Before: ${heldText(old)}.` : ''}`
  return [paint('bold', title, style), verdict]
}

function daysOf(merges: readonly SimulatedMerge[]): string {
  const days = merges.map(({ at }) => formatInstant(at).slice(0, 10)).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? ` of ${first}` : ` from ${first} to ${last}`
}

function heldText({ classes, severities }: SimulationTotals): string {
  const all = classes.held + classes.passed + classes.unknown
  const share = all === 0 ? '' : ` (${String(Math.round((100 * classes.held) / all))} %)`
  const by = SEVERITIES.toReversed()
    .filter((severity) => severities[severity] > 0)
    .map((severity) => `${String(severities[severity])} ${severity}`)
  return `${count(classes.held, 'merge')} held${share}${by.length > 0 ? `: ${listOf(by)}` : ''}`
}

/** Of two policies: what one holds and the other does not. */
function changedLines(merges: readonly SimulatedMerge[], style: TextStyle): readonly string[] {
  const moved = (from: string, to: string): readonly SimulatedMerge[] =>
    merges.filter(({ now, old }) => old && classOf(old) === from && classOf(now) === to)
  return [
    ...groupLines('Held from now on', moved('passed', 'held'), ({ now }) => now, style),
    ...groupLines('No longer held', moved('held', 'passed'), ({ now, old }) => old ?? now, style),
  ]
}

function groupLines(
  title: string,
  merges: readonly SimulatedMerge[],
  replay: (merge: SimulatedMerge) => Replay,
  style: TextStyle,
): readonly string[] {
  if (merges.length === 0) return []
  return [paint('bold', title, style), ...alignColumns(merges.map((merge) => mergeRow(merge, replay(merge))))]
}

function ruleLines(
  totals: SimulationTotals,
  old: SimulationTotals | null,
  style: TextStyle,
): readonly string[] {
  const before = new Map(old?.rules.map((rule) => [rule.rule, rule]))
  const gone = (old?.rules ?? []).filter(({ rule }) => !totals.rules.some((now) => now.rule === rule))
  const rows = [...totals.rules, ...gone.map((rule) => ({ ...rule, merges: 0, alone: 0, findings: 0 }))]
  if (rows.length === 0) return []
  const head = ['rule', 'severity', 'merges', ...(old ? ['before'] : []), 'alone', 'such as']
  const table = rows.map((rule) => [
    rule.rule,
    rule.severity,
    String(rule.merges),
    ...(old ? [String(before.get(rule.rule)?.merges ?? 0)] : []),
    String(rule.alone),
    exampleOf(rule),
  ])
  return [
    paint(
      'bold',
      'Rules that would have held, the noisiest first; alone: nothing else held the merge',
      style,
    ),
    ...alignColumns([head, ...table]),
  ]
}

function exampleOf({ example }: RuleCount): string {
  return `${shortSha(example.commit)} ${plain(shorten(example.message, LONGEST_EXAMPLE))}`
}

function ownerLines(totals: SimulationTotals, style: TextStyle): readonly string[] {
  const { owners, unowned, windows } = totals
  const rest = owners.length - MOST_OWNERS
  const rows = owners.slice(0, MOST_OWNERS).map(({ owner, merges }) => [plain(owner), count(merges, 'merge')])
  const notes = [
    ...(rest > 0 ? [`and ${String(rest)} more`] : []),
    ...(unowned > 0
      ? [
          `nobody owns what ${count(unowned, 'merge')} would have changed: name owners in CODEOWNERS, or owners.fallback in the policy`,
        ]
      : []),
    ...(windows > 0 ? [`${count(windows, 'merge')} would have needed a deploy window`] : []),
  ]
  if (rows.length + notes.length === 0) return []
  return [paint('bold', 'Who would have been asked', style), ...alignColumns(rows), ...notes]
}

function heldLines(merges: readonly SimulatedMerge[], style: TextStyle): readonly string[] {
  const held = merges.filter(({ now, old }) => classOf(now) === 'held' && (!old || classOf(old) === 'held'))
  return groupLines('Held', held, ({ now }) => now, style)
}

function mergeRow({ commit, title, at }: SimulatedMerge, replay: Replay): readonly string[] {
  const rules = [...new Set(replay.holding.map(({ rule }) => rule))]
  return [
    shortSha(commit),
    formatInstant(at).slice(0, 10),
    replay.severity ?? '',
    plain(shorten(title, 60)),
    replay.ask.length > 0 ? listOf(replay.ask.map(plain), 'and', 3) : 'nobody can',
    listOf(rules, 'and', 4),
  ]
}

function unknownLines(merges: readonly SimulatedMerge[], style: TextStyle): readonly string[] {
  const unknown = merges.filter(({ now }) => classOf(now) === 'unknown')
  if (unknown.length === 0) return []
  return [
    paint('bold', 'Could not be judged', style),
    ...alignColumns(
      unknown.map(({ commit, title, now }) => [
        shortSha(commit),
        plain(shorten(title, 60)),
        plain(obstacleText(now)),
      ]),
    ),
  ]
}

function obstacleText({ obstacles }: Replay): string {
  const [first] = obstacles
  if (!first) return 'not known why'
  return first.code === 'unreadable' ? first.text : first.code
}

function closingLine(totals: SimulationTotals, old: SimulationTotals | null): string {
  const { held, passed, unknown } = totals.classes
  const before = old ? `, before ${String(old.classes.held)}` : ''
  return `${String(held)} held${before}, ${String(passed)} passed, ${String(unknown)} not judged.`
}
