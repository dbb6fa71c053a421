import type { Account } from '../../core/model/facts.ts'
import type { AccountNode } from './pull-request-answer.ts'

/** An account; null when it was deleted or is of a kind that has no number, which nobody who counts has. */
export function accountOf(node: AccountNode | null): Account | null {
  if (node === null || node.databaseId === null || node.databaseId === undefined) return null
  return { id: node.databaseId, login: node.login, type: node.type }
}
