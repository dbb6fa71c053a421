import { iso } from './clock.ts'
import type { Account, Label, PullRequest, Repository, Review, WebhookEvent, World } from './world.ts'

/** Records a delivery and hands it back; payloads are minimal but what they say is true. */
export function deliver(
  world: World,
  name: string,
  repository: Repository,
  sender: Account | null,
  fields: Readonly<Record<string, unknown>>,
): WebhookEvent {
  const event: WebhookEvent = {
    name,
    payload: { ...fields, repository: repositoryPart(repository), sender: accountPart(sender) },
  }
  world.events.push(event)
  return event
}

export function pullRequestEvent(
  world: World,
  pull: PullRequest,
  sender: Account | null,
  action: string,
  extra: Readonly<Record<string, unknown>> = {},
): WebhookEvent {
  const fields = { action, number: pull.number, pull_request: pullRequestPart(pull), ...extra }
  return deliver(world, 'pull_request', pull.repository, sender, fields)
}

export function reviewEvent(
  world: World,
  pull: PullRequest,
  sender: Account,
  action: string,
  review: Review,
): WebhookEvent {
  return deliver(world, 'pull_request_review', pull.repository, sender, {
    action,
    pull_request: pullRequestPart(pull),
    review: {
      id: review.id,
      node_id: review.nodeId,
      user: accountPart(review.user),
      body: review.body === '' ? null : review.body,
      commit_id: review.commit,
      submitted_at: iso(review.submittedAt),
      state: review.state.toLowerCase(),
    },
  })
}

export function labelPart(label: Label): Record<string, unknown> {
  return {
    id: label.id,
    node_id: label.nodeId,
    name: label.name,
    color: label.color,
    description: label.description,
  }
}

export function accountPart(account: Account | null): Record<string, unknown> | null {
  if (account === null) return null
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    type: account.type,
    site_admin: false,
  }
}

export function repositoryPart(repository: Repository): Record<string, unknown> {
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    default_branch: repository.defaultBranch,
    fork: repository.parent !== undefined,
    owner: accountPart(repository.owner),
  }
}

function pullRequestPart(pull: PullRequest): Record<string, unknown> {
  return {
    id: pull.id,
    node_id: pull.nodeId,
    number: pull.number,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    draft: pull.draft,
    user: accountPart(pull.author),
    labels: pull.labels.map(labelPart),
    created_at: iso(pull.createdAt),
    updated_at: iso(pull.updatedAt),
    closed_at: pull.closedAt === null ? null : iso(pull.closedAt),
    merged_at: pull.merged === null ? null : iso(pull.merged.at),
    merged: pull.merged !== null,
    merge_commit_sha: pull.merged?.sha ?? null,
    head: {
      label: `${pull.headRepository.owner.login}:${pull.headRef}`,
      ref: pull.headRef,
      sha: pull.headSha,
      repo: repositoryPart(pull.headRepository),
    },
    base: {
      label: `${pull.repository.owner.login}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      repo: repositoryPart(pull.repository),
    },
  }
}
