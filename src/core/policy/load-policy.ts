import { digestText } from '../model/digest.ts'
import type { Instant } from '../model/instant.ts'
import { type Issue, sortIssues } from '../model/issue.ts'
import { err, ok, type Result } from '../model/result.ts'
import { collectPolicies } from './language/collect-policies.ts'
import type { BuiltinPolicies } from './language/find-pack.ts'
import type { SharedTexts } from './language/find-shared.ts'
import { mergeBreakGlass } from './compile/compile-break-glass.ts'
import { mergeExceptions } from './compile/merge-exceptions.ts'
import { mergeWindows } from './compile/compile-windows.ts'
import { mergeEnvironments } from './compile/merge-environments.ts'
import { mergeManifests } from './compile/merge-manifests.ts'
import { mergeFallbackOwners, mergeRequirements } from './compile/merge-requirements.ts'
import { mergeRules, type RuleOptions } from './compile/merge-rules.ts'
import { reportDeadRules } from './compile/report-dead-rules.ts'
import { reportUnknownPlaces } from './compile/report-unknown-places.ts'
import type { Policy } from './policy.ts'
import type { PolicySource } from './policy-source.ts'

/** How thorough the checks are. */
export interface LoadOptions extends RuleOptions {
  /** The time, to tell what is over already. */
  readonly now?: Instant
  /** What was read of other repositories. Without it a policy that extends one does not load. */
  readonly shared?: SharedTexts
}

/**
 * Makes one policy of several files, of what they extend and of the locked rules. On failure every mistake is there at
 * once, by place. Issues of severity low are warnings: they do not fail, and come with the policy.
 */
export function loadPolicy(
  sources: readonly PolicySource[],
  builtin: BuiltinPolicies,
  options: LoadOptions = {},
): Result<Policy, readonly Issue[]> {
  const { documents, names, issues } = collectPolicies(sources, builtin, options.shared)
  const { rules, all } = mergeRules(documents, options)
  reportDeadRules(documents)
  const environments = mergeEnvironments(documents)
  reportUnknownPlaces(documents, environments)
  const merged: Omit<Policy, 'warnings'> = {
    digest: digestText(documents.map(({ digest }) => digest).join(' ')),
    sources: names,
    rules,
    manifests: mergeManifests(documents),
    environments,
    requirements: mergeRequirements(documents),
    fallbackOwners: mergeFallbackOwners(documents),
    exceptions: mergeExceptions(documents, { all, enabled: rules }, options.now),
    windows: mergeWindows(documents),
    breakGlass: mergeBreakGlass(documents),
  }
  const found = withoutGuesses([...issues, ...documents.flatMap((from) => from.report.issues())])
  if (found.some((issue) => issue.severity !== 'low')) return err(sortIssues(found))
  return ok({ ...merged, warnings: sortIssues([...found, ...noRules(sources, merged)]) })
}

/** Where something that is extended could not be had, a rule that is like no other one may be in it. */
function withoutGuesses(issues: readonly Issue[]): readonly Issue[] {
  return issues.some(({ code }) => code.startsWith('policy.extends-'))
    ? issues.filter(({ code, suggestion }) => code !== 'policy.unknown-rule' || suggestion !== undefined)
    : issues
}

function noRules(sources: readonly PolicySource[], policy: Pick<Policy, 'rules'>): readonly Issue[] {
  const first = sources[0]
  if (!first || policy.rules.some((rule) => !rule.locked)) return []
  const text =
    'This policy has no rules of its own and extends none, so it finds nothing but changes to the gate itself and unreadable files. Extend builtin:recommended.'
  return [{ code: 'policy.no-rules', severity: 'low', path: first.path, line: 1, column: 1, text }]
}
