import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { assignPeople, type Demand, leastCovered } from '../../../src/core/approvals/assign-people.ts'

const demand: fc.Arbitrary<Demand> = fc
  .record({
    need: fc.integer({ min: 1, max: 2 }),
    items: fc.integer({ min: 1, max: 3 }),
    offers: fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 5 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 }),
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ need, items, offers }) => ({
    need,
    items,
    offers: new Map(
      offers
        .map(([person, covered]) => [person, new Set(covered.filter((item) => item < items))] as const)
        .filter(([, covered]) => covered.size > 0),
    ),
  }))

it('meets all demands exactly when that can be done, and lets nobody serve twice', () => {
  fc.assert(
    fc.property(fc.array(demand, { minLength: 1, maxLength: 3 }), (demands) => {
      const assigned = assignPeople(demands)
      const everybody = assigned.flatMap((people) => [...people])
      expect(new Set(everybody).size).toBe(everybody.length)
      const met = demands.every((one, at) => leastCovered(one, assigned[at] ?? new Set()) >= one.need)
      expect(met).toBe(canMeetAll(demands))
    }),
    { numRuns: 500 },
  )
})

it('leaves nobody out who can help', () => {
  fc.assert(
    fc.property(fc.array(demand, { minLength: 1, maxLength: 3 }), (demands) => {
      const offered = new Set(demands.flatMap(({ offers }) => [...offers.keys()]))
      const assigned = new Set(assignPeople(demands).flatMap((people) => [...people]))
      expect(assigned).toEqual(offered)
    }),
  )
})

it('gives up, rather than never ending, on many who cover a part each', () => {
  const people = Array.from({ length: 40 }, (_, index) => [index, new Set([index % 3])] as const)
  const hard = { need: 14, items: 3, offers: new Map(people) }
  const assigned = assignPeople([hard, { ...hard, offers: new Map(people) }])
  expect(assigned.reduce((sum, { size }) => sum + size, 0)).toBe(40)
})

function canMeetAll(demands: readonly Demand[], people = peopleOf(demands), serving: Serving = []): boolean {
  const [person, ...others] = people
  if (person === undefined) {
    return demands.every((one, at) => leastCovered(one, new Set(serving[at] ?? [])) >= one.need)
  }
  return [...demands.keys(), -1].some((at) =>
    canMeetAll(
      demands,
      others,
      demands.map((_, index) => [...(serving[index] ?? []), ...(index === at ? [person] : [])]),
    ),
  )
}

type Serving = readonly (readonly number[])[]

function peopleOf(demands: readonly Demand[]): readonly number[] {
  return [...new Set(demands.flatMap(({ offers }) => [...offers.keys()]))]
}
