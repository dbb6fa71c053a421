import type { Issue } from '../model/issue.ts'
import type { Json } from '../model/json.ts'

/** One mistake in an input, as the contract has it. */
export function issueJson(issue: Issue): Json {
  const { code, severity, path, line, column, text, suggestion } = issue
  const members = { code, severity, path, line: BigInt(line), column: BigInt(column), text }
  return suggestion === undefined ? members : { ...members, suggestion }
}
