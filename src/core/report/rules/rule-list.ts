import { SEVERITIES } from '../../model/severity.ts'
import type { ListedRule } from '../../policy/list-rules.ts'
import { paint, type TextStyle } from '../paint.ts'
import { listOf } from '../phrases.ts'
import { plain } from '../untrusted.ts'

/** The rules of a policy in aligned columns, by pack, those of the repository first; the last line counts. */
export function renderRules(
  rules: readonly ListedRule[],
  sources: readonly string[],
  style: TextStyle,
): string {
  const packs = new Map<string, ListedRule[]>()
  for (const rule of [...rules.filter(({ builtin }) => !builtin), ...rules.filter(({ builtin }) => builtin)])
    packs.set(rule.pack, [...(packs.get(rule.pack) ?? []), rule])
  const width = Math.min(60, Math.max(0, ...rules.map(({ written }) => written.id.length)))
  const blocks = [...packs].map(([pack, members]) =>
    [paint('bold', plain(pack), style), ...members.map((rule) => ruleLine(rule, width, style))].join('\n'),
  )
  return [...blocks, closingLine(rules, sources)].join('\n\n')
}

/** What a rule says: its message, else the first sentence of its reason. */
export function saying({ written: { message, why = '' } }: ListedRule): string {
  if (message !== undefined && message.trim() !== '') return message
  return /^.*?[.](?=\s|$)/s.exec(why)?.[0] ?? why
}

function ruleLine(rule: ListedRule, width: number, style: TextStyle): string {
  const { enabled, severity, written } = rule
  const column = enabled ? paint(severity, severity.padEnd(8), style) : paint('dim', 'off'.padEnd(8), style)
  const marks = marksOf(rule)
  const text = plain(saying(rule).replaceAll(/\s+/g, ' ').trim())
  return `  ${column}  ${plain(written.id).padEnd(width)}  ${text}${marks.length === 0 ? '' : `  (${marks.join('; ')})`}`
}

function marksOf({ locked, effect, overrides, severity, enabled, written }: ListedRule): readonly string[] {
  const by = listOf([...new Set(overrides.map(({ source }) => plain(source)))])
  const from = written.severity === severity ? '' : ` from ${written.severity}`
  return [
    ...(locked ? ['locked'] : []),
    ...(effect === 'require' ? [] : [effect === 'deny' ? 'denies' : 'only a notice']),
    ...(overrides.length === 0 ? [] : [`${enabled ? `overridden${from}` : 'switched off'} by ${by}`]),
  ]
}

function closingLine(rules: readonly ListedRule[], sources: readonly string[]): string {
  const active = rules.filter(({ enabled }) => enabled)
  const bySeverity = SEVERITIES.toReversed().flatMap((severity) => {
    const number = active.filter((rule) => rule.severity === severity).length
    return number === 0 ? [] : [`${String(number)} ${severity}`]
  })
  const others = [
    [active.filter(({ locked }) => locked).length, 'locked'],
    [active.filter(({ overrides }) => overrides.length > 0).length, 'overridden'],
    [rules.length - active.length, 'switched off'],
  ] as const
  const marks = others.flatMap(([number, word]) => (number === 0 ? [] : [`${String(number)} ${word}`]))
  const counts = [bySeverity.join(', '), ...marks].filter((part) => part !== '')
  const policy = sources.length === 0 ? '' : ` Policy: ${listOf(sources.map(plain))}.`
  return `${String(active.length)} active ${active.length === 1 ? 'rule' : 'rules'}${counts.length === 0 ? '' : `: ${counts.join('; ')}`}.${policy}`
}
