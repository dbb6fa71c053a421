import type { Instant } from '../../model/instant.ts'
import { compareSeverity } from '../../model/severity.ts'
import type { SyncWindow } from '../../model/sync-window.ts'
import type { ListedRule } from '../../policy/list-rules.ts'
import type { Exception, Policy } from '../../policy/policy.ts'
import { type NeedWords, needWords } from './need-words.ts'
import type { RuleExample } from './rule-example.ts'

/** A rule with all that somebody wants to know who was held by it. */
export interface ExplainedRule {
  readonly rule: ListedRule
  /** In general, then in each environment where it is something else. Empty for a rule that is switched off. */
  readonly needs: readonly NeedWords[]
  /** Recurring windows that a finding of it has to fit, where they apply. */
  readonly windows: readonly SyncWindow[]
  /** Exceptions that are not over. */
  readonly exceptions: readonly Exception[]
  readonly example: RuleExample | null
  /** The moment of the explanation. */
  readonly now: Instant
  /** Whether the repository has a policy that an override or an exception can be written into. */
  readonly hasPolicy: boolean
}

/** Explains a rule under a policy. */
export function explainRule(
  policy: Policy,
  rule: ListedRule,
  example: RuleExample | null,
  now: Instant,
): ExplainedRule {
  const { id } = rule.written
  return {
    rule,
    needs: rule.enabled ? needWords(policy, rule) : [],
    windows: windowsFor(policy, rule),
    exceptions: rule.locked
      ? []
      : policy.exceptions.filter((exception) => exception.rule === id && now < exception.expiresAt),
    example,
    now,
    hasPolicy: policy.sources.some((source) => !source.startsWith('builtin:')),
  }
}

function windowsFor(
  { windows }: Policy,
  { enabled, effect, severity, written }: ListedRule,
): readonly SyncWindow[] {
  if (!enabled || effect !== 'require' || written.narrows === true) return []
  return windows.filter(({ minSeverity }) => compareSeverity(severity, minSeverity) >= 0)
}
