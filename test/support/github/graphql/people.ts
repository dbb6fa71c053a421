import { iso } from '../clock.ts'
import { authorAssociation, membersOf } from '../rights.ts'
import { isTeam } from '../verbs/reviews.ts'
import type { Account, IssueComment, Label, PullRequest, Repository, Team } from '../world.ts'
import { connection } from './connection.ts'
import { type Arguments, type Context, demand, type Node } from './context.ts'

/** GraphQL names a bot without the `[bot]` that REST shows. */
export function accountNode(context: Context, account: Account): Node {
  const { server } = context.world.urls
  const login = account.type === 'Bot' ? account.login.replace(/\[bot\]$/, '') : account.login
  const person = {
    __typename: account.type,
    id: account.nodeId,
    databaseId: account.id,
    login,
    url: `${server}/${login}`,
    resourcePath: `/${login}`,
    avatarUrl: `${server}/avatars/u/${account.id}`,
    createdAt: iso(account.createdAt),
    updatedAt: iso(account.createdAt),
  }
  if (account.type === 'Bot') return person
  if (account.type === 'Organization') {
    return {
      ...person,
      name: login,
      team: (args: Arguments) => {
        demand(context, 'members')
        const found = context.world.teams.get(`${login}/${String(args['slug'])}`.toLowerCase())
        return found === undefined ? null : context.nodes.team(found)
      },
    }
  }
  return { ...person, name: login, email: '', isViewer: context.token?.account === account }
}

export function teamNode(context: Context, team: Team): Node {
  return {
    __typename: 'Team',
    id: team.nodeId,
    databaseId: team.id,
    slug: team.slug,
    name: team.slug,
    combinedSlug: `${team.org.login}/${team.slug}`,
    privacy: team.privacy === 'closed' ? 'VISIBLE' : 'SECRET',
    organization: () => context.nodes.account(team.org),
    parentTeam: () => (team.parent === undefined ? null : context.nodes.team(team.parent)),
    members: (args: Arguments) => {
      demand(context, 'members')
      return connection(membersOf(context.world, team), args, (item) => context.nodes.account(item.account))
    },
  }
}

export function labelNode(context: Context, repository: Repository, label: Label): Node {
  return {
    __typename: 'Label',
    id: label.nodeId,
    name: label.name,
    color: label.color,
    description: label.description,
    isDefault: false,
    createdAt: iso(label.createdAt),
    updatedAt: iso(label.updatedAt),
    repository: () => context.nodes.repository(repository),
    url: `${context.world.urls.server}/${repository.fullName}/labels/${encodeURIComponent(label.name)}`,
  }
}

export function commentNode(context: Context, pull: PullRequest, comment: IssueComment): Node {
  const { nodes, world, token } = context
  return {
    __typename: 'IssueComment',
    id: comment.nodeId,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    bodyText: comment.body,
    createdAt: iso(comment.createdAt),
    publishedAt: iso(comment.createdAt),
    updatedAt: iso(comment.updatedAt),
    lastEditedAt: comment.editedAt === null ? null : iso(comment.editedAt),
    includesCreatedEdit: comment.editedAt !== null,
    isMinimized: false,
    minimizedReason: null,
    author: () => (comment.user === null ? null : nodes.account(comment.user)),
    authorAssociation: authorAssociation(world, pull.repository, comment.user),
    viewerDidAuthor: comment.user !== null && comment.user === token?.account,
    url: `${world.urls.server}/${pull.repository.fullName}/pull/${pull.number}#issuecomment-${comment.id}`,
    pullRequest: () => nodes.pull(pull),
    repository: () => nodes.repository(pull.repository),
  }
}

/** Who was asked for a review. A team shows itself only to a token that may read the members of its organisation. */
export function requestedReviewer(context: Context, reviewer: Account | Team): Node {
  if (!isTeam(reviewer)) return context.nodes.account(reviewer)
  demand(context, 'members')
  return context.nodes.team(reviewer)
}
