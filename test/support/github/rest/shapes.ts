import { iso } from '../clock.ts'
import { type CommitInfo, type Signature } from '../git-repository.ts'
import { atLeast, authorAssociation } from '../rights.ts'
import { accountByEmail, nodeId } from '../world.ts'
import type {
  Account,
  App,
  CommitStatus,
  IssueComment,
  Label,
  Repository,
  Role,
  Team,
  World,
} from '../world.ts'

export type Json = Record<string, unknown>

export function repositoryUrl(world: World, at: Repository): string {
  return `${world.urls.api}/repos/${at.fullName}`
}

export function userShape(world: World, who: Account): Json {
  const url = `${world.urls.api}/users/${encodeURIComponent(who.login)}`
  return {
    login: who.login,
    id: who.id,
    node_id: who.nodeId,
    avatar_url: `${world.urls.server}/avatars/u/${who.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${world.urls.server}/${encodeURIComponent(who.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: who.type,
    user_view_type: 'public',
    site_admin: false,
  }
}

export function userOrNull(world: World, who: Account | null | undefined): Json | null {
  return who === null || who === undefined ? null : userShape(world, who)
}

/** The account GitHub shows where a user is required and nobody is known. */
export function ghost(world: World): Json {
  const id = 10_137
  return userShape(world, {
    id,
    nodeId: nodeId('U', id),
    login: 'ghost',
    type: 'User',
    emails: [],
    createdAt: 0,
  })
}

export function publicUserShape(world: World, who: Account): Json {
  return {
    ...userShape(world, who),
    name: who.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: iso(who.createdAt),
    updated_at: iso(who.createdAt),
  }
}

const repositoryLinks: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

/** The part that `minimal-repository` requires. */
export function minimalRepositoryShape(world: World, at: Repository): Json {
  const url = repositoryUrl(world, at)
  const links = Object.entries(repositoryLinks).map(([key, suffix]) => [key, `${url}${suffix}`])
  return {
    id: at.id,
    node_id: at.nodeId,
    name: at.name,
    full_name: at.fullName,
    owner: userShape(world, at.owner),
    private: at.private,
    html_url: `${world.urls.server}/${at.fullName}`,
    description: null,
    fork: at.parent !== undefined,
    url,
    ...Object.fromEntries(links),
  }
}

export function repositoryShape(world: World, at: Repository): Json {
  const html = `${world.urls.server}/${at.fullName}`
  const open = [...at.pulls.values()].filter((pull) => pull.state === 'open').length
  return {
    ...minimalRepositoryShape(world, at),
    clone_url: `${html}.git`,
    git_url: `git://github.invalid/${at.fullName}.git`,
    ssh_url: `git@github.invalid:${at.fullName}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: at.defaultBranch,
    visibility: at.private ? 'private' : 'public',
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    open_issues: open,
    open_issues_count: open,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    pushed_at: iso(at.activity.at(-1)?.at ?? at.createdAt),
    created_at: iso(at.createdAt),
    updated_at: iso(at.createdAt),
  }
}

export function permissionsShape(role: Role | undefined): Json {
  return {
    admin: atLeast(role, 'admin'),
    maintain: atLeast(role, 'maintain'),
    push: atLeast(role, 'write'),
    triage: atLeast(role, 'triage'),
    pull: atLeast(role, 'read'),
  }
}

export function labelShape(world: World, at: Repository, label: Label): Json {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${repositoryUrl(world, at)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description,
    color: label.color,
    default: false,
  }
}

export function statusShape(world: World, at: Repository, status: CommitStatus): Json {
  return {
    url: `${repositoryUrl(world, at)}/statuses/${status.sha}`,
    avatar_url: status.creator === null ? null : userShape(world, status.creator)['avatar_url'],
    id: status.id,
    node_id: status.nodeId,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: iso(status.at),
    updated_at: iso(status.at),
    creator: userOrNull(world, status.creator),
  }
}

export function commentShape(world: World, at: Repository, number: number, comment: IssueComment): Json {
  return {
    id: comment.id,
    node_id: comment.nodeId,
    url: `${repositoryUrl(world, at)}/issues/comments/${comment.id}`,
    html_url: `${world.urls.server}/${at.fullName}/pull/${number}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(world, at)}/issues/${number}`,
    user: userOrNull(world, comment.user),
    body: comment.body,
    created_at: iso(comment.createdAt),
    updated_at: iso(comment.updatedAt),
    author_association: authorAssociation(world, at, comment.user),
    performed_via_github_app: comment.app === null ? null : appShape(world, comment.app),
  }
}

export function appShape(world: World, app: App): Json {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    owner: userShape(world, app.owner),
    name: app.slug,
    description: null,
    external_url: `${world.urls.server}/apps/${app.slug}`,
    html_url: `${world.urls.server}/apps/${app.slug}`,
    created_at: iso(app.createdAt),
    updated_at: iso(app.createdAt),
    permissions: app.permissions,
    events: [],
  }
}

export function teamShape(world: World, team: Team): Json {
  const url = `${world.urls.api}/organizations/${team.org.id}/team/${team.id}`
  return {
    id: team.id,
    node_id: team.nodeId,
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: team.privacy,
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url,
    html_url: `${world.urls.server}/orgs/${team.org.login}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: team.org.id,
  }
}

export function gitCommitShape(world: World, at: Repository, info: CommitInfo): Json {
  return {
    sha: info.sha,
    node_id: nodeId('C', info.sha),
    url: `${repositoryUrl(world, at)}/git/commits/${info.sha}`,
    html_url: `${world.urls.server}/${at.fullName}/commit/${info.sha}`,
    author: signatureShape(info.author),
    committer: signatureShape(info.committer),
    message: info.message,
    tree: { sha: info.tree, url: `${repositoryUrl(world, at)}/git/trees/${info.tree}` },
    parents: info.parents.map((sha) => ({
      sha,
      url: `${repositoryUrl(world, at)}/git/commits/${sha}`,
      html_url: `${world.urls.server}/${at.fullName}/commit/${sha}`,
    })),
    verification: unsigned,
  }
}

export function commitShape(world: World, at: Repository, info: CommitInfo): Json {
  const url = `${repositoryUrl(world, at)}/commits/${info.sha}`
  return {
    url,
    sha: info.sha,
    node_id: nodeId('C', info.sha),
    html_url: `${world.urls.server}/${at.fullName}/commit/${info.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${repositoryUrl(world, at)}/git/commits/${info.sha}`,
      author: signatureShape(info.author),
      committer: signatureShape(info.committer),
      message: info.message,
      comment_count: 0,
      tree: { sha: info.tree, url: `${repositoryUrl(world, at)}/git/trees/${info.tree}` },
      verification: unsigned,
    },
    author: userOrNull(world, accountByEmail(world, info.author.email)),
    committer: userOrNull(world, accountByEmail(world, info.committer.email)),
    parents: info.parents.map((sha) => ({
      sha,
      url: `${repositoryUrl(world, at)}/commits/${sha}`,
      html_url: `${world.urls.server}/${at.fullName}/commit/${sha}`,
    })),
  }
}

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }

function signatureShape(signature: Signature): Json {
  return { name: signature.name, email: signature.email, date: iso(signature.at) }
}
