import * as v from 'valibot'
import { COMMENT_NODE, type CommentNode } from './comments.ts'
import { BACKWARD, type BackwardPage, FORWARD, type ForwardPage } from './answer-page.ts'
import { REQUEST_NODES, type RequestNode } from './review-requests.ts'
import type { StatusCreator } from './status-source.ts'

/** Who did something. `databaseId` is missing for kinds of accounts that are nobody here. */
export interface AccountNode {
  readonly type: string
  readonly login: string
  readonly databaseId?: number | null | undefined
}

export interface LabelEventNode {
  readonly event: 'LabeledEvent' | 'UnlabeledEvent'
  readonly id: string
  readonly createdAt: string
  readonly actor: AccountNode | null
  /** The label as it is now, whatever it was then. */
  readonly label: {
    readonly name: string
    readonly createdAt: string | null
    readonly updatedAt: string | null
  }
}

export interface ReviewNode {
  /** A 64-bit number, as text. */
  readonly fullDatabaseId: string | number
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
  readonly submittedAt: string | null
  readonly authorCanPushToRepository: boolean
  readonly author: AccountNode | null
  readonly commit: { readonly oid: string } | null
}

export interface GitActorNode {
  readonly user: { readonly login: string; readonly databaseId: number | null } | null
}

export interface CommitNode {
  readonly commit: {
    readonly oid: string
    readonly author: GitActorNode | null
    /** The author first, then whom its `Co-authored-by` lines name. */
    readonly authors: { readonly nodes: readonly GitActorNode[] }
    readonly committer: GitActorNode | null
  }
}

export interface StatusNode {
  readonly state: 'EXPECTED' | 'ERROR' | 'FAILURE' | 'PENDING' | 'SUCCESS'
  readonly description: string | null
  readonly creator: StatusCreator
}

export interface HeadCommitNode {
  readonly commit: { readonly oid: string; readonly status: { readonly context: StatusNode | null } | null }
}

/** A commit with the pull requests that GitHub associates with it; null: it does not tell. */
export interface AssociatedCommitNode {
  readonly commit: HeadCommitNode['commit'] & {
    readonly associatedPullRequests: {
      readonly pageInfo: { readonly hasNextPage: boolean }
      readonly nodes: readonly AssociatedNode[]
    } | null
  }
}

export interface AssociatedNode {
  readonly number: number
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED'
  readonly headRefOid: string
  readonly baseRepository: { readonly nameWithOwner: string } | null
}

export interface PullRequestNode {
  readonly number: number
  readonly title: string
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED'
  readonly isDraft: boolean
  /** Missing where there are no merge queues. */
  readonly isInMergeQueue?: boolean | undefined
  readonly author: AccountNode | null
  readonly headRefName: string
  readonly headRefOid: string
  readonly headRepository: { readonly nameWithOwner: string } | null
  readonly baseRefName: string
  readonly baseRef: { readonly target: { readonly oid: string } | null } | null
  readonly headCommit: { readonly nodes: readonly AssociatedCommitNode[] }
  readonly reviewRequests: { readonly nodes: readonly RequestNode[] }
  readonly comments: {
    readonly pageInfo: { readonly hasNextPage: boolean }
    readonly nodes: readonly CommentNode[]
  }
  /** What GitHub merged to try it; null: it conflicts, or is not tried yet. */
  readonly potentialMergeCommit: HeadCommitNode['commit'] | null
  readonly labels?: ForwardPage<{ readonly name: string }> | undefined
  readonly labelEvents?: BackwardPage<LabelEventNode> | undefined
  readonly reviews?: ForwardPage<ReviewNode> | undefined
  readonly commits?: ForwardPage<CommitNode> | undefined
}

/** An account, with its number where it has one. */
export const ACCOUNT: v.GenericSchema<unknown, AccountNode | null> = v.nullable(
  v.object({ type: v.string(), login: v.string(), databaseId: v.nullish(v.number()) }),
)

const GIT_ACTOR: v.GenericSchema<unknown, GitActorNode> = v.object({
  user: v.nullable(v.object({ login: v.string(), databaseId: v.nullable(v.number()) })),
})

