import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'
import { compareFiles } from '../../../src/core/decision/compare.ts'
import type { ChangeSet } from '../../../src/core/model/change.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'
import { anyObject } from './any-files/any-objects.ts'
import { editablePlans, type MapPlan } from './any-files/blueprint.ts'
import { Random } from './any-files/random.ts'
import { changedFiles, writeFiles } from './any-files/written-files.ts'
import { type Edit, writeObject } from './any-files/written-object.ts'

const POLICY = loadPolicy([], builtinPolicy)
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function anyObjects(random: Random): readonly MapPlan[] {
  return Array.from({ length: 1 + random.below(6) }, (_, at) => anyObject(random, `object-${String(at)}`))
}

/** The same objects written twice, the second time with an edit of one of them. */
function writtenTwice(objects: readonly MapPlan[], random: Random, edit: Edit | null): ChangeSet {
  if (!POLICY.ok) throw new Error('the builtin policy does not load')
  const base = writeFiles(
    objects.map((object) => writeObject(object, random)),
    random,
  )
  const head = writeFiles(
    objects.map((object) => writeObject(object, random, edit)),
    random,
  )
  return compareFiles(changedFiles(base, head), POLICY.value)
}

describe('objects in files, however they are written', () => {
  it('do not change when they mean the same', () => {
    fc.assert(
      fc.property(seed, (start) => {
        const random = new Random(start)
        const objects = anyObjects(random)
        const { changes, unchanged, issues } = writtenTwice(objects, random, null)
        expect(issues).toEqual([])
        expect(changes.map(({ operation, ref, fields }) => [operation, ref.kind, fields])).toEqual([])
        expect(unchanged.moved + unchanged.reformatted).toBe(objects.length)
      }),
      { numRuns: 400 },
    )
  })

  it('change in the one place that was edited', () => {
    fc.assert(
      fc.property(seed, (start) => {
        const random = new Random(start)
        const objects = anyObjects(random)
        const plan = random.pick(objects.flatMap(editablePlans))
        fc.pre(plan !== undefined)
        const edit: Edit = { plan, at: null }
        const { changes, unchanged, issues } = writtenTwice(objects, random, edit)
        expect(issues).toEqual([])
        expect(
          changes.map(({ operation, fields }) => [operation, ...fields.map(({ path }) => path)]),
        ).toEqual([['UPDATE', edit.at]])
        expect(unchanged.moved + unchanged.reformatted).toBe(objects.length - 1)
      }),
      { numRuns: 400 },
    )
  })
})
