import { record } from '../pull-state.ts'
import { deliver } from '../webhook.ts'
import { account, nextId, nodeId, pullRequest, repository } from '../world.ts'
import type { Account, App, IssueComment, PullRequest, WebhookEvent, World } from '../world.ts'

export function comment(
  world: World,
  args: { readonly repo: string; readonly number: number; readonly by: string; readonly body: string },
): { readonly id: number; readonly event: WebhookEvent } {
  const user = account(world, args.by)
  const created = addComment(world, args.repo, args.number, user, null, args.body)
  const fields = {
    action: 'created',
    issue: { number: args.number },
    comment: { id: created.id, body: args.body },
  }
  return {
    id: created.id,
    event: deliver(world, 'issue_comment', repository(world, args.repo), user, fields),
  }
}

export function addComment(
  world: World,
  repo: string,
  number: number,
  user: Account,
  app: App | null,
  body: string,
): IssueComment {
  const pull = pullRequest(world, repo, number)
  const id = nextId(world)
  const now = world.clock.now()
  const created: IssueComment = {
    id,
    nodeId: nodeId('IC', id),
    user,
    app,
    body,
    createdAt: now,
    updatedAt: now,
    editedAt: null,
  }
  pull.comments.push(created)
  record(world, pull, user, { kind: 'commented', comment: created })
  return created
}

interface CommentAddress {
  readonly repo: string
  readonly number: number
  readonly id: number
}

/** Changes the text, even to the same: GitHub remembers when. */
export function editComment(world: World, args: CommentAddress & { readonly body: string }): void {
  changeBody(world, findComment(pullRequest(world, args.repo, args.number), args.id), args.body)
}

export function changeBody(world: World, written: IssueComment, body: string): void {
  written.body = body
  written.updatedAt = world.clock.now()
  written.editedAt = world.clock.now()
}

/** A reaction or a hidden comment moves `updated_at` too; nobody edited anything. */
export function touchComment(world: World, args: CommentAddress): void {
  findComment(pullRequest(world, args.repo, args.number), args.id).updatedAt = world.clock.now()
}

export function deleteComment(world: World, args: CommentAddress): void {
  const pull = pullRequest(world, args.repo, args.number)
  removeComment(pull, findComment(pull, args.id))
}

export function removeComment(pull: PullRequest, written: IssueComment): void {
  pull.comments.splice(pull.comments.indexOf(written), 1)
  const entry = pull.timeline.findIndex((item) => item.kind === 'commented' && item.comment === written)
  pull.timeline.splice(entry, 1)
}

function findComment(pull: PullRequest, id: number): IssueComment {
  const found = pull.comments.find((item) => item.id === id)
  if (found === undefined) throw new Error(`no such comment: ${id}`)
  return found
}
