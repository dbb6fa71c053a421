import { policyTestText, policyText } from '../support/policy.ts'

/** A policy with one rule of its own that extends nothing, named like its rule's first word. */
export function aPolicyFile(name: string, more = ''): string {
  return policyText(
    `rules:\n  - { id: ${name}.down, match: { kinds: [apps/Deployment] }, change: [{ path: spec.replicas, op: decreased }], severity: high, message: fewer replicas }\n${more}`,
    name,
  )
}

const side = (replicas: number): string =>
  JSON.stringify(
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: ${String(replicas)} }\n`,
  )

/** A case in which replicas go from 3 to 1. */
export function aCase(name: string, expected: string): string {
  return `name: ${name}\nbefore: ${side(3)}\nafter: ${side(1)}\nexpect: ${expected}`
}

/** A file of cases that expect the rule of a policy, and one that does not. */
export function cases(name: string): string {
  return policyTestText(
    aCase('down', `{ outcome: hold, findings: [{ rule: ${name}.down, severity: high }] }`),
    `name: nothing\nexpect: { outcome: allow, not: [${name}.down] }`,
  )
}
