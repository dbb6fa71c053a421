import { iso } from '../clock.ts'
import { requiredContexts } from '../pull-state.ts'
import { latestStatuses } from '../verbs/reports.ts'
import { type CheckRun, type CommitStatus, nodeId, type Repository } from '../world.ts'
import { connection } from './connection.ts'
import { type Arguments, type Context, demand, type Node } from './context.ts'

export function statusContextNode(context: Context, repository: Repository, status: CommitStatus): Node {
  return {
    __typename: 'StatusContext',
    id: status.nodeId,
    context: status.context,
    state: status.state.toUpperCase(),
    description: status.description,
    targetUrl: status.targetUrl,
    createdAt: iso(status.at),
    creator: () => (status.creator === null ? null : context.nodes.account(status.creator)),
    commit: () => context.nodes.commit(repository, status.sha),
    isRequired: (args: Arguments) => isRequired(repository, status.context, args),
  }
}

export function checkRunNode(context: Context, repository: Repository, run: CheckRun): Node {
  const url = `${context.world.urls.server}/${repository.fullName}/runs/${run.id}`
  return {
    __typename: 'CheckRun',
    id: run.nodeId,
    databaseId: run.id,
    name: run.name,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    startedAt: iso(run.at),
    completedAt: run.conclusion === null ? null : iso(run.at),
    externalId: run.externalId,
    url,
    permalink: url,
    isRequired: (args: Arguments) => isRequired(repository, run.name, args),
    checkSuite: () => checkSuiteNode(context, repository, run),
  }
}

/** Statuses and check runs of a commit together; null when there are none. */
export function rollupNode(context: Context, repository: Repository, sha: string): Node | null {
  demand(context, 'statuses')
  const statuses = latestStatuses(repository.statuses, sha).toReversed()
  const runs = latestRuns(repository, sha)
  if (statuses.length + runs.length === 0) return null
  const nodes = [
    ...runs.map((run) => context.nodes.checkRun(repository, run)),
    ...statuses.map((status) => context.nodes.status(repository, status)),
  ]
  const counts = { checkRunCount: runs.length, statusContextCount: statuses.length }
  return {
    __typename: 'StatusCheckRollup',
    id: nodeId('SCR', `${repository.id}:${sha}`),
    state: rollupState([...statuses.map((item) => item.state), ...runs.map(runState)]),
    commit: () => context.nodes.commit(repository, sha),
    contexts: (args: Arguments) => connection(nodes, args, (node) => node, counts),
  }
}

/** The commit's statuses alone; null when there are none. */
export function commitStatusNode(context: Context, repository: Repository, sha: string): Node | null {
  demand(context, 'statuses')
  const latest = latestStatuses(repository.statuses, sha).toReversed()
  if (latest.length === 0) return null
  return {
    __typename: 'Status',
    id: nodeId('ST', `${repository.id}:${sha}`),
    state: rollupState(latest.map((item) => item.state)),
    commit: () => context.nodes.commit(repository, sha),
    contexts: () => latest.map((status) => context.nodes.status(repository, status)),
    context: (args: Arguments) => {
      const wanted = String(args['name']).toLowerCase()
      const found = latest.find((status) => status.context.toLowerCase() === wanted)
      return found === undefined ? null : context.nodes.status(repository, found)
    },
  }
}

function isRequired(repository: Repository, name: string, args: Arguments): boolean {
  const wanted = args['pullRequestNumber'] ?? args['pullRequestId']
  const pull = [...repository.pulls.values()].find((item) => item.number === wanted || item.nodeId === wanted)
  return (
    pull !== undefined && requiredContexts(pull).some((item) => item.toLowerCase() === name.toLowerCase())
  )
}

function checkSuiteNode(context: Context, repository: Repository, run: CheckRun): Node {
  const id = nodeId('CS', run.id)
  const { app, workflow } = run
  return {
    __typename: 'CheckSuite',
    id,
    databaseId: run.id,
    app: { __typename: 'App', id: nodeId('A', app.id), databaseId: app.id, slug: app.slug, name: app.slug },
    commit: () => context.nodes.commit(repository, run.sha),
    workflowRun: workflow === null ? null : workflowRunNode(context, repository, run, workflow),
  }
}

function workflowRunNode(
  context: Context,
  repository: Repository,
  run: CheckRun,
  workflow: { readonly path: string; readonly event: string },
): Node {
  return {
    __typename: 'WorkflowRun',
    id: nodeId('WFR', run.id),
    databaseId: run.id,
    event: workflow.event,
    createdAt: iso(run.at),
    file: {
      __typename: 'WorkflowRunFile',
      id: nodeId('WRF', run.id),
      path: workflow.path,
      repositoryName: repository.fullName,
      url: `${context.world.urls.server}/${repository.fullName}/blob/HEAD/${workflow.path}`,
    },
  }
}

function latestRuns(repository: Repository, sha: string): readonly CheckRun[] {
  const newest = new Map<string, CheckRun>()
  for (const run of repository.checkRuns) if (run.sha === sha) newest.set(`${run.app.id}:${run.name}`, run)
  return [...newest.values()]
}

function runState(run: CheckRun): 'failure' | 'pending' | 'success' {
  if (run.conclusion === null) return 'pending'
  return run.conclusion === 'failure' || run.conclusion === 'cancelled' ? 'failure' : 'success'
}

function rollupState(states: readonly string[]): string {
  for (const state of ['error', 'failure', 'pending']) if (states.includes(state)) return state.toUpperCase()
  return 'SUCCESS'
}
