import { describe, expect, it } from 'vitest'
import { compareFiles } from '../../../src/core/decision/compare.ts'
import { digestChanges, digestFacts, digestPolicy } from '../../../src/core/decision/digests.ts'
import type { ChangeSet } from '../../../src/core/model/change.ts'
import { baseFacts, review } from '../../support/approval-world.ts'
import { aPolicy } from '../../support/policy.ts'

const POLICY = aPolicy('rules: []')

function changes(old: string | null, now: string | null, path = 'web.yaml'): ChangeSet {
  const side = (text: string | null) =>
    text === null ? null : ({ kind: 'file', id: text, bytes: new TextEncoder().encode(text) } as const)
  return compareFiles([{ path, base: side(old), head: side(now) }], POLICY)
}

function deployment(replicas: number | null, name = 'web'): string {
  const spec = replicas === null ? '{}' : `{ replicas: ${String(replicas)} }`
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}, namespace: shop }\nspec: ${spec}\n`
}

describe('the digest of changes', () => {
  const base = digestChanges(changes(deployment(3), deployment(1)))

  it.each([
    { name: 'another new value', other: changes(deployment(3), deployment(0)) },
    { name: 'another old value', other: changes(deployment(2), deployment(1)) },
    { name: 'a field that goes', other: changes(deployment(3), deployment(null)) },
    { name: 'another object', other: changes(deployment(3, 'api'), deployment(1, 'api')) },
    { name: 'another path', other: changes(deployment(3), deployment(1), 'other.yaml') },
    { name: 'a deletion', other: changes(deployment(3), null) },
    { name: 'a creation', other: changes(null, deployment(1)) },
    { name: 'a file in another form', other: changes(deployment(3), `# x\n${deployment(1)}`) },
    { name: 'nothing', other: changes(deployment(3), deployment(3)) },
  ])('is another for $name', ({ other }) => {
    expect(digestChanges(other)).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(digestChanges(other)).not.toBe(base)
  })

  it('is the same for the same', () => {
    expect(digestChanges(changes(deployment(3), deployment(1)))).toBe(base)
  })

  it('stands for fields even where no file is told, and for files where no object is', () => {
    const [one, other] = [changes(deployment(3), deployment(1)), changes(deployment(3), deployment(0))]
    expect(digestChanges({ ...one, files: [] })).not.toBe(digestChanges({ ...other, files: [] }))
    expect(digestChanges({ ...one, changes: [] })).not.toBe(digestChanges({ ...other, changes: [] }))
    expect(digestChanges({ ...one, files: [] })).not.toBe(digestChanges({ ...one, files: [], changes: [] }))
  })
})

it('the digest of what decides is another for another policy and for other owners', () => {
  const digest = digestPolicy({ digest: 'a' }, 'b')
  expect(digestPolicy({ digest: 'b' }, 'b')).not.toBe(digest)
  expect(digestPolicy({ digest: 'a' }, 'a')).not.toBe(digest)
  expect(digestPolicy({ digest: 'a' }, 'b')).toBe(digest)
})

it('the digest of facts is another for any of them, and the same in another order', () => {
  const facts = baseFacts()
  expect(digestFacts({ ...facts, reviews: facts.reviews.toReversed() })).toBe(digestFacts(facts))
  expect(digestFacts({ ...facts, reviews: [review('dan', 'APPROVED', 20)] })).not.toBe(digestFacts(facts))
  expect(digestFacts({ ...facts, debts: [], labels: ['x'] })).not.toBe(digestFacts(facts))
})
