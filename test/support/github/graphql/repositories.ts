import { iso } from '../clock.ts'
import { roleOf } from '../rights.ts'
import { queueOf } from '../verbs/queue.ts'
import { queueEntryNode } from './queue-entry.ts'
import { findLabel } from '../verbs/repositories.ts'
import { type BranchRule, nodeId, type PullRequest, type Repository } from '../world.ts'
import { connection } from './connection.ts'
import { type Arguments, type Context, demand, FieldRefusal, type Node } from './context.ts'
import { selectIssues } from './issues.ts'

export function repositoryNode(context: Context, repository: Repository): Node {
  const { world, nodes } = context
  return {
    __typename: 'Repository',
    id: repository.nodeId,
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    isPrivate: repository.private,
    isFork: repository.parent !== undefined,
    isArchived: false,
    isEmpty: false,
    visibility: repository.private ? 'PRIVATE' : 'PUBLIC',
    createdAt: iso(repository.createdAt),
    url: `${world.urls.server}/${repository.fullName}`,
    resourcePath: `/${repository.fullName}`,
    owner: () => nodes.account(repository.owner),
    parent: () => (repository.parent === undefined ? null : nodes.repository(repository.parent)),
    viewerPermission: () => {
      const viewer = context.token?.account
      const role = viewer === undefined ? undefined : roleOf(world, repository, viewer)
      return role?.toUpperCase() ?? (repository.private ? null : 'READ')
    },
    defaultBranchRef: () => nodes.ref(repository, `refs/heads/${repository.defaultBranch}`),
    ref: (args: Arguments) => nodes.ref(repository, qualified(repository, String(args['qualifiedName']))),
    object: (args: Arguments) => {
      demand(context, 'contents')
      return nodes.object(repository, String(args['oid'] ?? args['expression']))
    },
    mergeQueue: (args: Arguments) => {
      demand(context, 'pull_requests')
      const { branch } = args
      return queueNode(context, repository, typeof branch === 'string' ? branch : repository.defaultBranch)
    },
    codeowners: (args: Arguments) => codeownersNode(context, repository, args),
    label: (args: Arguments) => {
      const found = findLabel(repository, String(args['name']))
      return found === undefined ? null : nodes.label(repository, found)
    },
    labels: (args: Arguments) =>
      connection(repository.labels, args, (label) => nodes.label(repository, label)),
    issue: (args: Arguments) => {
      demand(context, 'issues')
      const found = repository.issues.get(Number(args['number']))
      if (found !== undefined) return nodes.issue(found)
      const message = `Could not resolve to an Issue with the number of ${String(args['number'])}.`
      throw new FieldRefusal('NOT_FOUND', message)
    },
    issues: (args: Arguments) => {
      demand(context, 'issues')
      return connection(selectIssues([...repository.issues.values()], args), args, nodes.issue)
    },
    pullRequest: (args: Arguments) => {
      demand(context, 'pull_requests')
      const found = repository.pulls.get(Number(args['number']))
      if (found !== undefined) return nodes.pull(found)
      const message = `Could not resolve to a PullRequest with the number of ${String(args['number'])}.`
      throw new FieldRefusal('NOT_FOUND', message)
    },
    pullRequests: (args: Arguments) => {
      demand(context, 'pull_requests')
      return connection(selectPulls([...repository.pulls.values()], args), args, nodes.pull)
    },
  }
}

/** Null for a branch without the rule, as GitHub has it. */
function queueNode(context: Context, repository: Repository, branch: string): Node | null {
  const hasQueue = repository.rules.get(branch)?.some(({ type }) => type === 'merge_queue') === true
  if (!hasQueue) return null
  return {
    __typename: 'MergeQueue',
    id: nodeId('MQ', `${repository.id}:${branch}`),
    repository: () => context.nodes.repository(repository),
    entries: (args: Arguments) =>
      connection(queueOf(repository, branch), args, ({ pull, entry }) =>
        queueEntryNode(context, pull, entry),
      ),
  }
}

export function refNode(context: Context, repository: Repository, name: string): Node | null {
  const object = repository.git.object(name)
  if (object === undefined) return null
  const prefix = /^refs\/(?:heads|tags)\//.exec(name)?.[0] ?? 'refs/'
  const branch = name.slice(prefix.length)
  return {
    __typename: 'Ref',
    id: nodeId('REF', `${repository.id}:${name}`),
    name: branch,
    prefix,
    repository: () => context.nodes.repository(repository),
    target: () => {
      demand(context, 'contents')
      return context.nodes.object(repository, object.oid)
    },
    rules: (args: Arguments) =>
      connection(repository.rules.get(branch) ?? [], args, (rule) =>
        ruleNode(context, repository, branch, rule),
      ),
  }
}

function codeownersNode(context: Context, repository: Repository, args: Arguments): Node | null {
  demand(context, 'contents')
  const ref = typeof args['refName'] === 'string' ? args['refName'] : repository.defaultBranch
  const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
  if (!places.some((path) => repository.git.object(`${ref}:${path}`) !== undefined)) return null
  const errors = repository.codeownersErrors.get(ref) ?? []
  return {
    __typename: 'RepositoryCodeowners',
    errors: errors.map((error) => ({
      __typename: 'RepositoryCodeownersError',
      source: '',
      suggestion: null,
      ...error,
    })),
  }
}

const parameterTypes = {
  pull_request: 'PullRequestParameters',
  required_status_checks: 'RequiredStatusChecksParameters',
  workflows: 'WorkflowsParameters',
  merge_queue: 'MergeQueueParameters',
} as const

function ruleNode(context: Context, repository: Repository, branch: string, rule: BranchRule): Node {
  return {
    __typename: 'RepositoryRule',
    id: nodeId('RR', `${repository.id}:${branch}:${rule.type}`),
    type: rule.type.toUpperCase(),
    repositoryRuleset: {
      __typename: 'RepositoryRuleset',
      id: nodeId('RRS', rule.ruleset.id),
      databaseId: rule.ruleset.id,
      name: rule.ruleset.name,
      enforcement: 'ACTIVE',
      target: 'BRANCH',
      source: () => context.nodes.repository(repository),
    },
    parameters: { __typename: parameterTypes[rule.type], ...(camel(rule.parameters) as Arguments) },
  }
}

/** REST writes rule parameters in snake_case, GraphQL the same ones in camelCase. */
function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      camel(item),
    ]),
  )
}

function qualified(repository: Repository, name: string): string {
  if (name.startsWith('refs/')) return name
  return repository.git.object(`refs/heads/${name}`) === undefined
    ? `refs/tags/${name}`
    : `refs/heads/${name}`
}

function selectPulls(pulls: readonly PullRequest[], args: Arguments): readonly PullRequest[] {
  const { states, labels, baseRefName, headRefName, orderBy } = args
  const order = (orderBy ?? { field: 'CREATED_AT', direction: 'ASC' }) as { field: string; direction: string }
  const key = order.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt'
  const sign = order.direction === 'DESC' ? -1 : 1
  return pulls
    .filter((pull) => !Array.isArray(states) || states.includes(pullState(pull)))
    .filter((pull) => !Array.isArray(labels) || pull.labels.some((label) => labels.includes(label.name)))
    .filter((pull) => typeof baseRefName !== 'string' || pull.baseRef === baseRefName)
    .filter((pull) => typeof headRefName !== 'string' || pull.headRef === headRefName)
    .toSorted((a, b) => (a[key] - b[key] || a.number - b.number) * sign)
}

export function pullState(pull: PullRequest): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull.merged !== null) return 'MERGED'
  return pull.state === 'open' ? 'OPEN' : 'CLOSED'
}
