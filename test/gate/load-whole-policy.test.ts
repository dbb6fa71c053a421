import { expect, it } from 'vitest'

import { err, ok, type Result } from '../../src/core/model/result.ts'
import { loadWholePolicy } from '../../src/gate/load-whole-policy.ts'
import type { SharedPolicies } from '../../src/gate/ports/repository.ts'
import type { Problem } from '../../src/gate/ports/problem.ts'
import { policyText } from '../support/policy.ts'

const reference = (name: string): string => `github:acme/policies//${name}.yaml@${'a'.repeat(40)}`

/** Other repositories, and what was asked of them. */
function repositories(
  files: Readonly<Record<string, string>>,
): SharedPolicies & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    read: ({ text }): Promise<Result<string, Problem>> => {
      asked.push(text)
      const file = files[text]
      return Promise.resolve(
        file === undefined ? err({ code: 'not-found', text: 'Cannot read it (404).' }) : ok(file),
      )
    },
  }
}

const extending = (...names: readonly string[]): string =>
  policyText(`extends: [${names.map((name) => JSON.stringify(reference(name))).join(', ')}]`)

async function load(text: string, shared: SharedPolicies | null): Promise<readonly string[] | string> {
  const source = { path: 'p.yaml', text, builtin: false }
  const policy = await loadWholePolicy([source], { builtin: () => undefined, shared })
  return policy.ok ? policy.value.sources : policy.error.map(({ text: said }) => said).join(' ')
}

it('reads what is extended, and what that extends, each once', async () => {
  const shared = repositories({
    [reference('a')]: extending('b', 'c'),
    [reference('b')]: extending('c'),
    [reference('c')]: policyText('rules: [{ id: c, severity: low, message: m }]'),
  })
  expect(await load(extending('a', 'c'), shared)).toEqual(['p.yaml', reference('a'), reference('c')])
  expect(shared.asked.toSorted()).toEqual([reference('a'), reference('b'), reference('c')])
})

it('asks nobody for a policy that extends no other repository', async () => {
  const shared = repositories({})
  await load(policyText('# github: is a word\nextends: []'), shared)
  expect(shared.asked).toEqual([])
})

it('does not load what could not be read in part', async () => {
  const shared = repositories({ [reference('a')]: extending('b') })
  expect(await load(extending('a'), shared)).toBe(
    `"${reference('b')}" cannot be extended. Cannot read it (404).`,
  )
})

it('does not load where other repositories are not read', async () => {
  expect(await load(extending('a'), null)).toContain('Policies of other repositories are not read here.')
})

it('ends when policies extend each other without end', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `p${String(index)}`)
  const files = names.map((name, index) => [reference(name), extending(`p${String(index + 1)}`)] as const)
  const shared = repositories(Object.fromEntries(files))
  expect(await load(extending('p0'), shared)).toContain('More than 20 policies of other repositories')
  expect(shared.asked).toHaveLength(20)
})

it('does not ask for hundreds at once', async () => {
  const shared = repositories({})
  await load(extending(...Array.from({ length: 300 }, (_, index) => `p${String(index)}`)), shared)
  expect(shared.asked).toHaveLength(20)
})
