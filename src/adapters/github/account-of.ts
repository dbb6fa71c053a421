import type { Account } from '../../core/model/facts.ts'
import type { AccountNode } from './pull-request-answer.ts'

/** GraphQL leaves out the suffix that REST and people see. */
const BOT_SUFFIX = '[bot]'

/** An account; null when it was deleted or is of a kind that has no number, which nobody who counts has. */
export function accountOf(node: AccountNode | null): Account | null {
  if (node === null || node.databaseId === null || node.databaseId === undefined) return null
  const isBot = node.type === 'Bot' && !node.login.endsWith(BOT_SUFFIX)
  return { id: node.databaseId, login: isBot ? node.login + BOT_SUFFIX : node.login, type: node.type }
}
