import type { Operation } from '../../model/change.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { WrittenChange, WrittenRule } from '../language/policy-document.ts'
import type { Report } from '../language/problem-report.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import type { ChangeOp } from '../rule.ts'

/** Warns of rules that can never be found, and of those that are found only together with another one. */
export function reportDeadRules(documents: readonly ReadDocument[]): void {
  const asked = new Map<string, string>()
  for (const { document, report, source } of documents) {
    if (source.builtin) continue
    for (const [index, rule] of (document.spec.rules ?? []).entries()) {
      const pointer = `/spec/rules/${String(index)}`
      if (!report.isWhole(pointer)) continue
      reportContradiction(rule, pointer, report)
      const question = questionOf(rule)
      const twin = asked.get(question)
      if (twin === undefined) asked.set(question, rule.id)
      else if (twin !== rule.id) reportTwin(rule.id, twin, pointer, report)
    }
  }
}

function reportTwin(id: string, twin: string, pointer: JsonPointer, report: Report): void {
  const text = `The rule "${id}" is found whenever "${twin}" is: match, change and when are the same. Make one of both, or say what differs.`
  report.warn(`${pointer}/id`, { code: 'policy.shadowed-rule', text })
}

/** Equal exactly when two rules are found for the same changes. The order of alternatives does not matter. */
function questionOf({ match, change, when }: WrittenRule): string {
  const lists = MATCH_KEYS.map((key) => match?.[key]?.toSorted(compareText) ?? null)
  return JSON.stringify([lists, change ?? [], when?.trim() ?? ''])
}

const MATCH_KEYS = [
  'kinds',
  'namespaces',
  'names',
  'environments',
  'clusters',
  'operations',
  'verbs',
  'files',
  'issues',
] as const

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Operators that hold for no object that comes, or for none that goes. */
const NEVER: Readonly<Record<Operation, readonly ChangeOp[]>> = {
  CREATE: ['removed', 'to-zero'],
  UPDATE: [],
  DELETE: ['added', 'to-zero', 'set-true', 'set-false'],
}

function reportContradiction({ match, change }: WrittenRule, pointer: JsonPointer, report: Report): void {
  const { operations, verbs = [] } = match ?? {}
  if (!operations || operations.length === 0) return
  const seen = operations.join(', ')
  if (verbs.length > 0 && verbs.every((verb) => verb === 'create') && !operations.includes('CREATE')) {
    const text = `The verb create is said of CREATE only, and the operations are ${seen}, so this rule never applies. Change one of both.`
    report.warn(`${pointer}/match/operations`, { code: 'policy.never-applies', text })
  }
  for (const [index, entry] of (change ?? []).entries()) {
    const ops = operatorsOf(entry)
    if (
      ops.length === 0 ||
      !ops.every((op) => operations.every((operation) => NEVER[operation].includes(op)))
    )
      continue
    const text = `The operator ${ops.join(', ')} never holds for ${seen}, so this rule never applies. Change one of both.`
    report.warn(`${pointer}/change/${String(index)}`, { code: 'policy.never-applies', text })
  }
}

function operatorsOf(entry: WrittenChange): readonly ChangeOp[] {
  return (entry.any ?? [entry]).flatMap(({ op }) => op ?? [])
}
