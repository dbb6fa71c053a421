import { iso } from '../clock.ts'
import { type MergeQueueEntry, nodeId, type PullRequest } from '../world.ts'
import type { Context, Node } from './context.ts'

export function queueEntryNode(context: Context, pull: PullRequest, entry: MergeQueueEntry): Node {
  return {
    __typename: 'MergeQueueEntry',
    id: nodeId('MQE', entry.id),
    state: entry.state,
    position: entry.position,
    enqueuedAt: iso(entry.enqueuedAt),
    enqueuer: context.nodes.account(entry.enqueuer),
    headCommit: () => context.nodes.commit(pull.repository, entry.headCommit),
    baseCommit: () => context.nodes.commit(pull.repository, entry.baseCommit),
    jump: false,
    solo: false,
    pullRequest: () => context.nodes.pull(pull),
  }
}
