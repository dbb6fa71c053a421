import { scheduledGates } from '../../core/doctor/gate-triggers.ts'
import type { BranchFile, Observation, Read } from '../../core/doctor/observation.ts'
import { gateJobs, isExpression, setupOf } from '../../core/doctor/setup.ts'
import { teamsOf } from '../../core/doctor/teams.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import { type BranchFiles, readBranchFiles, readWorkflows } from './branch-files.ts'
import type { PolicyOrigins } from '../load-whole-policy.ts'
import { observePolicy } from './observe-policy.ts'
import type { RepositoryHead, RepositorySettings } from '../ports/repository-settings.ts'

/** What is to be examined. */
export interface ObservationRequest {
  /** Null: the default branch. */
  readonly branch: string | null
  readonly context: string
  /** The app that is meant to give the status; null: not said. */
  readonly app: string | null
}

/** What GitHub Actions has as its number where nobody says otherwise. */
const ACTIONS_APP = 15_368

/**
 * Reads how a repository is set up. What a token may not read is part of the answer; the error is for a repository or a branch that
 * cannot be seen at all.
 */
export async function observeRepository(
  settings: RepositorySettings,
  request: ObservationRequest,
  policies: PolicyOrigins,
): Promise<Result<Observation, string>> {
  const head = await settings.repository()
  if (!head.ok) return err(head.error.text)
  const branch = request.branch ?? head.value.defaultBranch
  const classic = await settings.branch(branch)
  if (classic.ok && classic.value === null)
    return err(`${head.value.fullName} has no branch "${branch}". Name one that is there with --branch.`)
  const [protection, files, workflows] = await Promise.all([
    classic.ok && !classic.value?.enabled ? null : settings.protection(branch),
    readBranchFiles(settings, branch),
    readWorkflows(settings, head.value.defaultBranch),
  ])
  const [host, rules, owners, gate, policy, labels] = await Promise.all([
    observeHost(settings, request),
    observeRules(settings, branch),
    observeOwners(settings, branch, files),
    observeGate(settings, workflows),
    observePolicy(files, policies),
    settings.labels(),
  ])
  return ok({
    ...headOf(head.value),
    ...host,
    ...rules,
    ...owners,
    ...gate,
    ...policy,
    branch,
    context: request.context,
    classic: classic.ok ? ok(classic.value ?? { enabled: false, checks: [] }) : classic,
    protection,
    labels,
  })
}

function headOf({
  fullName,
  defaultBranch,
  isPublic,
}: RepositoryHead): Pick<Observation, 'repository' | 'defaultBranch' | 'isPublic'> {
  return { repository: fullName, defaultBranch, isPublic }
}

async function observeHost(
  settings: RepositorySettings,
  { app: slug }: ObservationRequest,
): Promise<Pick<Observation, 'app' | 'actionsApp'>> {
  const [actions, app] = await Promise.all([
    settings.app('github-actions'),
    slug === null ? null : settings.app(slug),
  ])
  return {
    actionsApp: actions.ok ? actions.value : ACTIONS_APP,
    app: slug === null || app === null ? null : { slug, id: app },
  }
}

async function observeRules(
  settings: RepositorySettings,
  branch: string,
): Promise<Pick<Observation, 'rules' | 'rulesets'>> {
  const rules = await settings.rules(branch)
  const ids = new Set((rules.ok ? rules.value : []).map(({ ruleset }) => ruleset))
  const read = await Promise.all([...ids].map(async (id) => [id, await settings.ruleset(id)] as const))
  return { rules, rulesets: new Map(read) }
}

async function observeOwners(
  settings: RepositorySettings,
  branch: string,
  { codeowners }: BranchFiles,
): Promise<Pick<Observation, 'codeowners' | 'codeownersErrors' | 'teams'>> {
  const isThere = codeowners.ok && codeowners.value.length > 0
  const [codeownersErrors, teams] = await Promise.all([
    isThere ? settings.codeownersErrors(branch) : ok([]),
    Promise.all(teamsOf({ codeowners }).map((owner) => settings.team(owner))),
  ])
  return { codeowners, codeownersErrors, teams }
}

async function observeGate(
  settings: RepositorySettings,
  workflows: Read<readonly BranchFile[]>,
): Promise<Pick<Observation, 'workflows' | 'sweeps' | 'environments'>> {
  const setup = setupOf({ workflows })
  const named = gateJobs(setup).flatMap(({ environment }) =>
    environment === null || isExpression(environment) ? [] : [environment],
  )
  const [sweeps, environments] = await Promise.all([
    Promise.all(scheduledGates(setup).map(({ path }) => settings.scheduled(path))),
    Promise.all([...new Set(named)].map(async (name) => [name, await settings.environment(name)] as const)),
  ])
  return { workflows, sweeps, environments: new Map(environments) }
}
