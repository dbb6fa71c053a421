import type { LabelEvent, Team } from '../../core/model/facts.ts'
import type { Owner, Requirement } from '../../core/model/requirement.ts'
import type { FactNeeds } from './complete-facts.ts'
import type { Directory } from '../ports/directory.ts'
import type { FactPart } from './fact-part.ts'

/**
 * The teams that requirements and a broken glass name, each once. One that cannot be read says so itself. Who may open a window
 * matters when a label says that somebody did.
 */
export async function readTeams(
  { requirements, breakGlass }: FactNeeds,
  grants: readonly LabelEvent[],
  directory: Directory,
): Promise<FactPart> {
  const asked = requirements.filter(({ kind }) => kind !== 'window' || grants.length > 0)
  const owners = [
    ...asked.flatMap(ownersOf),
    ...(breakGlass ? [...breakGlass.by, ...breakGlass.reviewedBy] : []),
  ]
  const names = new Set(
    owners.filter((owner) => /^@[^/]+\/[^/]+$/.test(owner)).map((owner) => owner.toLowerCase()),
  )
  const teams = new Map<string, Team>()
  await Promise.all([...names].map(async (name) => teams.set(name, await directory.team(name))))
  return { facts: { teams } }
}

function ownersOf(requirement: Requirement): readonly Owner[] {
  if (requirement.kind === 'approval') return requirement.from
  return requirement.kind === 'window' ? requirement.openers : []
}
