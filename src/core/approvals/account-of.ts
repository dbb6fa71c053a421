import type { Account } from '../model/facts.ts'

/** The account alone, without what is known about its rights. */
export function accountOf({ id, login, type }: Account): Account {
  return { id, login, type }
}
