import { builtinSchemas } from '../adapters/files/kind-schemas.ts'
import { packCases } from '../adapters/files/pack-cases.ts'
import { prepareCases, type PreparedCase } from '../core/decision/cases/prepare-case.ts'
import { runCase } from '../core/decision/cases/run-case.ts'
import { readPolicyTests } from '../core/policy/cases/read-policy-tests.ts'
import type { ListedRule } from '../core/policy/list-rules.ts'
import type { Policy } from '../core/policy/policy.ts'
import { exampleOf, type RuleExample } from '../core/report/rules/rule-example.ts'

/** A change that makes a rule of a pack fire, the shortest among the cases of the packs; null when there is none. */
export function findExample(
  policy: Policy,
  { written: { id }, pack, builtin }: ListedRule,
): RuleExample | null {
  if (!builtin) return null
  for (const { path, text } of packCases(pack)) {
    if (!text.includes(id)) continue
    const tests = readPolicyTests(text, path)
    if (!tests.ok) continue
    const cases = tests.value
      .flatMap((test) => prepareCases(test, { rules: [], environments: [] }).cases)
      .filter(({ policyCase }) => policyCase.expect.findings.some(({ rule }) => rule === id))
      .toSorted((a, b) => lengthOf(a) - lengthOf(b))
    const runs = cases.map((prepared) => exampleOf(runCase(policy, prepared, builtinSchemas), id))
    const best = runs.find(({ message }) => message !== null) ?? runs[0]
    if (best) return best
  }
  return null
}

function lengthOf({ policyCase: { before, after } }: PreparedCase): number {
  return [...before.values(), ...after.values()].reduce((sum, text) => sum + text.length, 0)
}
