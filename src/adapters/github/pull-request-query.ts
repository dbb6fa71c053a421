import { REVIEWER_FRAGMENT } from './review-requests.ts'

/**
 * Everything of a pull request that a decision needs and that is in the pull request itself. The same text reads further
 * pages: lists that are at their end are left out by their flag.
 */
export const PULL_REQUEST_QUERY: string = `
query PullRequestFacts(
  $owner: String!, $name: String!, $number: Int!, $context: String!
  $labels: Boolean!, $labelsAfter: String
  $labelEvents: Boolean!, $labelEventsBefore: String
  $reviews: Boolean!, $reviewsAfter: String
  $commits: Boolean!, $commitsAfter: String
) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      number title state isDraft isInMergeQueue
      author { ...account }
      headRefName headRefOid headRepository { nameWithOwner }
      baseRefName baseRef { target { oid } }
      headCommit: commits(last: 1) {
        nodes {
          commit {
            oid status { context(name: $context) { ...status } }
            associatedPullRequests(first: 50) { pageInfo { hasNextPage } nodes { number state headRefOid baseRepository { nameWithOwner } } }
          }
        }
      }
      potentialMergeCommit { oid status { context(name: $context) { ...status } } }
      reviewRequests(first: 50) { nodes { requestedReviewer { ...reviewer } } }
      comments(first: 10) { pageInfo { hasNextPage } nodes { fullDatabaseId viewerDidAuthor body } }
      labels(first: 100, after: $labelsAfter) @include(if: $labels) {
        pageInfo { hasNextPage endCursor }
        nodes { name }
      }
      labelEvents: timelineItems(last: 100, before: $labelEventsBefore, itemTypes: [LABELED_EVENT, UNLABELED_EVENT])
        @include(if: $labelEvents) {
        pageInfo { hasPreviousPage startCursor }
        nodes {
          event: __typename
          ... on LabeledEvent { id createdAt actor { ...account } label { name createdAt updatedAt } }
          ... on UnlabeledEvent { id createdAt actor { ...account } label { name createdAt updatedAt } }
        }
      }
      reviews(first: 100, after: $reviewsAfter) @include(if: $reviews) {
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId state submittedAt authorCanPushToRepository author { ...account } commit { oid } }
      }
      commits(first: 100, after: $commitsAfter) @include(if: $commits) {
        pageInfo { hasNextPage endCursor }
        nodes {
          commit {
            oid
            author { user { login databaseId } }
            authors(first: 10) { nodes { user { login databaseId } } }
            committer { user { login databaseId } }
          }
        }
      }
    }
  }
}
${REVIEWER_FRAGMENT}
fragment status on StatusContext { state description creator { type: __typename login } }
fragment account on Actor {
  type: __typename login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
  ... on Organization { databaseId }
}`
/** The same for GitHub Enterprise Server, which has no merge queues. */
export const SERVER_PULL_REQUEST_QUERY: string = PULL_REQUEST_QUERY.replace(' isInMergeQueue', '')
