import type { JsonPointer } from '../../model/json-pointer.ts'
import { compileChange } from './compile-change.ts'
import { CHANGE_VARIABLES, compileExpression, VARIABLES } from './compile-expression.ts'
import { compileMatch, targetOf } from './compile-match.ts'
import type { Expression } from '../expressions/expression.ts'
import { knownKinds } from './known-kinds.ts'
import { type FieldPlace, joinPlaces, type KnownFields } from '../known-fields.ts'
import type { WrittenRule } from '../language/policy-document.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import { tierOf } from '../policy-source.ts'
import type { Match, Rule, RuleTarget } from '../rule.ts'

/** How thoroughly a rule is checked. */
export interface RuleChecks {
  /** False leaves to their first use what is not needed to pick rules. */
  readonly checked: boolean
  /** What is known of the fields of kinds. */
  readonly fields: KnownFields | undefined
}

/** Checks one rule and makes it ready to run. */
export function compileRule(
  from: ReadDocument,
  written: WrittenRule,
  pointer: JsonPointer,
  checks: RuleChecks,
): Rule {
  const { report, document, trees } = from
  const { checked } = checks
  const match = compileMatch(written.match ?? {}, `${pointer}/match`, report, checked)
  const target = targetOf(written.match ?? {}, `${pointer}/match`, report)
  reportMessage(from, written, pointer)
  reportTarget(from, written, target, pointer)
  const known = knownObjects(written, target, checks)
  let change: Rule['change'] | undefined
  const compiledChange = (): Rule['change'] =>
    (change ??= compileChange(written.change ?? [], `${pointer}/change`, report, { checked, known, trees }))
  if (checked && written.change) compiledChange()
  const setting = { variables: variablesOf(written, target), known, report, checked, trees }
  const expression = (key: 'when' | 'messageExpression'): Expression | null => {
    const text = written[key]
    const wanted = key === 'when' ? 'bool' : 'string'
    return text === undefined
      ? null
      : compileExpression(text, { ...setting, wanted, pointer: `${pointer}/${key}` })
  }
  return {
    ...wordsOf(written),
    pack: document.metadata.name,
    messageExpression: expression('messageExpression'),
    target,
    match: withDefaultOperations(match, written),
    get change() {
      return written.change ? compiledChange() : []
    },
    when: expression('when'),
  }
}

/** What needs no making ready, with what is meant where nothing is said. */
function wordsOf(
  written: WrittenRule,
): Pick<Rule, 'id' | 'severity' | 'effect' | 'locked' | 'narrows' | 'message' | 'why' | 'references'> {
  const { id, severity, effect = 'require', locked = false, narrows = false } = written
  const { message = '', why = '', references = [] } = written
  return { id, severity, effect, locked, narrows, message, why, references }
}

function variablesOf(written: WrittenRule, target: RuleTarget): readonly string[] {
  return [...VARIABLES[target], ...(written.change ? CHANGE_VARIABLES : [])]
}

/** The kinds that a rule looks at and what is known of them; null when that is nothing. */
function knownObjects(
  written: WrittenRule,
  target: RuleTarget,
  { checked, fields }: RuleChecks,
): KnownObjects | null {
  if (!checked || !fields || target !== 'objects') return null
  const kinds = knownKinds(written.match?.kinds ?? [], fields)
  if (!kinds) return null
  const root = joinPlaces(kinds.map((kind) => fields.rootOf(kind)))
  return { kinds, fields, root, isFixed: kinds.every((kind) => fields.isFixed(kind)) }
}

interface KnownObjects {
  readonly kinds: readonly string[]
  readonly fields: KnownFields
  readonly root: FieldPlace | undefined
  readonly isFixed: boolean
}

/** Taking an object away is said by `operations: [DELETE]`, so `removed` does not fire for all of its parts. */
function withDefaultOperations(match: Match, written: WrittenRule): Match {
  if (!written.change || match.operations) return match
  return { ...match, operations: ['CREATE', 'UPDATE'] }
}

/** A message that has the wrong shape is not missing. */
const MESSAGE_KEYS = ['message', 'messageExpression'] as const

function reportMessage(from: ReadDocument, written: WrittenRule, pointer: JsonPointer): void {
  if (!/^[A-Za-z0-9][\w.-]*$/.test(written.id)) {
    const text = `The id "${written.id.slice(0, 100)}" may only have letters, digits, dots, dashes and underscores.`
    from.report.add(`${pointer}/id`, { code: 'policy.bad-id', text })
  }
  if (written.locked === true && tierOf(from.source) === 'own') {
    const text = `The rule "${written.id}" cannot be locked here: only policies that ship with Drawbridge or are extended from another repository lock rules. Remove the key.`
    from.report.add(`${pointer}/locked`, { code: 'policy.not-allowed', text })
  }
  if ((written.message ?? '').trim() !== '' || written.messageExpression !== undefined) return
  if (MESSAGE_KEYS.some((key) => !from.report.isWhole(`${pointer}/${key}`))) return
  const text = `The rule "${written.id}" has no message; write "message" or "messageExpression".`
  from.report.add(`${pointer}/message`, { code: 'policy.message-missing', text })
}

function reportTarget(
  from: ReadDocument,
  written: WrittenRule,
  target: RuleTarget,
  pointer: JsonPointer,
): void {
  if (target === 'objects' || !written.change) return
  const text = `A rule that matches "${target}" has no "change": it does not look into objects.`
  from.report.add(`${pointer}/change`, { code: 'policy.mixed-match', text })
}
