import type {
  WrittenMatch,
  WrittenRule,
  WrittenTest,
} from '../../src/core/policy/language/policy-document.ts'
import { conjuncts } from './conjuncts.ts'

/** A rule with one part of its condition gone, so that it holds for more; `part` names what is gone. */
export interface Weakening {
  readonly part: string
  readonly rule: WrittenRule
}

/** Every way in which one part of a rule's condition can be taken away. */
export function weakenings(rule: WrittenRule): readonly Weakening[] {
  return [...withoutWhen(rule), ...withoutChange(rule), ...withoutMatch(rule)]
}

function withoutWhen(rule: WrittenRule): readonly Weakening[] {
  const { when } = rule
  if (when === undefined) return []
  const parts = conjuncts(when)
  return [
    { part: 'when', rule: { ...rule, when: 'true' } },
    ...(parts.length < 2
      ? []
      : parts.map((part, index) => ({
          part: `when, ${part.replaceAll(/\s+/g, ' ')}`,
          rule: { ...rule, when: parts.map((kept, at) => (at === index ? 'true' : kept)).join(' && ') },
        }))),
  ]
}

function withoutChange(rule: WrittenRule): readonly Weakening[] {
  const { change } = rule
  if (!change) return []
  const replaced = (index: number, entry: WrittenTest): WrittenRule => ({
    ...rule,
    change: change.map((kept, at) => (at === index ? entry : kept)),
  })
  const whole: Weakening = {
    part: 'change',
    rule: {
      ...rule,
      change: undefined,
      match: { ...rule.match, operations: rule.match?.operations ?? ['CREATE', 'UPDATE'] },
    },
  }
  const parts = change.flatMap((entry, index): readonly Weakening[] => {
    const gone: readonly Weakening[] =
      change.length > 1
        ? [
            {
              part: `change ${String(index)}`,
              rule: { ...rule, change: change.filter((_, at) => at !== index) },
            },
          ]
        : []
    if (entry.any || entry.op === undefined || entry.op === 'changed') return gone
    const { path } = entry
    if (path === undefined) return gone
    return [
      ...gone,
      { part: `op ${entry.op} of ${String(path)}`, rule: replaced(index, { path, op: 'changed' }) },
    ]
  })
  return [whole, ...parts]
}

function withoutMatch(rule: WrittenRule): readonly Weakening[] {
  const match = rule.match ?? {}
  const weaker = (part: keyof WrittenMatch, given: WrittenMatch): Weakening => ({
    part: `match.${part}`,
    rule: { ...rule, match: given },
  })
  return [
    ...(match.operations
      ? [weaker('operations', { ...match, operations: ['CREATE', 'UPDATE', 'DELETE'] })]
      : []),
    ...(match.kinds && !match.kinds.includes('*/*') ? [weaker('kinds', { ...match, kinds: ['*/*'] })] : []),
    ...(match.verbs ? [weaker('verbs', { ...match, verbs: undefined })] : []),
    ...(match.names ? [weaker('names', { ...match, names: undefined })] : []),
    ...(match.namespaces ? [weaker('namespaces', { ...match, namespaces: undefined })] : []),
    ...(match.files ? [weaker('files', { ...match, files: ['**'] })] : []),
    ...(match.issues ? [weaker('issues', { ...match, issues: ['*'] })] : []),
  ]
}
