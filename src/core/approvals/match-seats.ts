/** So many people wanted, out of these. */
export interface Seats {
  readonly need: number
  readonly people: ReadonlySet<number>
}

/**
 * Gives every group of seats as many people as it needs, nobody twice, or undefined when that cannot be. Exact:
 * whoever sits moves on when another seat will do for them (augmenting paths). Answers with the group of each
 * person who was needed.
 */
export function matchSeats(groups: readonly Seats[]): ReadonlyMap<number, number> | undefined {
  const seated = new Map<number, number>()
  for (const [group, { need, people }] of groups.entries()) {
    if (need > people.size) return undefined
    for (let seat = 0; seat < need; seat += 1) {
      if (!seatOne(group, groups, seated, new Set())) return undefined
    }
  }
  return seated
}

function seatOne(
  group: number,
  groups: readonly Seats[],
  seated: Map<number, number>,
  tried: Set<number>,
): boolean {
  for (const person of groups[group]?.people ?? []) {
    const taken = seated.get(person)
    if (taken === group || tried.has(person)) continue
    tried.add(person)
    if (taken === undefined || seatOne(taken, groups, seated, tried)) {
      seated.set(person, group)
      return true
    }
  }
  return false
}
