import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchSeats, type Seats } from '../../../src/core/approvals/match-seats.ts'

it.each([
  { name: 'people move on when another seat will do', groups: [[1, 2], [1, 3], [3]], want: true },
  { name: 'one person, two seats', groups: [[1], [1]], want: false },
  { name: 'a chain of moves', groups: [[1, 2], [2, 3], [3, 4], [1]], want: true },
  {
    name: 'three seats, two people',
    groups: [
      [1, 2],
      [1, 2],
      [1, 2],
    ],
    want: false,
  },
  { name: 'nothing is asked', groups: [], want: true },
])('$name', ({ groups, want }) => {
  const seats = groups.map((people) => ({ need: 1, people: new Set(people) }))
  expect(matchSeats(seats) !== undefined).toBe(want)
})

it('finds a seating exactly when there is one', () => {
  const seats = fc.record({
    need: fc.integer({ min: 0, max: 2 }),
    people: fc.uniqueArray(fc.integer({ min: 1, max: 5 })).map((people) => new Set(people)),
  })
  fc.assert(
    fc.property(fc.array(seats, { maxLength: 4 }), (groups) => {
      const seated = matchSeats(groups)
      expect(seated !== undefined).toBe(isPossible(groups))
      for (const [at, { need, people }] of groups.entries()) {
        const here = [...(seated ?? [])].filter(([, group]) => group === at).map(([person]) => person)
        if (seated !== undefined) expect(here).toHaveLength(need)
        expect(here.every((person) => people.has(person))).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

/** Hall's condition: every set of groups has as many people as it needs. */
function isPossible(groups: readonly Seats[]): boolean {
  for (let set = 0; set < 2 ** groups.length; set += 1) {
    const chosen = groups.filter((_, at) => (set >> at) % 2 === 1)
    const people = new Set(chosen.flatMap((group) => [...group.people]))
    if (people.size < chosen.reduce((sum, { need }) => sum + need, 0)) return false
  }
  return true
}
