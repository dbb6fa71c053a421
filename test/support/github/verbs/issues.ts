import { record } from '../pull-state.ts'
import { account, issue, nextId, nodeId, repository } from '../world.ts'
import type { Account, Issue, PullRequest, World } from '../world.ts'
import { ensureLabel } from './repositories.ts'

export interface NewIssue {
  readonly repo: string
  readonly by: string
  readonly title?: string
  readonly body?: string
  readonly labels?: readonly string[]
}

export function openIssue(world: World, args: NewIssue): Issue {
  const at = repository(world, args.repo)
  const id = nextId(world)
  const now = world.clock.now()
  const created: Issue = {
    id,
    nodeId: nodeId('I', id),
    number: at.nextNumber,
    repository: at,
    author: account(world, args.by),
    labels: (args.labels ?? []).map((name) => ensureLabel(world, at, name)),
    timeline: [],
    title: args.title ?? 'An issue',
    body: args.body ?? '',
    state: 'open',
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    edited: null,
  }
  at.nextNumber += 1
  at.issues.set(created.number, created)
  for (const label of created.labels)
    record(world, created, created.author, { kind: 'labeled', label, nameThen: label.name, app: null })
  return created
}

interface IssueAction {
  readonly repo: string
  readonly number: number
  readonly by: string
}

export function closeIssue(world: World, args: IssueAction): void {
  const found = issue(world, args.repo, args.number)
  found.state = 'closed'
  found.closedAt = world.clock.now()
  record(world, found, account(world, args.by), { kind: 'closed' })
}

export function reopenIssue(world: World, args: IssueAction): void {
  const found = issue(world, args.repo, args.number)
  found.state = 'open'
  found.closedAt = null
  record(world, found, account(world, args.by), { kind: 'reopened' })
}

export function editIssue(world: World, args: IssueAction & { readonly body: string }): void {
  const found = issue(world, args.repo, args.number)
  found.body = args.body
  found.updatedAt = world.clock.now()
  found.edited = { at: world.clock.now(), by: account(world, args.by) }
}

/** Assigns somebody, or an agent, to an issue or a pull request. */
export function assign(world: World, args: IssueAction & { readonly assignee: string }): void {
  const { issues, pulls } = repository(world, args.repo)
  const subject: Issue | PullRequest | undefined = issues.get(args.number) ?? pulls.get(args.number)
  if (subject === undefined) throw new Error(`no such issue or pull request: ${args.repo}#${args.number}`)
  const assignee: Account = account(world, args.assignee)
  record(world, subject, account(world, args.by), { kind: 'assigned', assignee })
}