const LABEL_EVENT: v.GenericSchema<unknown, LabelEventNode> = v.object({
  event: v.picklist(['LabeledEvent', 'UnlabeledEvent']),
  id: v.string(),
  createdAt: v.string(),
  actor: ACCOUNT,
  label: v.object({
    name: v.string(),
    createdAt: v.nullable(v.string()),
    updatedAt: v.nullable(v.string()),
  }),
})

const REVIEW: v.GenericSchema<unknown, ReviewNode> = v.object({
  fullDatabaseId: v.union([v.string(), v.number()]),
  state: v.picklist(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
  submittedAt: v.nullable(v.string()),
  authorCanPushToRepository: v.boolean(),
  author: ACCOUNT,
  commit: v.nullable(v.object({ oid: v.string() })),
})

const COMMIT: v.GenericSchema<unknown, CommitNode> = v.object({
  commit: v.object({
    oid: v.string(),
    author: v.nullable(GIT_ACTOR),
    authors: v.object({ nodes: v.array(GIT_ACTOR) }),
    committer: v.nullable(GIT_ACTOR),
  }),
})

const MARKED_COMMIT: v.GenericSchema<unknown, HeadCommitNode['commit']> = v.object({
  oid: v.string(),
  status: v.nullable(
    v.object({
      context: v.nullable(
        v.object({
          state: v.picklist(['EXPECTED', 'ERROR', 'FAILURE', 'PENDING', 'SUCCESS']),
          description: v.nullable(v.string()),
          creator: v.nullable(v.object({ type: v.string(), login: v.string() })),
        }),
      ),
    }),
  ),
})

/** The newest status of our context on a commit, as GraphQL has it. */
export const HEAD_COMMIT: v.GenericSchema<unknown, HeadCommitNode> = v.object({ commit: MARKED_COMMIT })

const HAS_NEXT = v.object({ hasNextPage: v.boolean() })

const ASSOCIATED_COMMIT: v.GenericSchema<unknown, AssociatedCommitNode> = v.object({
  commit: v.intersect([
    MARKED_COMMIT,
    v.object({
      associatedPullRequests: v.nullable(
        v.object({
          pageInfo: HAS_NEXT,
          nodes: v.array(
            v.object({
              number: v.number(),
              state: v.picklist(['OPEN', 'CLOSED', 'MERGED']),
              headRefOid: v.string(),
              baseRepository: v.nullable(v.object({ nameWithOwner: v.string() })),
            }),
          ),
        }),
      ),
    }),
  ]),
})

const PULL_REQUEST: v.GenericSchema<unknown, PullRequestNode> = v.object({
  number: v.number(),
  title: v.string(),
  state: v.picklist(['OPEN', 'CLOSED', 'MERGED']),
  isDraft: v.boolean(),
  isInMergeQueue: v.optional(v.boolean()),
  author: ACCOUNT,
  headRefName: v.string(),
  headRefOid: v.string(),
  headRepository: v.nullable(v.object({ nameWithOwner: v.string() })),
  baseRefName: v.string(),
  baseRef: v.nullable(v.object({ target: v.nullable(v.object({ oid: v.string() })) })),
  headCommit: v.object({ nodes: v.array(ASSOCIATED_COMMIT) }),
  reviewRequests: v.object({ nodes: REQUEST_NODES }),
  comments: v.object({ pageInfo: HAS_NEXT, nodes: v.array(COMMENT_NODE) }),
  potentialMergeCommit: v.nullable(MARKED_COMMIT),
  labels: v.optional(v.object({ pageInfo: FORWARD, nodes: v.array(v.object({ name: v.string() })) })),
  labelEvents: v.optional(v.object({ pageInfo: BACKWARD, nodes: v.array(LABEL_EVENT) })),
  reviews: v.optional(v.object({ pageInfo: FORWARD, nodes: v.array(REVIEW) })),
  commits: v.optional(v.object({ pageInfo: FORWARD, nodes: v.array(COMMIT) })),
})

/** The answer to `PULL_REQUEST_QUERY`. A null pull request comes with an error, which is reported before this is read. */
export const PULL_REQUEST_ANSWER: v.GenericSchema<
  unknown,
  {
    readonly viewer: { readonly login: string }
    readonly repository: { readonly pullRequest: PullRequestNode }
  }
> = v.object({
  viewer: v.object({ login: v.string() }),
  repository: v.object({ pullRequest: PULL_REQUEST }),
})
