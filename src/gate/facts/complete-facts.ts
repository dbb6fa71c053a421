import type { Decision } from '../../core/decision/decision.ts'
import type { BreakGlass } from '../../core/model/break-glass.ts'
import type { Facts } from '../../core/model/facts.ts'
import type { Requirement } from '../../core/model/requirement.ts'
import { confirmLabelEvents, grantsAmong } from './confirm-label-events.ts'
import type { Debts } from '../ports/debts.ts'
import type { Directory } from '../ports/directory.ts'
import { type FactPart, NOTHING_READ, withParts } from './fact-part.ts'
import { findInitiators } from './find-initiators.ts'
import { readComments, readDebtFacts } from './glass-facts.ts'
import { readHeads } from './head-facts.ts'
import { readLabelActors } from './label-actors.ts'
import type { Problem } from '../ports/problem.ts'
import type { PullRequests, Snapshot } from '../ports/pull-requests.ts'
import { readTeams } from './team-facts.ts'

/** What a decision so far says has to be known. */
export interface FactNeeds {
  readonly requirements: readonly Requirement[]
  /** Not null: somebody asks for the glass to be broken. */
  readonly breakGlass: BreakGlass | null
}

/** Where facts come from. */
export interface FactSources {
  readonly pullRequests: PullRequests
  readonly directory: Directory
  readonly debts: Debts
}

/** Facts with what the requirements need beside the pull request, and what could not be read of it. */
export interface CompletedFacts {
  readonly facts: Facts
  readonly problems: readonly Problem[]
}

/** What a decision that was made on a snapshot alone asks for. */
export function needsOf({ verdicts, breakGlass }: Decision): FactNeeds {
  return {
    requirements: verdicts.map(({ requirement }) => requirement),
    breakGlass: breakGlass?.policy ?? null,
  }
}

/**
 * Reads what is needed and nothing else: teams, who pushed, what labels were called and who may set them, who set an agent to
 * work, and for a broken glass the comments and the reviews that are owed. What cannot be read is named in the facts, so that
 * whatever needs it is indeterminate.
 */
export async function completeFacts(
  snapshot: Snapshot,
  needs: FactNeeds,
  sources: FactSources,
): Promise<CompletedFacts> {
  const labels = await confirmLabelEvents(snapshot, needs, sources.pullRequests)
  const named = withParts(snapshot.facts, [labels])
  const grants = grantsAmong(named, needs)
  const parts = await Promise.all<FactPart>([
    readTeams(needs, grants, sources.directory),
    readLabelActors(named, grants, sources.directory),
    readHeads(snapshot, needs, grants, sources.directory),
    findInitiators(snapshot, needs, sources.pullRequests),
    needs.breakGlass ? readComments(snapshot, sources.pullRequests) : NOTHING_READ,
    needs.breakGlass ? readDebtFacts(sources.debts) : NOTHING_READ,
  ])
  return {
    facts: withParts(named, parts),
    problems: [labels, ...parts].flatMap(({ problems = [] }) => problems),
  }
}
