import type { Review } from '../model/facts.ts'

/** The reviews that speak for their person, and those that a newer one of the same person replaced. */
export interface NewestReviews {
  /** One per person, and every review of a deleted account. By time, then id. */
  readonly newest: readonly Review[]
  /** By time, then id. */
  readonly superseded: readonly { readonly review: Review; readonly by: number }[]
}

/**
 * The newest review of each person that is neither a comment nor pending. People are told apart by id. A dismissed
 * review is nothing, and nothing older takes its place.
 */
export function newestReviews(reviews: readonly Review[]): NewestReviews {
  const newest: Review[] = []
  const superseded: { review: Review; by: number }[] = []
  const seen = new Map<number, number>()
  for (const review of reviews.filter(speaks).toSorted(compareReviews).toReversed()) {
    const newer = review.by === null ? undefined : seen.get(review.by.id)
    if (newer === undefined) newest.push(review)
    else superseded.push({ review, by: newer })
    if (review.by !== null && newer === undefined) seen.set(review.by.id, review.id)
  }
  return { newest: newest.toReversed(), superseded: superseded.toReversed() }
}

function speaks(review: Review): boolean {
  return review.state !== 'COMMENTED' && review.state !== 'PENDING'
}

/** From the mildest: of two reviews with one id, which no complete facts have, the strictest counts. */
const STRICTNESS = ['COMMENTED', 'PENDING', 'APPROVED', 'DISMISSED', 'CHANGES_REQUESTED']

/** Order by time, then id: ids rise, and two reviews may share a second. */
export function compareReviews(a: Review, b: Review): number {
  return (
    a.submittedAt - b.submittedAt ||
    a.id - b.id ||
    STRICTNESS.indexOf(a.state) - STRICTNESS.indexOf(b.state) ||
    compareTexts(String(a.commit), String(b.commit))
  )
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
