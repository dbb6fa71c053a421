import { describe, expect, it } from 'vitest'

import { createPlaceFinder } from '../../../../src/core/policy/change-operators/find-places.ts'
import { testChange } from '../../../../src/core/policy/change-operators/test-change.ts'
import { aChange, aPolicy } from '../../../support/policy.ts'

/** Where a test holds. `test` is written as in a policy. */
function matched(test: string, before: string, after: string): readonly string[] {
  const policy = aPolicy(`rules: [{ id: r, severity: low, message: m, change: [${test}] }]`)
  const compiled = policy.rules[0]?.change[0]?.any[0]
  if (!compiled) throw new Error('no test')
  const change = aChange(before, after)
  return testChange(compiled, change, createPlaceFinder(change)).map(({ pointer }) => pointer)
}

describe('a path of any depth', () => {
  const deployment = (spec: string): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: ${spec}`

  it('leads to every value below that is not the same', () => {
    expect(
      matched(
        '{ path: spec.**, op: changed }',
        deployment('{ a: { b: [{ name: x, c: 1 }, { name: y, c: 1 }], d: 1 } }'),
        deployment('{ a: { b: [{ name: y, c: 1 }, { name: x, c: 2 }], d: 1 }, e: { f: 1 } }'),
      ),
    ).toEqual(['/spec', '/spec/a', '/spec/a/b', '/spec/a/b/1', '/spec/a/b/1/c', '/spec/e', '/spec/e/f'])
  })

  it('goes on with what follows it', () => {
    const images = '{ path: spec.**.image, op: changed }'
    expect(
      matched(
        images,
        deployment('{ image: a:1, jobs: { x: [{ image: b:1 }, { image: c:1 }] } }'),
        deployment('{ image: a:1, jobs: { x: [{ image: b:2 }, { image: c:1 }] } }'),
      ),
    ).toEqual(['/spec/jobs/x/0/image', '/spec/jobs/x/image'])
  })
})
