import { builtinNames, builtinPolicy, packFile } from '../../src/adapters/files/builtin-policies.ts'
import type { PolicyDocument, WrittenRule } from '../../src/core/policy/language/policy-document.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import { makePack } from '../../src/core/policy/make-pack.ts'
import { SEVERITIES } from '../../src/core/model/severity.ts'
import { cell, code } from './markdown.ts'

/** The page about every rule that ships, made from the packs. */
export function ruleTable(): string {
  const recommended = severitiesOf('recommended')
  const packs = builtinNames().filter((name) => name !== 'recommended')
  const documents = packs.map((name) => ({ name, ...documentOf(name) }))
  const all = documents.reduce((sum, { document }) => sum + (document.spec.rules ?? []).length, 0)
  const head = [
    '# Every rule that ships',
    '',
    `${String(all)} rules in ${String(packs.length)} packs. \`drawbridge rules ID\` explains one: what it looks at, what it needs, how to override it. A severity`,
    'in brackets is that of the pack where `builtin:recommended` has made it milder; a dash says that it is switched off there.',
    '[Risks without a rule of their own](other-risks.md) are listed too.',
    '',
    '| pack | rules | about |',
    '|---|---|---|',
    ...documents.map(
      ({ name, about, document }) =>
        `| [${name}](#${name}) | ${String((document.spec.rules ?? []).length)} | ${cell(about)} |`,
    ),
  ]
  const sections = documents.map(({ name, about, document }) => section(name, about, document, recommended))
  return `${[...head, ...sections.flat()].join('\n')}\n`
}

function section(
  name: string,
  about: string,
  { spec }: PolicyDocument,
  recommended: ReadonlyMap<string, string>,
): readonly string[] {
  const rules = spec.rules ?? []
  const extended = (spec.extends ?? []).map((reference) => reference.replace('builtin:', ''))
  return [
    '',
    `## ${name}`,
    '',
    `${about}${extended.length > 0 ? ` Extends ${extended.map((pack) => `[${pack}](#${pack})`).join(', ')}.` : ''}`,
    ...(rules.length === 0
      ? []
      : [
          '',
          '| rule | severity | looks at | why |',
          '|---|---|---|---|',
          ...rules
            .toSorted((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))
            .map((rule) => row(rule, recommended)),
        ]),
  ]
}

function rank({ severity }: WrittenRule): number {
  return SEVERITIES.indexOf(severity)
}

function row(rule: WrittenRule, recommended: ReadonlyMap<string, string>): string {
  const now = recommended.get(rule.id) ?? '-'
  const severity = now === rule.severity ? now : `${now} (${rule.severity})`
  const marks = [
    ...(rule.locked === true ? ['locked'] : []),
    ...(rule.narrows === true ? ['narrows'] : []),
    ...(rule.effect === undefined || rule.effect === 'require' ? [] : [rule.effect]),
  ]
  const shown = marks.length > 0 ? `${severity}, ${marks.join(', ')}` : severity
  return `| ${code(rule.id)} | ${shown} | ${subjectOf(rule)} | ${cell(rule.why ?? '')} |`
}

/** What a rule looks at, in a few words. */
function subjectOf({ match = {} }: WrittenRule): string {
  if (match.files)
    return `files ${match.files.slice(0, 3).map(code).join(', ')}${match.files.length > 3 ? ', ...' : ''}`
  if (match.issues) return `what is wrong in a file: ${match.issues.map(code).join(', ')}`
  const kinds = [...new Set((match.kinds ?? ['*/*']).map((kind) => kind.replace(/^.*\//, '')))]
  const shown = kinds.length > 4 ? `${kinds.slice(0, 4).join(', ')}, ...` : kinds.join(', ')
  const operations = match.operations?.map((operation) => operation.toLowerCase()).join(', ')
  return `${shown === '*' ? 'every kind' : cell(shown)}${operations === undefined ? '' : `; ${operations}`}`
}

function severitiesOf(name: string): ReadonlyMap<string, string> {
  const policy = loadPolicy(builtinPolicy(name) ?? [], builtinPolicy)
  if (!policy.ok) throw new Error(policy.error.map(({ text }) => text).join('\n'))
  return new Map(policy.value.rules.map(({ id, severity }) => [id, severity]))
}

/** A pack, and what the comment at the top of its file says of it. */
function documentOf(name: string): { readonly document: PolicyDocument; readonly about: string } {
  const file = packFile(name)
  const made = makePack(file)
  const document = made.ok ? made.value.documents[0]?.document : undefined
  if (!document) throw new Error(`the pack ${name} cannot be read`)
  const comment = /^(?:#.*\n)+/.exec(file.text)?.[0] ?? ''
  return { document, about: comment.replaceAll(/^# ?/gm, '').replaceAll('\n', ' ').trim() }
}
