import type { Sha } from '../model/ids.ts'
import type { Dismissal, UncountedApproval } from '../model/verdict.ts'
import { listOf, shortSha } from './phrases.ts'

/** Who approved without it counting, and why: `amy (wrote this pull request)`. The login is given without `@`, so nobody is called. */
export function dismissalText(approval: UncountedApproval): string {
  return `${approval.by?.login ?? 'a deleted account'} (${dismissalReason(approval.why, approval.commit)})`
}

/** Why somebody does not count: the end of a sentence about them. */
export function dismissalReason(why: Dismissal, commit: Sha | 'head' | null = 'head'): string {
  switch (why.code) {
    case 'author':
      return 'wrote this pull request'
    case 'committer':
      return 'authored or committed a commit of it'
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
