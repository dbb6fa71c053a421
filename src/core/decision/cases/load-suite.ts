import { type Issue, sortIssues } from '../../model/issue.ts'
import type { PolicyText } from '../../policy/cases/group-policies.ts'
import { readPolicyTests } from '../../policy/cases/read-policy-tests.ts'
import type { BuiltinPolicies } from '../../policy/language/find-pack.ts'
import { type ListedRule, listRules } from '../../policy/list-rules.ts'
import { loadPolicy, type LoadOptions } from '../../policy/load-policy.ts'
import type { Policy } from '../../policy/policy.ts'
import type { PolicySource } from '../../policy/policy-source.ts'
import { type PreparedCase, prepareCases } from './prepare-case.ts'

/** A policy and its cases, as files. */
export interface SuiteFiles {
  readonly policies: readonly PolicySource[]
  /** The paths of the files whose rules the cases are to test. */
  readonly own: readonly string[]
  readonly cases: readonly Pick<PolicyText, 'path' | 'text'>[]
}

/** A policy with its cases, read. It can be run when no issue is more than a warning (severity `low`). */
export interface LoadedSuite {
  /** Null: it has mistakes. */
  readonly policy: Policy | null
  /** The rules that the cases are to test: not those of packs that a policy extends. */
  readonly ownRules: readonly ListedRule[]
  readonly cases: readonly PreparedCase[]
  /** Everything wrong with the policy and the cases, by place. */
  readonly issues: readonly Issue[]
}

/** Reads and checks a policy and its cases: every mistake of both at once. */
export function loadSuite(
  suite: SuiteFiles,
  builtin: BuiltinPolicies,
  options: LoadOptions = {},
): LoadedSuite {
  const loaded = loadPolicy(suite.policies, builtin, options)
  const rules = listRules(suite.policies, builtin, options.shared)
  const names = {
    rules: loaded.ok || loaded.error.every(isWhole) ? new Set(rules.map(({ written }) => written.id)) : null,
    environments: loaded.ok ? loaded.value.environments.map(({ name }) => name) : [],
  }
  const issues: Issue[] = [...(loaded.ok ? loaded.value.warnings : loaded.error)]
  const cases: PreparedCase[] = []
  for (const { path, text } of suite.cases) {
    const tests = readPolicyTests(text, path)
    if (!tests.ok) issues.push(...tests.error)
    for (const test of tests.ok ? tests.value : []) {
      const prepared = prepareCases(test, names)
      issues.push(...test.warnings, ...prepared.issues)
      cases.push(...prepared.cases)
    }
  }
  return {
    policy: loaded.ok ? loaded.value : null,
    ownRules: rules.filter(({ source }) => suite.own.includes(source)),
    cases,
    issues: sortIssues(issues),
  }
}

/** Whether a mistake leaves all rules of the policy known. */
function isWhole({ code }: Issue): boolean {
  return !/^(?:yaml\.|file\.|policy\.(?:not-a-policy|extends-))/.test(code)
}
