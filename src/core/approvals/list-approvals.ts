import type { Review } from '../model/facts.ts'
import type { CountedApproval, Dismissal, UncountedApproval } from '../model/verdict.ts'
import { accountOf } from './account-of.ts'
import type { Answer } from './answer.ts'
import { compareReviews, type NewestReviews } from './newest-reviews.ts'

/** An answer with whether it is met. */
export interface SettledAnswer extends Answer {
  readonly met: boolean
}

/** Every approval that counts and, once, every review that does not and why. Both by time, then review id. */
export interface ApprovalList {
  readonly counted: readonly CountedApproval[]
  readonly notCounted: readonly UncountedApproval[]
}

/** Lists what became of each review, over all requirements. */
export function listApprovals(reviews: NewestReviews, answers: readonly SettledAnswer[]): ApprovalList {
  const counted: CountedApproval[] = []
  const uncounted: { readonly review: Review; readonly why: Dismissal }[] = reviews.superseded
    .filter(({ review }) => review.state !== 'CHANGES_REQUESTED')
    .map(({ review, by }) => ({ review, why: { code: 'superseded', by } }))
  for (const review of reviews.newest) {
    const approval = countedApproval(review, answers)
    if (approval !== null) counted.push(approval)
    const why = mostTelling(dismissalsOf(review, answers, approval !== null))
    if (why !== null) uncounted.push({ review, why })
  }
  return {
    counted,
    notCounted: uncounted
      .toSorted((a, b) => compareReviews(a.review, b.review))
      .map(({ review: { by, id, commit }, why }) => ({ by: by && accountOf(by), review: id, commit, why })),
  }
}

function countedApproval(review: Review, answers: readonly SettledAnswer[]): CountedApproval | null {
  const serves = answers.filter(
    ({ ballot, serving }) => ballot.unknown.length === 0 && review.by !== null && serving.has(review.by.id),
  )
  const votes = serves.flatMap(({ ballot }) => ballot.votes.filter((vote) => vote.review === review))
  const [vote] = votes
  if (vote === undefined) return null
  const rules = votes.flatMap(({ covered }) => covered.map((finding) => finding.rule))
  return { by: accountOf(vote.by), review: review.id, commit: review.commit, covers: [...new Set(rules)] }
}

/** What counts somewhere is named only where it is stale for something that still waits. */
function dismissalsOf(
  review: Review,
  answers: readonly SettledAnswer[],
  counts: boolean,
): readonly Dismissal[] {
  return answers.flatMap(({ ballot, met }) => {
    const dismissal = ballot.dismissals.get(review.id)
    if (dismissal === undefined) return []
    return !counts || (dismissal.code === 'stale' && !met) ? [dismissal] : []
  })
}

/** From the reason that is nearest to counting. */
const TELLING: readonly Dismissal['code'][] = [
  'changes-requested',
  'unknown-committer',
  'stale',
  'same-person',
  'author',
  'bot',
  'committer',
  'last-pusher',
  'no-write-access',
  'not-in-group',
  'dismissed',
  'superseded',
]

function mostTelling(dismissals: readonly Dismissal[]): Dismissal | null {
  const code = TELLING.find((candidate) => dismissals.some((dismissal) => dismissal.code === candidate))
  const alike = dismissals.filter((dismissal) => dismissal.code === code)
  return alike.length === 0 ? null : alike.reduce(merge)
}

function merge(a: Dismissal, b: Dismissal): Dismissal {
  if (a.code === 'stale' && b.code === 'stale') return mergeStale(a, b)
  if (a.code === 'not-in-group' && b.code === 'not-in-group') {
    const unreadable = union(a.unreadable ?? [], b.unreadable ?? [])
    return {
      code: a.code,
      from: [...new Set([...a.from, ...b.from])],
      ...(unreadable.length > 0 ? { unreadable } : {}),
    }
  }
  return a
}

type Stale = Extract<Dismissal, { code: 'stale' }>

/** What changed since tells more than that only the present head counts. */
function mergeStale(a: Stale, b: Stale): Stale {
  if (a.strict !== b.strict) return a.strict === true ? b : a
  return { ...a, subjects: union(a.subjects, b.subjects) }
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].toSorted()
}
