import { builtinSchemas } from '../../src/adapters/files/kind-schemas.ts'
import { type PreparedCase, prepareCases } from '../../src/core/decision/cases/prepare-case.ts'
import { type CaseRun, runCase } from '../../src/core/decision/cases/run-case.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import type { PolicyTest } from '../../src/core/policy/cases/policy-test.ts'

/** The cases of a document, ready to run; throws when one names what the policy does not know. */
export function casesOf(policy: Policy, test: PolicyTest): readonly PreparedCase[] {
  const names = { rules: new Set(policy.rules.map(({ id }) => id)), environments: [] }
  const { cases, issues } = prepareCases(test, names)
  if (issues.length === 0) return cases
  throw new Error(issues.map(({ path, line, text }) => `${path}:${String(line)}: ${text}`).join('\n'))
}

/** Runs one case against a policy. */
export function runPolicyCase(policy: Policy, prepared: PreparedCase): CaseRun {
  return runCase(policy, prepared, builtinSchemas)
}
