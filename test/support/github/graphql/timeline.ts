import { iso } from '../clock.ts'
import { type Issue, nodeId, type PullRequest, type TimelineItem } from '../world.ts'
import { connection } from './connection.ts'
import type { Arguments, Context, Node } from './context.ts'
import { requestedReviewer } from './people.ts'

/** `timelineItems` of a pull request: chronological, filtered by type before any paging. */
export function timelineNodes(context: Context, pull: PullRequest, args: Arguments): Arguments {
  return itemsOf(pull, args, (item) => timelineNode(context, pull, item))
}

/** `timelineItems` of an issue. */
export function issueTimelineNodes(context: Context, issue: Issue, args: Arguments): Arguments {
  return itemsOf(issue, args, (item) => ({
    ...eventFields(context, item),
    ...(item.kind === 'assigned' ? { assignee: () => context.nodes.account(item.assignee) } : {}),
  }))
}

function itemsOf(
  subject: PullRequest | Issue,
  args: Arguments,
  node: (item: TimelineItem) => Node,
): Arguments {
  const { itemTypes, since, skip } = args
  const from = typeof since === 'string' ? Date.parse(since) : 0
  const found = subject.timeline
    .filter((item) => !Array.isArray(itemTypes) || itemTypes.includes(names[item.kind].wanted))
    .filter((item) => item.at >= from)
    .slice(typeof skip === 'number' ? skip : 0)
  const updatedAt = iso(subject.timeline.at(-1)?.at ?? subject.createdAt)
  return connection(found, args, node, { updatedAt })
}

const names: Readonly<Record<TimelineItem['kind'], { readonly type: string; readonly wanted: string }>> = {
  labeled: { type: 'LabeledEvent', wanted: 'LABELED_EVENT' },
  unlabeled: { type: 'UnlabeledEvent', wanted: 'UNLABELED_EVENT' },
  assigned: { type: 'AssignedEvent', wanted: 'ASSIGNED_EVENT' },
  committed: { type: 'PullRequestCommit', wanted: 'PULL_REQUEST_COMMIT' },
  reviewed: { type: 'PullRequestReview', wanted: 'PULL_REQUEST_REVIEW' },
  review_dismissed: { type: 'ReviewDismissedEvent', wanted: 'REVIEW_DISMISSED_EVENT' },
  head_ref_force_pushed: { type: 'HeadRefForcePushedEvent', wanted: 'HEAD_REF_FORCE_PUSHED_EVENT' },
  base_ref_force_pushed: { type: 'BaseRefForcePushedEvent', wanted: 'BASE_REF_FORCE_PUSHED_EVENT' },
  base_ref_changed: { type: 'BaseRefChangedEvent', wanted: 'BASE_REF_CHANGED_EVENT' },
  closed: { type: 'ClosedEvent', wanted: 'CLOSED_EVENT' },
  reopened: { type: 'ReopenedEvent', wanted: 'REOPENED_EVENT' },
  convert_to_draft: { type: 'ConvertToDraftEvent', wanted: 'CONVERT_TO_DRAFT_EVENT' },
  ready_for_review: { type: 'ReadyForReviewEvent', wanted: 'READY_FOR_REVIEW_EVENT' },
  merged: { type: 'MergedEvent', wanted: 'MERGED_EVENT' },
  commented: { type: 'IssueComment', wanted: 'ISSUE_COMMENT' },
  review_requested: { type: 'ReviewRequestedEvent', wanted: 'REVIEW_REQUESTED_EVENT' },
  review_request_removed: { type: 'ReviewRequestRemovedEvent', wanted: 'REVIEW_REQUEST_REMOVED_EVENT' },
  auto_merge_enabled: { type: 'AutoMergeEnabledEvent', wanted: 'AUTO_MERGE_ENABLED_EVENT' },
  added_to_merge_queue: { type: 'AddedToMergeQueueEvent', wanted: 'ADDED_TO_MERGE_QUEUE_EVENT' },
  removed_from_merge_queue: { type: 'RemovedFromMergeQueueEvent', wanted: 'REMOVED_FROM_MERGE_QUEUE_EVENT' },
}

function timelineNode(context: Context, pull: PullRequest, item: TimelineItem): Node {
  if (item.kind === 'reviewed') return context.nodes.review(pull, item.review)
  if (item.kind === 'commented') return context.nodes.comment(pull, item.comment)
  return {
    ...eventFields(context, item),
    pullRequest: () => context.nodes.pull(pull),
    ...factFields(context, pull, item),
  }
}

function eventFields(context: Context, item: TimelineItem): Node {
  return {
    __typename: names[item.kind].type,
    id: nodeId('EV', item.id),
    createdAt: iso(item.at),
    actor: () => (item.actor === null ? null : context.nodes.account(item.actor)),
  }
}

function factFields(context: Context, pull: PullRequest, item: TimelineItem): Arguments {
  const { nodes, world } = context
  const commit = (sha: string) => (): Node | null =>
    pull.repository.git.info(sha) === undefined ? null : nodes.commit(pull.repository, sha)
  switch (item.kind) {
    case 'labeled':
    case 'unlabeled': {
      const label = world.switches.labelEventsKeepOldName
        ? { ...item.label, name: item.nameThen }
        : item.label
      return { label: () => nodes.label(pull.repository, label), labelable: () => nodes.pull(pull) }
    }
    case 'assigned':
      return { assignee: () => nodes.account(item.assignee) }
    case 'committed':
      return { commit: commit(item.sha) }
    case 'review_dismissed':
      return {
        previousReviewState: item.previous,
        dismissalMessage: item.message,
        review: () => nodes.review(pull, item.review),
        pullRequestCommit:
          item.commit === null ? null : { __typename: 'PullRequestCommit', commit: commit(item.commit) },
      }
    case 'head_ref_force_pushed':
    case 'base_ref_force_pushed':
      return { beforeCommit: commit(item.before), afterCommit: commit(item.after) }
    case 'base_ref_changed':
      return { previousRefName: item.previous, currentRefName: item.current }
    case 'merged':
      return { commit: commit(item.sha), mergeRefName: pull.baseRef }
    case 'review_requested':
    case 'review_request_removed':
      return { requestedReviewer: () => requestedReviewer(context, item.reviewer) }
    case 'removed_from_merge_queue':
      return { reason: item.reason }
    default:
      return {}
  }
}
