import { DAY, formatInstant, plus } from '../../model/instant.ts'
import type { SyncWindow } from '../../model/sync-window.ts'
import type { ListedRule } from '../../policy/list-rules.ts'
import type { Exception } from '../../policy/policy.ts'
import { paint, type TextStyle } from '../paint.ts'
import { lengthOf, listOf } from '../phrases.ts'
import { plain } from '../untrusted.ts'
import type { ExplainedRule } from './explained-rule.ts'
import type { NeedWords } from './need-words.ts'
import type { RuleExample } from './rule-example.ts'
import { changeWords, matchWords } from './rule-words.ts'

/** A rule for the developer whose pull request it holds: what it looks at, why, what it needs, what can be done about it. */
export function renderExplanation(explained: ExplainedRule, style: TextStyle): string {
  const { rule, needs, exceptions, example } = explained
  const { references = [], why = '' } = rule.written
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['It looks at', lookLines(explained)],
    ['It says', sayLines(explained)],
    ['Why it matters', wrap(why)],
    ['What it needs', needs.flatMap(needLines)],
    ['When it may merge', explained.windows.flatMap(windowLines)],
    ['Exceptions that apply now', exceptions.flatMap(exceptionLines)],
    ['If it is wrong here', remedyLines(explained)],
    [example ? `Example: ${plain(example.name)}` : '', example ? exampleLines(example, style) : []],
    ['Read more', references.map(plain)],
  ]
  const shown = sections.filter(([, lines]) => lines.length > 0)
  return [
    titleLine(explained, style),
    ...shown.map(([title, lines]) =>
      [paint('bold', title, style), ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n'),
    ),
  ].join('\n\n')
}

function titleLine({ rule }: ExplainedRule, style: TextStyle): string {
  const { written, severity, pack, enabled, effect, overrides, locked } = rule
  const by = listOf([...new Set(overrides.map(({ source }) => plain(source)))])
  const marks = [
    `of the pack ${plain(pack)}`,
    ...(locked ? ['locked'] : []),
    ...(effect === 'require' ? [] : [effect === 'deny' ? 'denies the merge' : 'only a notice']),
    ...(overrides.length === 0
      ? []
      : [`${enabled ? `overridden (it was ${written.severity})` : 'switched off'} by ${by}`]),
  ]
  return `${paint('bold', plain(written.id), style)}: ${paint(severity, severity, style)}, ${marks.join(', ')}`
}

function lookLines({ rule: { written } }: ExplainedRule): readonly string[] {
  const changes = changeWords(written)
  return [
    ...wrap(matchWords(written)),
    ...changes.flatMap((words, index) => wrap(`${index === 0 ? 'where' : 'and where'} ${words}`)),
    ...(written.when === undefined
      ? []
      : [
          `${changes.length === 0 ? 'where' : 'and where'} this condition (CEL) is true:`,
          ...indented(written.when),
        ]),
  ]
}

function sayLines({ rule: { written }, example }: ExplainedRule): readonly string[] {
  if (example?.message) return wrap(`${example.message} (of the example below)`)
  if (written.message !== undefined) return wrap(written.message)
  return written.messageExpression === undefined
    ? []
    : ['what this expression (CEL) makes:', ...indented(written.messageExpression)]
}

function needLines({ environment, severity, needs }: NeedWords): readonly string[] {
  const place = environment === null ? '' : `In ${plain(environment)}, where it is ${severity}: `
  const words = plain(needs)
  return wrap(place === '' ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.` : `${place}${words}.`)
}

/** Only where the window applies: a rule does not know where it will find something. */
function windowLines(window: SyncWindow): readonly string[] {
  const { name, kind, schedule, duration, timeZone, reason } = window
  const places = (['environments', 'clusters', 'namespaces', 'kinds'] as const).flatMap((key) => {
    const patterns = window[key]?.patterns
    return patterns ? [`${key} ${listOf(patterns, 'or')}`] : []
  })
  const where = places.length === 0 ? '' : `, for ${places.join(', ')}`
  const when = `"${schedule}" for ${lengthOf(duration)}, ${timeZone}`
  const why = reason === '' ? '' : `: ${reason}`
  return wrap(`${kind === 'deny' ? 'Not during the freeze' : 'Within'} ${name} (${when})${where}${why}`)
}

function exceptionLines({ until, owner, reason, match }: Exception): readonly string[] {
  const places = Object.entries(match).flatMap(([key, globs]) => {
    const patterns: readonly string[] | undefined =
      globs === null ? undefined : 'patterns' in globs ? globs.patterns : globs
    return patterns ? [`${key} ${listOf(patterns, 'or')}`] : []
  })
  return wrap(
    `Until ${until}, by ${owner}${places.length === 0 ? '' : `, for ${places.join(', ')}`}: ${reason}`,
  )
}

/** What can be copied into the policy. */
function remedyLines({ rule, now, hasPolicy }: ExplainedRule): readonly string[] {
  if (rule.locked)
    return wrap(
      'It guards the gate itself: no override, exception or cap touches it. People can only approve.',
    )
  if (!rule.enabled) return []
  const { id: written } = rule.written
  const id = /^[A-Za-z][\w-]*\.[\w.-]*$/.test(written) ? written : JSON.stringify(written)
  const until = formatInstant(plus(now, 30 * DAY)).slice(0, 10)
  return [
    'For everybody, in .github/drawbridge.yaml on the branch that merges go to:',
    ...(hasPolicy ? ['  spec:'] : FIRST_POLICY),
    '    overrides:',
    `      - { rule: ${id}, ${milder(rule)}`,
    'For a time, as narrow as it can be, in the same file:',
    '  spec:',
    '    exceptions:',
    `      - rule: ${id}`,
    `        match: { ${narrowest(rule)} } # left out: everywhere`,
    `        until: "${until}"`,
    '        owner: "@ORG/TEAM"',
    '        reason: WHY IT IS NEEDED',
  ]
}

const FIRST_POLICY = [
  '  apiVersion: drawbridge.dev/v1alpha1',
  '  kind: Policy',
  '  metadata: { name: repository }',
  '  spec:',
  '    extends: [builtin:recommended]',
]

function milder({ effect, severity }: ListedRule): string {
  if (effect === 'deny') return 'effect: require } # or enabled: false'
  return severity === 'low' ? 'enabled: false }' : 'severity: low } # or enabled: false'
}

function narrowest({ written: { match } }: ListedRule): string {
  return match?.files || match?.issues ? 'files: [PATH]' : 'namespaces: [NAMESPACE]'
}

function exampleLines({ path, line, lines }: RuleExample, style: TextStyle): readonly string[] {
  const painted = lines.map((text) => {
    const shown = plain(text)
    if (text.startsWith('+')) return paint('good', shown, style)
    return text.startsWith('-') ? paint('high', shown, style) : shown
  })
  return [...painted, `(${plain(path)}:${String(line)})`]
}

function indented(text: string): readonly string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => `  ${plain(line.trim())}`)
}

const WIDTH = 100

/** Words in lines of a readable length; a longer word has its own. */
function wrap(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of plain(text).split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
