import { iso } from '../clock.ts'
import { isTeam } from '../verbs/reviews.ts'
import { nodeId, type PullRequest, type TimelineItem, type World } from '../world.ts'
import { reviewShape } from './pull-shapes.ts'
import {
  appShape,
  commentShape,
  ghost,
  gitCommitShape,
  type Json,
  repositoryUrl,
  teamShape,
  userShape,
} from './shapes.ts'

/** One entry of `GET issues/{n}/timeline`. */
export function timelineShape(world: World, pull: PullRequest, item: TimelineItem): Json {
  switch (item.kind) {
    case 'committed':
      return committed(world, pull, item.sha)
    case 'reviewed': {
      const { user: _user, ...rest } = reviewShape(world, pull, item.review)
      return { ...rest, user: actorShape(world, item), event: 'reviewed' }
    }
    case 'commented':
      return {
        ...commentShape(world, pull.repository, pull.number, item.comment),
        user: actorShape(world, item),
        actor: actorShape(world, item),
        event: 'commented',
      }
    case 'labeled':
    case 'unlabeled': {
      const name = world.switches.labelEventsKeepOldName ? item.nameThen : item.label.name
      const performed = item.app === null ? null : appShape(world, item.app)
      return {
        ...common(world, pull, item),
        performed_via_github_app: performed,
        label: { name, color: item.label.color },
      }
    }
    case 'assigned':
      return { ...common(world, pull, item), assignee: userShape(world, item.assignee) }
    case 'review_dismissed':
      return {
        ...common(world, pull, item),
        dismissed_review: {
          state: item.previous.toLowerCase(),
          review_id: item.review.id,
          dismissal_message: item.message,
          ...(item.commit === null ? {} : { dismissal_commit_id: item.commit }),
        },
      }
    case 'review_requested':
    case 'review_request_removed': {
      const target = isTeam(item.reviewer)
        ? { requested_team: { ...teamShape(world, item.reviewer), parent: null } }
        : { requested_reviewer: userShape(world, item.reviewer) }
      return { ...common(world, pull, item), review_requester: actorShape(world, item), ...target }
    }
    case 'head_ref_force_pushed':
      return { ...common(world, pull, item), ...commitPart(world, pull, item.after) }
    case 'merged':
      return { ...common(world, pull, item), ...commitPart(world, pull, item.sha) }
    case 'base_ref_force_pushed':
    case 'base_ref_changed':
    case 'closed':
    case 'reopened':
    case 'convert_to_draft':
    case 'ready_for_review':
    case 'auto_merge_enabled':
    case 'added_to_merge_queue':
    case 'removed_from_merge_queue':
      return common(world, pull, item)
    default:
      return item satisfies never
  }
}

function common(world: World, pull: PullRequest, item: TimelineItem): Json {
  return {
    id: item.id,
    node_id: nodeId('EV', item.id),
    url: `${repositoryUrl(world, pull.repository)}/issues/events/${item.id}`,
    actor: actorShape(world, item),
    event: item.kind,
    commit_id: null,
    commit_url: null,
    created_at: iso(item.at),
    performed_via_github_app: null,
  }
}

function commitPart(world: World, pull: PullRequest, sha: string): Json {
  return { commit_id: sha, commit_url: `${repositoryUrl(world, pull.repository)}/commits/${sha}` }
}

function committed(world: World, pull: PullRequest, sha: string): Json {
  const info = pull.repository.git.info(sha)
  if (info === undefined) throw new Error(`the timeline names a commit that git does not have: ${sha}`)
  return { event: 'committed', ...gitCommitShape(world, pull.repository, info) }
}

function actorShape(world: World, item: TimelineItem): Json {
  return item.actor === null ? ghost(world) : userShape(world, item.actor)
}
