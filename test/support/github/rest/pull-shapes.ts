import { iso } from '../clock.ts'
import { baseTip, mergeState, readMergeability } from '../pull-state.ts'
import { authorAssociation } from '../rights.ts'
import { isTeam } from '../verbs/reviews.ts'
import type { PullRequest, Repository, Review, Team, World } from '../world.ts'
import {
  type Json,
  labelShape,
  repositoryShape,
  repositoryUrl,
  teamShape,
  userOrNull,
  userShape,
} from './shapes.ts'

/** A pull request as lists show it. */
export function pullSimpleShape(world: World, pull: PullRequest): Json {
  const api = repositoryUrl(world, pull.repository)
  const html = `${world.urls.server}/${pull.repository.fullName}/pull/${pull.number}`
  const users = pull.requested.flatMap(({ reviewer }) =>
    isTeam(reviewer) ? [] : [userShape(world, reviewer)],
  )
  return {
    ...links(pull, api, html),
    id: pull.id,
    node_id: pull.nodeId,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: userOrNull(world, pull.author),
    body: pull.body,
    labels: pull.labels.map((label) => ({
      ...labelShape(world, pull.repository, label),
      // Lists describe a label's description as a string, the pull request itself as a string or null.
      description: label.description ?? '',
    })),
    milestone: null,
    active_lock_reason: null,
    created_at: iso(pull.createdAt),
    updated_at: iso(pull.updatedAt),
    closed_at: pull.closedAt === null ? null : iso(pull.closedAt),
    merged_at: pull.merged === null ? null : iso(pull.merged.at),
    merge_commit_sha: pull.merged?.sha ?? (pull.testMerge.known ? (pull.testMerge.sha ?? null) : null),
    assignee: null,
    assignees: [],
    requested_reviewers: users,
    requested_teams: requestedTeams(pull).map((team) => ({ ...teamShape(world, team), parent: null })),
    head: sideShape(world, pull.headRepository, pull.headRef, pull.headSha),
    base: sideShape(world, pull.repository, pull.baseRef, pull.baseSha),
    author_association: authorAssociation(world, pull.repository, pull.author),
    auto_merge: autoMergeShape(world, pull),
    draft: pull.draft,
  }
}

/** A pull request by its own address. Reading it is what starts the mergeability job. */
export function pullShape(world: World, pull: PullRequest): Json {
  const { mergeable } = readMergeability(pull)
  const files = pull.repository.git.changedFiles(
    pull.merged === null ? baseTip(pull) : pull.baseSha,
    pull.headSha,
  )
  return {
    ...pullSimpleShape(world, pull),
    labels: pull.labels.map((label) => labelShape(world, pull.repository, label)),
    requested_teams: requestedTeams(pull).map((team) => teamShape(world, team)),
    merged: pull.merged !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeState(pull).toLowerCase(),
    merged_by: userOrNull(world, pull.merged?.by),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: pull.headRepository !== pull.repository,
    commits: pull.commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  }
}

export function reviewShape(world: World, pull: PullRequest, review: Review): Json {
  const html = `${world.urls.server}/${pull.repository.fullName}/pull/${pull.number}#pullrequestreview-${review.id}`
  const pullUrl = `${repositoryUrl(world, pull.repository)}/pulls/${pull.number}`
  return {
    id: review.id,
    node_id: review.nodeId,
    user: userOrNull(world, review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    ...(review.state === 'PENDING' ? {} : { submitted_at: iso(review.submittedAt) }),
    commit_id: review.commit,
    author_association: authorAssociation(world, pull.repository, review.user),
  }
}

function links(pull: PullRequest, api: string, html: string): Json {
  const url = `${api}/pulls/${pull.number}`
  const issue = `${api}/issues/${pull.number}`
  const statuses = `${api}/statuses/${pull.headSha}`
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
  }
}

function sideShape(world: World, at: Repository, ref: string, sha: string): Json {
  return {
    label: `${at.owner.login}:${ref}`,
    ref,
    sha,
    user: userShape(world, at.owner),
    repo: repositoryShape(world, at),
  }
}

function autoMergeShape(world: World, pull: PullRequest): Json | null {
  if (pull.autoMerge === null) return null
  return {
    enabled_by: userShape(world, pull.autoMerge.by),
    merge_method: pull.autoMerge.method.toLowerCase(),
    commit_title: pull.title,
    commit_message: '',
  }
}

function requestedTeams(pull: PullRequest): readonly Team[] {
  return pull.requested.map((item) => item.reviewer).filter(isTeam)
}
