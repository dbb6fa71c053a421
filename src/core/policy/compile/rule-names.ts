import type { JsonPointer } from '../../model/json-pointer.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import { withSuggestion } from '../language/shape-sentence.ts'

/** Every rule that was read, and whether it is locked. */
export type RuleNames = ReadonlyMap<string, { readonly locked: boolean }>

/** Reports a rule that does not exist or that nothing may touch; says whether it may be touched. */
export function reportRuleName(
  from: ReadDocument,
  name: string,
  pointer: JsonPointer,
  rules: RuleNames,
  what: 'an override' | 'an exception',
): boolean {
  const rule = rules.get(name)
  if (!rule) {
    const near = didYouMean(name, rules.keys())
    const isGlob = /[*?]/.test(name)
    const sentence = withSuggestion(
      `there is no rule "${name.slice(0, 200)}"`,
      near,
      isGlob ? `${what} names one rule, without globs` : `this policy has ${String(rules.size)} rules`,
    )
    from.report.add(pointer, { code: isGlob ? 'policy.glob-for-rule' : 'policy.unknown-rule', ...sentence })
    return false
  }
  if (!rule.locked) return true
  const text = `The rule "${name}" is locked: it holds in every repository, so it takes no ${what.replace(/^an /, '')}. Remove this entry.`
  from.report.add(pointer, { code: 'policy.locked-rule', text })
  return false
}
