import { iso } from '../clock.ts'
import type { ChangedFile } from '../git-repository.ts'
import { baseTip, mergeState, readMergeability } from '../pull-state.ts'
import { atLeast, authorAssociation, roleOf } from '../rights.ts'
import { nodeId, type PullRequest, type Review } from '../world.ts'
import { connection } from './connection.ts'
import { queueEntryNode } from './queue-entry.ts'
import { type Arguments, type Context, demand, type Node } from './context.ts'
import { requestedReviewer } from './people.ts'
import { pullState } from './repositories.ts'
import { timelineNodes } from './timeline.ts'

export function pullNode(context: Context, pull: PullRequest): Node {
  const { nodes, world } = context
  const { repository } = pull
  const path = `/${repository.fullName}/pull/${pull.number}`
  return {
    __typename: 'PullRequest',
    id: pull.nodeId,
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    bodyText: pull.body ?? '',
    state: pullState(pull),
    closed: pull.state === 'closed',
    isDraft: pull.draft,
    locked: false,
    url: `${world.urls.server}${path}`,
    resourcePath: path,
    createdAt: iso(pull.createdAt),
    updatedAt: iso(pull.updatedAt),
    closedAt: pull.closedAt === null ? null : iso(pull.closedAt),
    author: () => (pull.author === null ? null : nodes.account(pull.author)),
    authorAssociation: authorAssociation(world, repository, pull.author),
    repository: () => nodes.repository(repository),
    ...sideFields(context, pull),
    ...mergeFields(context, pull),
    ...listFields(context, pull),
  }
}

export function reviewNode(context: Context, pull: PullRequest, review: Review): Node {
  const { nodes, world } = context
  const role = review.user === null ? undefined : roleOf(world, pull.repository, review.user)
  return {
    __typename: 'PullRequestReview',
    id: review.nodeId,
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    state: review.state,
    body: review.body,
    bodyText: review.body,
    createdAt: iso(review.submittedAt),
    publishedAt: iso(review.submittedAt),
    submittedAt: review.state === 'PENDING' ? null : iso(review.submittedAt),
    updatedAt: iso(review.submittedAt),
    lastEditedAt: null,
    includesCreatedEdit: false,
    url: `${world.urls.server}/${pull.repository.fullName}/pull/${pull.number}#pullrequestreview-${review.id}`,
    author: () => (review.user === null ? null : nodes.account(review.user)),
    authorAssociation: authorAssociation(world, pull.repository, review.user),
    authorCanPushToRepository: atLeast(role, 'write'),
    commit: () => (review.commit === null ? null : nodes.commit(pull.repository, review.commit)),
    onBehalfOf: (args: Arguments) => connection(review.onBehalfOf, args, nodes.team),
    pullRequest: () => nodes.pull(pull),
    repository: () => nodes.repository(pull.repository),
  }
}

/** Per reviewer the latest review that takes a position; a later comment does not replace it. */
export function latestOpinions(pull: PullRequest): readonly Review[] {
  const latest = new Map<unknown, Review>()
  for (const review of pull.reviews) {
    if (review.state === 'COMMENTED' || review.state === 'PENDING') continue
    latest.delete(review.user)
    latest.set(review.user, review)
  }
  return [...latest.values()]
}

function sideFields(context: Context, pull: PullRequest): Arguments {
  const { nodes } = context
  const { repository, headRepository } = pull
  return {
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    headRef: () => nodes.ref(headRepository, `refs/heads/${pull.headRef}`),
    headRepository: () => nodes.repository(headRepository),
    headRepositoryOwner: () => nodes.account(headRepository.owner),
    isCrossRepository: headRepository !== repository,
    maintainerCanModify: headRepository !== repository,
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    baseRef: () => nodes.ref(repository, `refs/heads/${pull.baseRef}`),
    baseRepository: () => nodes.repository(repository),
    statusCheckRollup: () => nodes.rollup(repository, pull.headSha),
  }
}

function mergeFields(context: Context, pull: PullRequest): Arguments {
  const { nodes } = context
  const { merged, autoMerge, queueEntry } = pull
  return {
    merged: merged !== null,
    mergedAt: merged === null ? null : iso(merged.at),
    mergedBy: () => (merged === null ? null : nodes.account(merged.by)),
    mergeCommit: () => (merged === null ? null : nodes.commit(pull.repository, merged.sha)),
    mergeable: () => mergeableWord(readMergeability(pull).mergeable),
    mergeStateStatus: () => mergeState(pull),
    potentialMergeCommit: () => {
      const { testMerge } = readMergeability(pull)
      return testMerge === null ? null : nodes.commit(pull.repository, testMerge)
    },
    reviewDecision: () => reviewDecision(context, pull),
    autoMergeRequest: () =>
      autoMerge === null
        ? null
        : {
            __typename: 'AutoMergeRequest',
            enabledAt: iso(autoMerge.at),
            enabledBy: nodes.account(autoMerge.by),
            mergeMethod: autoMerge.method,
          },
    isInMergeQueue: queueEntry !== null,
    mergeQueueEntry: () => (queueEntry === null ? null : queueEntryNode(context, pull, queueEntry)),
  }
}

