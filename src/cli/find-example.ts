import { builtinSchemas } from '../adapters/files/kind-schemas.ts'
import { packCases } from '../adapters/files/pack-cases.ts'
import { prepareCases, type PreparedCase } from '../core/decision/cases/prepare-case.ts'
import { runCase } from '../core/decision/cases/run-case.ts'
import type { PolicyText } from '../core/policy/cases/group-policies.ts'
import { readPolicyTests } from '../core/policy/cases/read-policy-tests.ts'
import type { ListedRule } from '../core/policy/list-rules.ts'
import type { Policy } from '../core/policy/policy.ts'
import { exampleOf, type RuleExample } from '../core/report/rules/rule-example.ts'
import { CliFailure } from './cli-failure.ts'
import { findPolicies } from './policy-files.ts'

/**
 * A change that makes a rule fire, the shortest among the cases of its pack or, for a rule of their own, of the repository's;
 * null when there is none.
 */
export function findExample(policy: Policy, rule: ListedRule, repo: string): RuleExample | null {
  const { id } = rule.written
  for (const { path, text } of rule.builtin ? packCases(rule.pack) : ownCases(repo)) {
    if (!text.includes(id)) continue
    const tests = readPolicyTests(text, path)
    if (!tests.ok) continue
    const cases = tests.value
      .flatMap((test) => prepareCases(test, { rules: null, environments: [] }).cases)
      .filter(({ policyCase }) => policyCase.expect.findings.some((expected) => expected.rule === id))
      .toSorted((a, b) => lengthOf(a) - lengthOf(b))
    const runs = cases.map((prepared) => exampleOf(runCase(policy, prepared, builtinSchemas), id))
    const best = runs.find(({ message }) => message !== null) ?? runs[0]
    if (best) return best
  }
  return null
}

/** An example is only a help: what cannot be read has none. */
function ownCases(repo: string): readonly Pick<PolicyText, 'path' | 'text'>[] {
  try {
    return findPolicies(repo).files.filter(({ cases }) => cases)
  } catch (error) {
    if (error instanceof CliFailure) return []
    throw error
  }
}

function lengthOf({ policyCase: { before, after } }: PreparedCase): number {
  return [...before.values(), ...after.values()].reduce((sum, text) => sum + text.length, 0)
}
