import { iso } from '../clock.ts'
import { authorAssociation } from '../rights.ts'
import type { Issue } from '../world.ts'
import { connection } from './connection.ts'
import { type Arguments, type Context, type Node } from './context.ts'
import { issueTimelineNodes } from './timeline.ts'

export function issueNode(context: Context, issue: Issue): Node {
  const { nodes, world, token } = context
  const { repository, edited } = issue
  const path = `/${repository.fullName}/issues/${issue.number}`
  return {
    __typename: 'Issue',
    id: issue.nodeId,
    databaseId: issue.id,
    fullDatabaseId: String(issue.id),
    number: issue.number,
    title: issue.title,
    body: issue.body,
    bodyText: issue.body,
    state: issue.state.toUpperCase(),
    closed: issue.state === 'closed',
    closedAt: issue.closedAt === null ? null : iso(issue.closedAt),
    createdAt: iso(issue.createdAt),
    publishedAt: iso(issue.createdAt),
    updatedAt: iso(issue.updatedAt),
    lastEditedAt: edited === null ? null : iso(edited.at),
    includesCreatedEdit: edited !== null,
    editor: () => (edited === null ? null : nodes.account(edited.by)),
    author: () => (issue.author === null ? null : nodes.account(issue.author)),
    authorAssociation: authorAssociation(world, repository, issue.author),
    viewerDidAuthor: issue.author !== null && issue.author === token?.account,
    locked: false,
    url: `${world.urls.server}${path}`,
    resourcePath: path,
    repository: () => nodes.repository(repository),
    labels: (args: Arguments) => connection(issue.labels, args, (label) => nodes.label(repository, label)),
    timelineItems: (args: Arguments) => issueTimelineNodes(context, issue, args),
  }
}

/** `issues`: a label is meant without regard to case; the oldest first unless asked otherwise. */
export function selectIssues(issues: readonly Issue[], args: Arguments): readonly Issue[] {
  const { states, labels, orderBy } = args
  const { field, direction } = (orderBy ?? { field: 'CREATED_AT', direction: 'ASC' }) as {
    field: string
    direction: string
  }
  const key = field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt'
  const sign = direction === 'DESC' ? -1 : 1
  const wanted = Array.isArray(labels) ? labels.map((name) => String(name).toLowerCase()) : null
  return issues
    .filter(({ state }) => !Array.isArray(states) || states.includes(state.toUpperCase()))
    .filter(
      (issue) => wanted === null || issue.labels.some(({ name }) => wanted.includes(name.toLowerCase())),
    )
    .toSorted((a, b) => (a[key] - b[key] || a.number - b.number) * sign)
}
