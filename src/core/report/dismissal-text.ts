import type { Decision } from '../decision/decision.ts'
import type { Account } from '../model/facts.ts'
import type { Sha } from '../model/ids.ts'
import type { Dismissal, UncountedApproval } from '../model/verdict.ts'
import { listOf, shortSha } from './phrases.ts'

/** Each approval that does not count, except what is told in another place: who objects, and who counts for the broken glass. */
export function notCountedTexts(decision: Decision): readonly string[] {
  const { approvals, verdicts, breakGlass } = decision
  const objects = verdicts.some(({ reason }) => reason.code === 'changes-requested')
  const breaking = new Set((breakGlass?.approval?.by ?? []).map(({ id }) => id))
  return approvals.notCounted
    .filter(({ why }) => why.code !== 'changes-requested' || !objects)
    .filter(({ by }) => by === null || !breaking.has(by.id))
    .map((approval) => dismissalText(approval, decision.pullRequest?.author ?? null))
}

/**
 * Who approved without it counting, and why: `amy (wrote this pull request)`. The login is given without `@`, so nobody is called. `author` is
 * the login of whoever opened the pull request; null: not known.
 */
export function dismissalText({ by, why, commit }: UncountedApproval, author: string | null): string {
  return `${by?.login ?? 'a deleted account'} (${whyNot(by, why, author, commit)})`
}

/** Why somebody does not count: the end of a sentence about them. Agents have others who set them to work: they are authors too. */
export function whyNot(
  by: Account | null,
  why: Dismissal,
  author: string | null,
  commit: Sha | 'head' | null = 'head',
): string {
  const isAuthor = by === null || author === null || by.login.toLowerCase() === author.toLowerCase()
  return why.code === 'author' && !isAuthor ? 'set the agent to work' : dismissalReason(why, commit)
}

/** Why somebody does not count: the end of a sentence about them. */
export function dismissalReason(why: Dismissal, commit: Sha | 'head' | null = 'head'): string {
  switch (why.code) {
    case 'author':
      return 'wrote this pull request'
    case 'committer':
      return 'has a commit in this pull request'
    case 'last-pusher':
      return 'pushed the present head'
    case 'unknown-committer':
      return `may have written ${listOf(why.commits.map(shortSha), 'or', 3)}, which belongs to no account`
    case 'bot':
      return 'is no person'
    case 'no-write-access':
      return 'cannot write to this repository'
    case 'not-in-group':
      return outsideText(why)
    case 'stale':
      if (why.strict) return `${given(commit)}; only approvals of the present head count here`
      return `${given(commit)}; since then ${listOf(why.subjects, 'and', 3)} changed`
    case 'dismissed':
      return 'the review was dismissed'
    case 'superseded':
      return 'a newer review of the same person counts'
    case 'changes-requested':
      return 'requested changes'
    case 'same-person':
      return 'already counts for another requirement'
    default:
      return why satisfies never
  }
}

function outsideText({ from, unreadable = [] }: Extract<Dismissal, { code: 'not-in-group' }>): string {
  if (unreadable.length > 0) return `may belong to ${listOf(unreadable, 'or', 4)}, which cannot be read`
  return `is not one of ${listOf(from, 'or', 4) || 'the owners: there are none'}`
}

function given(commit: Sha | 'head' | null): string {
  if (commit === null) return 'approved a commit that is not known any more'
  return commit === 'head' ? 'approved the head' : `approved ${shortSha(commit)}`
}
