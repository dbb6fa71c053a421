import type { WrittenOverride } from '../language/policy-document.ts'
import { compileRule } from './compile-rule.ts'
import type { KnownFields } from '../known-fields.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import { TIERS, tierOf } from '../policy-source.ts'
import type { Rule } from '../rule.ts'
import { reportRuleName } from './rule-names.ts'

/** What is checked of rules, and against what. */
export interface RuleOptions {
  /**
   * Whether expressions and patterns of builtin policies are checked too. They are when Drawbridge is tested; at work
   * they are read at their first use, because reading them all costs more than a decision.
   */
  readonly checkBuiltin?: boolean
  /** What is known of the fields of kinds: rules that read others are mistakes. Left out: any field is taken. */
  readonly fields?: KnownFields
}

/** The rules of all documents with overrides applied, by id; `all` has those too that an override switches off. */
export function mergeRules(
  documents: readonly ReadDocument[],
  { checkBuiltin = false, fields }: RuleOptions,
): { readonly rules: readonly Rule[]; readonly all: ReadonlyMap<string, Rule> } {
  const all = new Map<string, Rule>()
  for (const from of documents) {
    const checked = checkBuiltin || !from.source.builtin
    for (const [index, written] of (from.document.spec.rules ?? []).entries()) {
      const pointer = `/spec/rules/${String(index)}`
      const rule = compileRule(from, written, pointer, { checked, fields })
      const earlier = all.get(rule.id)
      if (earlier) reportTwice(from, rule.id, earlier.pack, pointer)
      else all.set(rule.id, rule)
    }
  }
  const overrides = collectOverrides(documents, all)
  const rules = [...all.values()].flatMap((rule) => applyOverride(rule, overrides.get(rule.id)) ?? [])
  return { rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)), all }
}

function reportTwice(from: ReadDocument, id: string, pack: string, pointer: string): void {
  const text = `The rule "${id}" is defined twice; the policy "${pack}" has it already. Rename it, or write an entry of "overrides".`
  from.report.add(`${pointer}/id`, { code: 'policy.duplicate-rule', text })
}

/** Overrides of policies that are extended come first, so what a repository says wins. */
function collectOverrides(
  documents: readonly ReadDocument[],
  rules: ReadonlyMap<string, Rule>,
): ReadonlyMap<string, WrittenOverride> {
  const merged = new Map<string, WrittenOverride>()
  for (const tier of TIERS) {
    const here = new Set<string>()
    for (const from of documents.filter(({ source }) => tierOf(source) === tier)) {
      for (const [index, override] of (from.document.spec.overrides ?? []).entries()) {
        const pointer = `/spec/overrides/${String(index)}`
        reportOverride(from, override, pointer, here)
        if (!reportRuleName(from, override.rule, `${pointer}/rule`, rules, 'an override')) continue
        reportHidden(from, override, merged.get(override.rule), pointer)
        here.add(override.rule)
        merged.set(override.rule, { ...merged.get(override.rule), ...override })
      }
    }
  }
  return merged
}

function reportOverride(
  from: ReadDocument,
  override: WrittenOverride,
  pointer: string,
  here: ReadonlySet<string>,
): void {
  if (here.has(override.rule)) {
    const text = `The rule "${override.rule}" is overridden twice. Make one entry of both.`
    from.report.add(`${pointer}/rule`, { code: 'policy.duplicate-override', text })
  }
  if (override.severity ?? override.effect ?? override.enabled !== undefined) return
  if (!from.report.isWhole(pointer)) return
  const text = `The override of "${override.rule}" changes nothing; write "severity", "effect" or "enabled".`
  from.report.add(pointer, { code: 'policy.missing-key', text })
}

/** A rule that is switched off has no severity that could matter. */
function reportHidden(
  from: ReadDocument,
  override: WrittenOverride,
  earlier: WrittenOverride | undefined,
  pointer: string,
): void {
  const enabled = override.enabled ?? earlier?.enabled
  if (enabled !== false || !(override.severity ?? override.effect)) return
  const where = override.enabled === false ? 'this entry' : 'a policy that this one extends'
  const text = `The rule "${override.rule}" is switched off by ${where}, so its severity and effect change nothing. Remove them, or write enabled: true.`
  from.report.warn(pointer, { code: 'policy.hidden-entry', text })
}

function applyOverride(rule: Rule, override: WrittenOverride | undefined): Rule | undefined {
  if (!override) return rule
  if (override.enabled === false) return undefined
  return {
    ...rule,
    severity: override.severity ?? rule.severity,
    effect: override.effect ?? rule.effect,
  }
}
