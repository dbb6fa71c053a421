import type { Account, Commit } from '../../core/model/facts.ts'
import { isCodingAgent } from './coding-agent.ts'
import type { FactNeeds } from './complete-facts.ts'
import { type FactPart, NOTHING_READ, unread } from './fact-part.ts'
import type { Assignments, PullRequests, Snapshot } from '../ports/pull-requests.ts'

/**
 * Who set an agent to work that opened the pull request: they are its authors too. Asked only of what no person opened, and only
 * where somebody's say counts.
 */
export async function findInitiators(
  { number, facts }: Snapshot,
  { requirements, breakGlass }: FactNeeds,
  pullRequests: Pick<PullRequests, 'assignments'>,
): Promise<FactPart> {
  const { pullRequest, commits } = facts
  const author = pullRequest?.author ?? null
  const isAsked = breakGlass !== null || requirements.some(({ kind }) => kind !== 'sync-window')
  if (pullRequest === null || author === null || author.type === 'User' || !isAsked) return NOTHING_READ
  const read = await pullRequests.assignments(number)
  if (!read.ok) return unread('initiators', read.error)
  const initiators = initiatorsOf(author, read.value, commits)
  const known = { pullRequest: { ...pullRequest, initiators } }
  if (isCodingAgent(author) && initiators.length === 0)
    return unread('initiators', { code: 'invalid', text: unknownText(number, author) }, known)
  return { facts: known, incomplete: read.value.complete ? [] : ['initiators'] }
}

/**
 * Who assigned the author to an issue that the pull request closes. Of GitHub's coding agent also the people whom it assigned in
 * return, and those whom its commits name: other bots assign whoever is configured.
 */
function initiatorsOf(
  author: Account,
  { onPullRequest, onIssues }: Assignments,
  commits: readonly Commit[],
): readonly Account[] {
  const found = onIssues.filter(({ assignee }) => assignee?.id === author.id).map(({ by }) => by)
  if (isCodingAgent(author)) {
    const returned = onPullRequest.filter(({ by }) => by?.id === author.id).map(({ assignee }) => assignee)
    found.push(
      ...returned,
      ...commits.filter((commit) => isBy(author, commit)).flatMap(({ coAuthors }) => coAuthors),
    )
  }
  const known = found.flatMap((account) => (account === null || account.id === author.id ? [] : [account]))
  return [...new Map(known.map((account) => [account.id, account])).values()].toSorted((a, b) => a.id - b.id)
}

function isBy(agent: Account, { author }: Commit): boolean {
  return author !== null && (author.id === agent.id || isCodingAgent(author))
}

function unknownText(number: number, { login }: Account): string {
  return `Nobody is known to have set ${login} to work on pull request #${String(number)}. Link the issue that was assigned to it.`
}
