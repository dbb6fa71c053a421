import type { Facts, Head, LabelEvent } from '../../core/model/facts.ts'
import type { FactNeeds } from './complete-facts.ts'
import type { Directory } from '../ports/directory.ts'
import { type FactPart, NOTHING_READ, unread } from './fact-part.ts'
import type { Snapshot } from '../ports/pull-requests.ts'

/**
 * Who pushed what when. The present head is among it in any case: where GitHub does not tell, it arrived just now and nobody knows
 * by whom, so that nothing that was said before stands for it.
 */
export async function readHeads(
  snapshot: Snapshot,
  needs: FactNeeds,
  grants: readonly LabelEvent[],
  directory: Directory,
): Promise<FactPart> {
  if (!areNeeded(needs, snapshot.facts, grants)) return NOTHING_READ
  const read = await directory.heads(snapshot.branch)
  if (!read.ok) return unread('heads', read.error)
  const { head, facts } = snapshot
  const isTold = read.value.some(({ sha }) => sha === head)
  const heads = isTold ? read.value : [...read.value, { sha: head, at: facts.now, by: null }]
  return { facts: { heads: relevantHeads(heads, snapshot, grants) } }
}

/** Who pushed matters where committers do not count, and when a head arrived where a label or a strict approval is asked about. */
function areNeeded(
  { requirements, breakGlass }: FactNeeds,
  facts: Facts,
  grants: readonly LabelEvent[],
): boolean {
  const approved = facts.reviews.some(({ state }) => state === 'APPROVED')
  if (breakGlass !== null && (grants.length > 0 || approved)) return true
  return requirements.some((requirement) => {
    if (requirement.kind === 'window') return grants.length > 0
    return (
      requirement.kind === 'approval' && approved && (requirement.strict || requirement.excludeCommitters)
    )
  })
}

/**
 * The tips that are still part of the pull request, and those a label that matters was put on. A branch may have had many more, and
 * each one kept costs a comparison.
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
