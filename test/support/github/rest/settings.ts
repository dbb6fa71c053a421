import { iso } from '../clock.ts'
import { atLeast } from '../rights.ts'
import { type Environment, nodeId, type Repository, type WorkflowRun } from '../world.ts'
import {
  type Answer,
  type Call,
  callerRole,
  callRepository,
  type Handler,
  notFound,
  ok,
  paged,
  pathValue,
} from './call.ts'
import { holds } from './permissions.ts'
import { type Json, minimalRepositoryShape, repositoryUrl } from './shapes.ts'

/** How a repository is set up: rulesets, classic protection, workflows with their runs, environments. */
export const settingHandlers: Readonly<Record<string, Handler>> = {
  'actions/get-workflow': getWorkflow,
  'actions/list-workflow-runs': listRuns,
  'repos/get-branch-protection': getProtection,
  'repos/get-environment': getEnvironment,
  'repos/get-repo-ruleset': getRuleset,
  'repos/list-deployment-branch-policies': listBranchPolicies,
}

/** What GitHub shows to those only who may change it. */
function mayAdminister(call: Call, at: Repository, level: 'read' | 'write'): boolean {
  if (call.token?.permissions !== undefined) return holds(call.token, 'administration', level)
  return atLeast(callerRole(call, at), 'admin')
}

function getRuleset(call: Call): Answer {
  const at = callRepository(call)
  const id = Number(pathValue(call, 'ruleset_id'))
  const rules = [...at.rules.values()].flat().filter(({ ruleset }) => ruleset.id === id)
  const ruleset = rules[0]?.ruleset
  if (ruleset === undefined) throw notFound()
  return ok({
    id,
    name: ruleset.name,
    target: 'branch',
    source_type: 'Repository',
    source: at.fullName,
    enforcement: 'active',
    ...(mayAdminister(call, at, 'write') ? { bypass_actors: ruleset.bypass ?? [] } : {}),
    rules: rules.map(({ type, parameters }) => ({ type, parameters })),
    created_at: iso(at.createdAt),
    updated_at: iso(at.createdAt),
  })
}

function getProtection(call: Call): Answer {
  const at = callRepository(call)
  const branch = pathValue(call, 'branch')
  const details = at.protections.get(branch)
  if (details === undefined || !mayAdminister(call, at, 'read')) throw notFound()
  const url = `${repositoryUrl(call.world, at)}/branches/${branch}/protection`
  const checks = at.protectedChecks.get(branch) ?? []
  const { reviews } = details
  return ok({
    url,
    enforce_admins: { url: `${url}/enforce_admins`, enabled: details.enforceAdmins },
    required_status_checks: {
      strict: details.strict,
      contexts: checks.map(({ context }) => context),
      checks: checks.map(({ context, appId }) => ({ context, app_id: appId })),
    },
    ...(reviews && {
      required_pull_request_reviews: {
        dismiss_stale_reviews: reviews.dismissStale,
        require_code_owner_reviews: reviews.codeOwners,
        require_last_push_approval: reviews.lastPush,
      },
    }),
  })
}

/** A workflow is known by its number or by the name of its file. */
function callWorkflow(call: Call, at: Repository): string {
  const path = `.github/workflows/${pathValue(call, 'workflow_id')}`
  if (at.git.object(`${at.defaultBranch}:${path}`) === undefined) throw notFound()
  return path
}

function getWorkflow(call: Call): Answer {
  const at = callRepository(call)
  const path = callWorkflow(call, at)
  const url = `${repositoryUrl(call.world, at)}/actions/workflows/1`
  return ok({
    id: 1,
    node_id: nodeId('W', path),
    name: path,
    path,
    state: at.workflowStates.get(path) ?? 'active',
    created_at: iso(at.createdAt),
    updated_at: iso(at.createdAt),
    url,
    html_url: url,
    badge_url: `${url}/badge.svg`,
  })
}

/** The newest first. */
function listRuns(call: Call): Answer {
  const at = callRepository(call)
  const path = callWorkflow(call, at)
  const event = call.query.get('event')
  const runs = at.workflowRuns
    .filter((run) => run.path === path && (event === null || run.event === event))
    .toReversed()
  const page = paged(call, runs, (run) => runShape(call, at, run))
  return { ...page, body: { total_count: runs.length, workflow_runs: page.body } }
}

function runShape(call: Call, at: Repository, run: WorkflowRun): Json {
  const url = `${repositoryUrl(call.world, at)}/actions/runs/${run.id}`
  const repository = minimalRepositoryShape(call.world, at)
  return {
    id: run.id,
    node_id: nodeId('WFR', run.id),
    name: run.path,
    head_branch: at.defaultBranch,
    head_sha: at.git.tip(`refs/heads/${at.defaultBranch}`) ?? '',
    path: run.path,
    run_number: 1,
    event: run.event,
    display_title: run.path,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: 1,
    url,
    html_url: url,
    pull_requests: [],
    created_at: iso(run.at),
    updated_at: iso(run.at),
    run_started_at: iso(run.at),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${url}/suite`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${repositoryUrl(call.world, at)}/actions/workflows/1`,
    head_commit: null,
    repository,
    head_repository: repository,
  }
}

function callEnvironment(call: Call, at: Repository): { readonly name: string } & Environment {
  const name = pathValue(call, 'environment_name')
  const found = at.environments.get(name)
  if (found === undefined) throw notFound()
  return { name, ...found }
}

function getEnvironment(call: Call): Answer {
  const at = callRepository(call)
  const { id, name, branches } = callEnvironment(call, at)
  const url = `${repositoryUrl(call.world, at)}/environments/${name}`
  return ok({
    id,
    node_id: nodeId('EN', id),
    name,
    url,
    html_url: url,
    created_at: iso(at.createdAt),
    updated_at: iso(at.createdAt),
    protection_rules: [],
    deployment_branch_policy:
      branches === null
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  })
}

function listBranchPolicies(call: Call): Answer {
  const { branches } = callEnvironment(call, callRepository(call))
  const listed = branches === null || branches === 'protected' ? [] : branches
  const page = paged(call, listed, ({ name, type }) => ({
    id: 1,
    node_id: nodeId('DBP', name),
    name,
    type,
  }))
  return { ...page, body: { total_count: listed.length, branch_policies: page.body } }
}
