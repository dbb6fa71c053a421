import { builtinSchemas } from '../../../../src/adapters/files/kind-schemas.ts'
import { type LoadedSuite, loadSuite } from '../../../../src/core/decision/cases/load-suite.ts'
import { runSuites, type TestRun } from '../../../../src/core/decision/cases/run-suites.ts'
import { policyTestText, policyText } from '../../../support/policy.ts'

/** A Deployment with so many replicas. */
export function deployment(replicas: number): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: ${String(replicas)} }\n`
}

/** `before` and `after` of a case that scales down from 3. */
export const SCALED: string = `before: ${JSON.stringify(deployment(3))}\nafter: ${JSON.stringify(deployment(1))}`

/** A rule that finds it. */
export const RULE: string =
  'rules:\n  - { id: acme.down, match: { kinds: [apps/Deployment] }, change: [{ path: spec.replicas, op: decreased }], severity: high, messageExpression: \'title + " loses replicas"\' }'

/** A policy with its cases, read; no packs. */
export function suiteOf(spec: string, ...cases: readonly string[]): LoadedSuite {
  return loadSuite(
    {
      policies: [{ path: 'acme.yaml', text: policyText(spec), builtin: false }],
      own: ['acme.yaml'],
      cases: [{ path: 'tests/acme.yaml', text: policyTestText(...cases) }],
    },
    () => undefined,
  )
}

/** What became of these cases; throws when they have mistakes. */
export function runOf(spec: string, ...cases: readonly string[]): TestRun {
  const suite = suiteOf(spec, ...cases)
  const mistakes = suite.issues.filter(({ severity }) => severity !== 'low')
  if (mistakes.length > 0)
    throw new Error(mistakes.map(({ line, text }) => `${String(line)}: ${text}`).join('\n'))
  return runSuites([suite], builtinSchemas)
}
