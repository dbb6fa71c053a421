import { digestText } from '../model/digest.ts'
import { type Issue, sortIssues } from '../model/issue.ts'
import { err, ok, type Result } from '../model/result.ts'
import { type BuiltinPolicies, collectPolicies } from './language/collect-policies.ts'
import { compileExceptions } from './compile/compile-exceptions.ts'
import { mergeEnvironments, reportUnknownEnvironments } from './compile/merge-environments.ts'
import { mergeManifests } from './compile/merge-manifests.ts'
import { mergeFallbackOwners, mergeRequirements } from './compile/merge-requirements.ts'
import { mergeRules, type RuleOptions } from './compile/merge-rules.ts'
import type { Policy } from './policy.ts'
import type { PolicySource } from './policy-source.ts'
import type { ReadDocument } from './language/read-policy-documents.ts'

/** How thorough the checks are. */
export type LoadOptions = RuleOptions

/**
 * Makes one policy of several files, of what they extend and of the locked rules. On failure every mistake is there at
 * once, by place. Issues of severity low are warnings: they do not fail, and come with the policy.
 */
export function loadPolicy(
  sources: readonly PolicySource[],
  builtin: BuiltinPolicies,
  options: LoadOptions = {},
): Result<Policy, readonly Issue[]> {
  const { documents, names, issues } = collectPolicies(sources, builtin)
  for (const from of documents) reportUnsupported(from)
  const { rules, all } = mergeRules(documents, options)
  const environments = mergeEnvironments(documents)
  reportUnknownEnvironments(documents, environments)
  const merged: Omit<Policy, 'warnings'> = {
    digest: digestText(documents.map(({ digest }) => digest).join(' ')),
    sources: names,
    rules,
    manifests: mergeManifests(documents),
    environments,
    requirements: mergeRequirements(documents),
    fallbackOwners: mergeFallbackOwners(documents),
    exceptions: documents.flatMap((from) => compileExceptions(from, all)),
  }
  const found = [...issues, ...documents.flatMap((from) => from.report.issues())]
  if (found.some((issue) => issue.severity !== 'low')) return err(sortIssues(found))
  return ok({ ...merged, warnings: sortIssues([...found, ...noRules(sources, merged)]) })
}

/** Keys of the language that this version does not carry out. Passing over a freeze in silence would open the gate. */
function reportUnsupported(from: ReadDocument): void {
  for (const [key, meaning] of [
    ['windows', 'Recurring windows and freezes'],
    ['breakGlass', 'Break-glass'],
  ] as const) {
    if (from.document.spec[key] === undefined) continue
    const text = `${meaning} ("${key}") are not carried out by this version, and nothing is passed over in silence. Remove the key.`
    from.report.add(`/spec/${key}`, { code: 'policy.not-supported', text })
  }
}

function noRules(sources: readonly PolicySource[], policy: Pick<Policy, 'rules'>): readonly Issue[] {
  const first = sources[0]
  if (!first || policy.rules.some((rule) => !rule.locked)) return []
  const text =
    'This policy has no rules of its own and extends none, so it finds nothing but changes to the gate itself and unreadable files. Extend builtin:recommended.'
  return [{ code: 'policy.no-rules', severity: 'low', path: first.path, line: 1, column: 1, text }]
}