function listFields(context: Context, pull: PullRequest): Arguments {
  const { nodes } = context
  let files: readonly ChangedFile[] | undefined
  const changed = (): readonly ChangedFile[] => {
    const base = pull.merged === null ? baseTip(pull) : pull.baseSha
    files ??= pull.repository.git.changedFiles(base, pull.headSha)
    return files
  }
  return {
    changedFiles: () => changed().length,
    additions: () => changed().reduce((sum, file) => sum + file.additions, 0),
    deletions: () => changed().reduce((sum, file) => sum + file.deletions, 0),
    files: (args: Arguments) =>
      connection(changed(), args, (file) => ({
        __typename: 'PullRequestChangedFile',
        ...file,
        viewerViewedState: 'UNVIEWED',
      })),
    labels: (args: Arguments) =>
      connection(pull.labels, args, (label) => nodes.label(pull.repository, label)),
    commits: (args: Arguments) =>
      connection(pull.commits, args, (sha) => ({
        __typename: 'PullRequestCommit',
        id: nodeId('PRC', `${pull.id}:${sha}`),
        commit: () => nodes.commit(pull.repository, sha),
        pullRequest: () => nodes.pull(pull),
      })),
    closingIssuesReferences: (args: Arguments) => {
      demand(context, 'issues')
      return connection(pull.closes, args, nodes.issue)
    },
    comments: (args: Arguments) => connection(pull.comments, args, (item) => nodes.comment(pull, item)),
    reviews: (args: Arguments) =>
      connection(selectReviews(pull, args), args, (item) => nodes.review(pull, item)),
    latestReviews: (args: Arguments) =>
      connection(latestReviews(pull), args, (item) => nodes.review(pull, item)),
    latestOpinionatedReviews: (args: Arguments) => {
      const opinions = latestOpinions(pull)
      const shown =
        args['writersOnly'] === true ? opinions.filter((item) => byWriter(context, pull, item)) : opinions
      return connection(shown, args, (item) => nodes.review(pull, item))
    },
    reviewRequests: (args: Arguments) =>
      connection(pull.requested, args, (item) => ({
        __typename: 'ReviewRequest',
        id: nodeId('RQ', `${pull.id}:${item.reviewer.nodeId}`),
        databaseId: item.reviewer.id,
        asCodeOwner: item.asCodeOwner,
        pullRequest: () => nodes.pull(pull),
        requestedReviewer: () => requestedReviewer(context, item.reviewer),
      })),
    timelineItems: (args: Arguments) => timelineNodes(context, pull, args),
  }
}

function selectReviews(pull: PullRequest, args: Arguments): readonly Review[] {
  const { states, author } = args
  return pull.reviews
    .filter((item) => !Array.isArray(states) || states.includes(item.state))
    .filter((item) => typeof author !== 'string' || item.user?.login === author)
}

function latestReviews(pull: PullRequest): readonly Review[] {
  const latest = new Map(pull.reviews.map((item) => [item.user, item]))
  return [...latest.values()]
}

function byWriter(context: Context, pull: PullRequest, review: Review): boolean {
  return review.user !== null && atLeast(roleOf(context.world, pull.repository, review.user), 'write')
}

/** Null without a rule that requires reviews. */
function reviewDecision(context: Context, pull: PullRequest): string | null {
  const rule = pull.repository.rules.get(pull.baseRef)?.find((item) => item.type === 'pull_request')
  if (rule === undefined) return null
  const opinions = latestOpinions(pull).filter((item) => byWriter(context, pull, item))
  if (opinions.some((item) => item.state === 'CHANGES_REQUESTED')) return 'CHANGES_REQUESTED'
  const approvals = opinions.filter((item) => item.state === 'APPROVED').length
  return approvals >= Number(rule.parameters['required_approving_review_count'])
    ? 'APPROVED'
    : 'REVIEW_REQUIRED'
}

function mergeableWord(mergeable: boolean | null): string {
  if (mergeable === null) return 'UNKNOWN'
  return mergeable ? 'MERGEABLE' : 'CONFLICTING'
}
