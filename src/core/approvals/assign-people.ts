import { matchSeats } from './match-seats.ts'

/** What one requirement needs, and who can give which part of it. */
export interface Demand {
  /** How many people each item needs. */
  readonly need: number
  /** How many items (findings) there are. */
  readonly items: number
  /** The items that each person covers, by person id. */
  readonly offers: ReadonlyMap<number, ReadonlySet<number>>
}

/** Which demand each person serves. */
type Serving = ReadonlyMap<number, Demand>

/** More ways than this to place people who cover only a part are not tried: then the demands count as not met together. */
const MOST_SPLITS = 20_000

/**
 * Which people serve which demand when each may serve only one. As many demands as possible in their order are met,
 * all of them whenever that can be done; whoever is left over serves the first that they can help.
 */
export function assignPeople(demands: readonly Demand[]): readonly ReadonlySet<number>[] {
  if (demands.length === 1) return demands.map(({ offers }) => new Set(offers.keys()))
  let met: readonly Demand[] = []
  let serving: Serving = new Map()
  for (const next of demands.filter(canBeMet)) {
    const solution = serveAll([...met, next])
    if (solution === undefined) continue
    met = [...met, next]
    serving = solution
  }
  const places = new Map(serving)
  const unmet = demands.filter((demand) => !met.includes(demand))
  for (const demand of [...unmet, ...met]) {
    for (const person of demand.offers.keys()) if (!places.has(person)) places.set(person, demand)
  }
  return demands.map(
    (demand) => new Set([...places].filter(([, at]) => at === demand).map(([person]) => person)),
  )
}

/** Whether everybody together would do: then it is worth looking for who is enough. */
function canBeMet(demand: Demand): boolean {
  return leastCovered(demand, new Set(demand.offers.keys())) >= demand.need
}

/** How many people the item that has the fewest has. Without items: how many people there are. */
export function leastCovered(demand: Demand, people: ReadonlySet<number>): number {
  const present = [...demand.offers].filter(([person]) => people.has(person))
  let least = present.length
  for (let item = 0; item < demand.items; item += 1) {
    least = Math.min(least, present.filter(([, items]) => items.has(item)).length)
  }
  return least
}

interface Search {
  readonly demands: readonly Demand[]
  /** Those who cover only a part of some demand. */
  readonly partial: readonly number[]
  /** Where some of them serve with a part. */
  readonly placed: Map<number, Demand>
  left: number
}

function serveAll(demands: readonly Demand[]): Serving | undefined {
  const partial = demands.flatMap((demand) =>
    [...demand.offers].filter(([, items]) => items.size < demand.items).map(([person]) => person),
  )
  return place({ demands, partial: [...new Set(partial)], placed: new Map(), left: MOST_SPLITS }, 0)
}

/** Tries every place for the people who cover a part, nowhere first; the others are matched exactly. */
function place(search: Search, at: number): Serving | undefined {
  const person = search.partial[at]
  if (person === undefined) {
    search.left -= 1
    return matchRest(search)
  }
  const unplaced = place(search, at + 1)
  if (unplaced !== undefined) return unplaced
  for (const demand of search.demands) {
    const items = demand.offers.get(person)
    if (items === undefined || items.size === demand.items) continue
    if (search.left <= 0) return undefined
    search.placed.set(person, demand)
    const solution = place(search, at + 1)
    if (solution !== undefined) return solution
    search.placed.delete(person)
  }
  return undefined
}

function matchRest({ demands, placed }: Search): Serving | undefined {
  const seats = demands.map((demand) => {
    const helpers = [...placed].filter(([, at]) => at === demand).map(([person]) => person)
    const whole = [...demand.offers].filter(
      ([person, items]) => !placed.has(person) && items.size === demand.items,
    )
    return {
      need: Math.max(0, demand.need - leastCovered(demand, new Set(helpers))),
      people: new Set(whole.map(([person]) => person)),
    }
  })
  const seated = matchSeats(seats)
  if (seated === undefined) return undefined
  const serving = new Map(placed)
  for (const [person, group] of seated) {
    const demand = demands[group]
    if (demand !== undefined) serving.set(person, demand)
  }
  return serving
}
