import type { Facts } from '../model/facts.ts'
import type { Owner } from '../model/requirement.ts'
import type { ApprovalVerdict } from '../model/verdict.ts'
import { freePeople } from './candidates.ts'
import { contributorsOf } from './contributors.ts'
import { matchSeats } from './match-seats.ts'

/** Up to so many owners every set is tried; beyond it, owners are left out one by one as long as the rest will do. */
const TRIED_EXACTLY = 12

/** What one unmet requirement still needs, and the people that each of its owners brings. */
interface Need {
  readonly distinct: string | null
  readonly missing: number
  readonly people: ReadonlyMap<Owner, readonly string[]>
}

/**
 * A smallest set of people and teams whose approvals would meet every requirement that waits for approvals; the
 * earliest in the order of the requirements among several. What nobody can meet, and what is not known, asks nobody.
 */
export function whomToAsk(verdicts: readonly ApprovalVerdict[], facts: Facts): readonly Owner[] {
  const contributors = contributorsOf(facts)
  const needs: Need[] = []
  for (const verdict of verdicts) {
    const missing = verdict.verdict === 'unmet' ? missingPeople(verdict) : 0
    if (missing === 0) continue
    const people = new Map(
      verdict.candidates.map((owner) => {
        const free = freePeople(owner, verdict.requirement, facts, contributors)
        return [owner, free === null ? unknownPeople(owner, missing) : stillFree(free, verdict)]
      }),
    )
    const need = { distinct: verdict.requirement.distinct, missing, people }
    if (canMeet([...needs, need], ownersOfAll([...needs, need]))) needs.push(need)
  }
  const owners = ownersOfAll(needs)
  return owners.length <= TRIED_EXACTLY ? smallest(needs, owners) : thinnedOut(needs, owners)
}

function missingPeople({ reason, notes, requirement, by }: ApprovalVerdict): number {
  const short = [reason, ...notes].find(({ code }) => code === 'approvals-missing' || code === 'same-person')
  if (short === undefined) return 0
  return short.code === 'approvals-missing'
    ? short.need - short.have
    : Math.max(1, requirement.count - by.length)
}

/** A team that cannot be read is taken to have as many people as are missing: it may. */
function unknownPeople(team: Owner, missing: number): readonly string[] {
  return Array.from({ length: missing }, (_, index) => `${team}#${String(index)}`)
}

/** Without those who count already, unless some of them count only for a part: they can approve again. */
function stillFree(people: readonly string[], { by, reason }: ApprovalVerdict): readonly string[] {
  if (reason.code === 'approvals-missing' && reason.have < by.length) return people
  const spent = new Set(by.map(({ login }) => login.toLowerCase()))
  return people.filter((login) => !spent.has(login))
}

function ownersOfAll(needs: readonly Need[]): readonly Owner[] {
  return [...new Set(needs.flatMap(({ people }) => [...people.keys()]))]
}

function canMeet(needs: readonly Need[], owners: readonly Owner[]): boolean {
  const shared = needs.filter(({ distinct }) => distinct !== null)
  const groups = [...new Set(shared.map(({ distinct }) => distinct))].map((name) =>
    shared.filter(({ distinct }) => distinct === name),
  )
  const single = needs.filter(({ distinct }) => distinct === null).map((need) => [need])
  return [...groups, ...single].every((group) => canSeat(group, owners))
}

function canSeat(group: readonly Need[], owners: readonly Owner[]): boolean {
  const numbers = new Map<string, number>()
  const numberOf = (person: string): number => {
    const known = numbers.get(person) ?? numbers.size
    numbers.set(person, known)
    return known
  }
  const seats = group.map(({ missing, people }) => ({
    need: missing,
    people: new Set(owners.flatMap((owner) => people.get(owner) ?? []).map(numberOf)),
  }))
  return matchSeats(seats) !== undefined
}

function smallest(needs: readonly Need[], owners: readonly Owner[]): readonly Owner[] {
  for (let size = 0; size <= owners.length; size += 1) {
    for (const some of subsets(owners, size)) if (canMeet(needs, some)) return some
  }
  return owners
}

/** The subsets of a size, those with the earliest members first. */
function* subsets(owners: readonly Owner[], size: number): Generator<readonly Owner[]> {
  if (size === 0) {
    yield []
    return
  }
  for (const [at, owner] of owners.entries()) {
    for (const rest of subsets(owners.slice(at + 1), size - 1)) yield [owner, ...rest]
  }
}

function thinnedOut(needs: readonly Need[], owners: readonly Owner[]): readonly Owner[] {
  let kept = owners
  for (const owner of owners.toReversed()) {
    const rest = kept.filter((other) => other !== owner)
    if (canMeet(needs, rest)) kept = rest
  }
  return kept
}
