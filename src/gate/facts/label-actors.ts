import type { Actor, Facts, LabelEvent } from '../../core/model/facts.ts'
import type { Directory } from '../ports/directory.ts'
import { type FactPart, NOTHING_READ } from './fact-part.ts'
import type { Problem } from '../ports/problem.ts'

/** The label events with what the people may do who put on the labels that matter. */
export async function readLabelActors(
  { labelEvents }: Facts,
  grants: readonly LabelEvent[],
  directory: Directory,
): Promise<FactPart> {
  const logins = new Set(grants.flatMap(({ by }) => (by?.type === 'User' ? [by.login] : [])))
  if (logins.size === 0) return NOTHING_READ
  const writers = new Map<string, boolean>()
  const problems: Problem[] = []
  for (const login of logins) {
    const answer = await directory.canWrite(login)
    if (answer.ok) writers.set(login, answer.value)
    else problems.push(answer.error)
  }
  const known = (by: Actor | null): Actor | null =>
    by && { ...by, canWrite: writers.get(by.login) ?? by.canWrite }
  return {
    facts: { labelEvents: labelEvents.map((event) => ({ ...event, by: known(event.by) })) },
    incomplete: problems.length > 0 ? ['labelEvents'] : [],
    problems,
  }
}
