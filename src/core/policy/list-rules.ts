import type { Effect } from '../model/finding.ts'
import type { Severity } from '../model/severity.ts'
import { collectPolicies } from './language/collect-policies.ts'
import type { BuiltinPolicies } from './language/find-pack.ts'
import type { SharedTexts } from './language/find-shared.ts'
import type { WrittenOverride, WrittenRule } from './language/policy-document.ts'
import type { ReadDocument } from './language/read-policy-documents.ts'
import { type PolicySource, TIERS, tierOf } from './policy-source.ts'

/** A rule as people wrote it, and what overrides made of it. */
export interface ListedRule {
  readonly written: WrittenRule
  /** The name of the policy document that brought it. */
  readonly pack: string
  /** The path of its file, or `builtin:NAME`. */
  readonly source: string
  readonly builtin: boolean
  readonly locked: boolean
  readonly severity: Severity
  readonly effect: Effect
  /** False: an override switches it off. */
  readonly enabled: boolean
  /** What overrides it, the last one winning. */
  readonly overrides: readonly { readonly source: string; readonly override: WrittenOverride }[]
}

/**
 * Every rule of a policy by id, also those that are switched off, as `loadPolicy` understands them. Mistakes are passed over:
 * `loadPolicy` tells them.
 */
export function listRules(
  sources: readonly PolicySource[],
  builtin: BuiltinPolicies,
  shared?: SharedTexts,
): readonly ListedRule[] {
  const { documents } = collectPolicies(sources, builtin, shared)
  const rules = new Map<string, ListedRule>()
  for (const { document, source } of documents) {
    for (const written of document.spec.rules ?? []) {
      if (rules.has(written.id)) continue
      rules.set(written.id, {
        written,
        pack: document.metadata.name,
        source: source.path,
        builtin: source.builtin,
        locked: written.locked ?? false,
        severity: written.severity,
        effect: written.effect ?? 'require',
        enabled: true,
        overrides: [],
      })
    }
  }
  for (const tier of TIERS) {
    for (const from of documents) if (tierOf(from.source) === tier) applyOverrides(rules, from)
  }
  return [...rules.values()].toSorted((a, b) => (a.written.id < b.written.id ? -1 : 1))
}

function applyOverrides(rules: Map<string, ListedRule>, { document, source }: ReadDocument): void {
  for (const override of document.spec.overrides ?? []) {
    const rule = rules.get(override.rule)
    if (!rule || rule.locked) continue
    rules.set(override.rule, {
      ...rule,
      severity: override.severity ?? rule.severity,
      effect: override.effect ?? rule.effect,
      enabled: override.enabled ?? rule.enabled,
      overrides: [...rule.overrides, { source: source.path, override }],
    })
  }
}
