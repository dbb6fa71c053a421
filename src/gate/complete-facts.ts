import type { Actor, FactList, Facts, Head, LabelEvent, Team } from '../core/model/facts.ts'
import type { Owner, Requirement } from '../core/model/requirement.ts'
import type { Directory } from './directory.ts'
import { isWindowLabel } from './labels.ts'
import type { Problem } from './problem.ts'
import type { Snapshot } from './pull-requests.ts'

/** Facts with what the requirements need beside the pull request, and what could not be read of it. */
export interface CompletedFacts {
  readonly facts: Facts
  readonly problems: readonly Problem[]
}

/**
 * Reads the teams that the requirements name, who pushed, and what may do who put a window label on: each only when a requirement
 * needs it. What cannot be read is named in the facts, so that whatever needs it is indeterminate.
 */
export async function completeFacts(
  snapshot: Snapshot,
  requirements: readonly Requirement[],
  directory: Directory,
): Promise<CompletedFacts> {
  const { facts } = snapshot
  const grants = requirements.some(({ kind }) => kind === 'window') ? windowGrants(facts) : []
  const [teams, labels, heads] = await Promise.all([
    readTeams(requirements, directory),
    readLabelActors(facts, grants, directory),
    needsHeads(requirements, facts, grants) ? readHeads(snapshot, grants, directory) : NOTHING_READ,
  ])
  const incomplete = new Set<FactList>(facts.incomplete)
  if (labels.problems.length > 0) incomplete.add('labelEvents')
  if (heads.problems.length > 0) incomplete.add('heads')
  return {
    facts: { ...facts, teams, labelEvents: labels.events, heads: heads.heads, incomplete: [...incomplete] },
    problems: [...labels.problems, ...heads.problems],
  }
}

const NOTHING_READ: { readonly heads: readonly Head[]; readonly problems: readonly Problem[] } = {
  heads: [],
  problems: [],
}

/** Events that put on a window label which is still there. */
function windowGrants(facts: Facts): readonly LabelEvent[] {
  const present = new Set(facts.labels.map((label) => label.toLowerCase()))
  return facts.labelEvents.filter(
    ({ event, label }) => event === 'labeled' && isWindowLabel(label) && present.has(label.toLowerCase()),
  )
}

async function readTeams(
  requirements: readonly Requirement[],
  directory: Directory,
): Promise<ReadonlyMap<string, Team>> {
  const owners = requirements.flatMap(ownersOf)
  const names = new Set(
    owners.filter((owner) => /^@[^/]+\/[^/]+$/.test(owner)).map((owner) => owner.toLowerCase()),
  )
  const teams = new Map<string, Team>()
  await Promise.all([...names].map(async (name) => teams.set(name, await directory.team(name))))
  return teams
}

function ownersOf(requirement: Requirement): readonly Owner[] {
  if (requirement.kind === 'approval') return requirement.from
  return requirement.kind === 'window' ? requirement.openers : []
}

async function readLabelActors(
  facts: Facts,
  grants: readonly LabelEvent[],
  directory: Directory,
): Promise<{ readonly events: readonly LabelEvent[]; readonly problems: readonly Problem[] }> {
  const logins = new Set(grants.flatMap(({ by }) => (by?.type === 'User' ? [by.login] : [])))
  const writers = new Map<string, boolean>()
  const problems: Problem[] = []
  for (const login of logins) {
    const answer = await directory.canWrite(login)
    if (answer.ok) writers.set(login, answer.value)
    else problems.push(answer.error)
  }
  const known = (by: Actor | null): Actor | null =>
    by && { ...by, canWrite: writers.get(by.login) ?? by.canWrite }
  return { events: facts.labelEvents.map((event) => ({ ...event, by: known(event.by) })), problems }
}

/** Who pushed matters where committers do not count, and when a head arrived where a window or a strict approval is asked for. */
function needsHeads(
  requirements: readonly Requirement[],
  facts: Facts,
  grants: readonly LabelEvent[],
): boolean {
  const approved = facts.reviews.some(({ state }) => state === 'APPROVED')
  return requirements.some((requirement) => {
    if (requirement.kind === 'window') return grants.length > 0
    return (
      requirement.kind === 'approval' && approved && (requirement.strict || requirement.excludeCommitters)
    )
  })
}

async function readHeads(
  snapshot: Snapshot,
  grants: readonly LabelEvent[],
  directory: Directory,
): Promise<{ readonly heads: readonly Head[]; readonly problems: readonly Problem[] }> {
  const read = await directory.heads(snapshot.branch)
  if (!read.ok) return { heads: [], problems: [read.error] }
  return { heads: relevantHeads(read.value, snapshot, grants), problems: [] }
}

/**
 * The tips that are still part of the pull request, and those a window label was put on. A branch may have had many more, and each
 * one kept costs a comparison.
 */
function relevantHeads(
  heads: readonly Head[],
  { head, facts }: Snapshot,
  grants: readonly LabelEvent[],
): readonly Head[] {
  const parts = new Set([head, ...facts.commits.map(({ sha }) => sha)])
  const labelled = new Set(grants.map(({ at }) => heads.findLast((tip) => tip.at <= at)))
  return heads.filter((tip) => parts.has(tip.sha) || labelled.has(tip))
}
