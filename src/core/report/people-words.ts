import type { Account } from '../model/facts.ts'
import type { Owner } from '../model/requirement.ts'
import { numberWord } from './phrases.ts'
import { owner, say, series, type Wording } from './wording.ts'

/** More owners than this are counted: who reads it looks up the rest in the table. */
const NAMED = 4

/** `@acme/net or @dan`: alternatives. */
export function ownersWording(owners: readonly Owner[], limit: number = NAMED): Wording {
  if (owners.length === 0) return say`nobody (there is no owner)`
  return series(
    owners.map((name) => [owner(name)]),
    'or',
    limit,
  )
}

/** Who has to do something, at the beginning of a sentence part: `one of @acme/net`, `two of @acme/net or @dan`, `@dan`. */
export function someOf(number: number, owners: readonly Owner[], more = false): Wording {
  const [only] = owners
  if (number === 1 && owners.length === 1 && only !== undefined && isPerson(only)) return [owner(only)]
  return say`${numberWord(number)} ${more ? 'more ' : ''}of ${ownersWording(owners)}`
}

/** The same for a place with little room: `1 of @acme/net`, `an approval by @dan`. */
export function approvalsOf(number: number, owners: readonly Owner[], limit: number = NAMED): Wording {
  const [only] = owners
  if (number === 1 && owners.length === 1 && only !== undefined && isPerson(only))
    return say`an approval by ${owner(only)}`
  return say`${String(number)} of ${ownersWording(owners, limit)}`
}

/** `@ben and @cleo`: people that are called. */
export function peopleWording(people: readonly Pick<Account, 'login'>[], limit?: number): Wording {
  return series(
    people.map(({ login }) => [owner(`@${login}`)]),
    'and',
    limit,
  )
}

/** Whoever opened a pull request, who has to mend what only they can. */
export function authorWording(author: string | null): Wording {
  return author === null ? say`the author` : [owner(`@${author}`)]
}

function isPerson(name: Owner): boolean {
  return name.startsWith('@') && !name.includes('/')
}
