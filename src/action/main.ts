import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { builtinPolicy } from '../adapters/files/builtin-policies.ts'
import { builtinFields, builtinSchemas } from '../adapters/files/kind-schemas.ts'
import { githubComments } from '../adapters/github/comments.ts'
import { githubDebts } from '../adapters/github/debts.ts'
import { githubDirectory } from '../adapters/github/directory.ts'
import { connectGitHub, type GitHub } from '../adapters/github/github.ts'
import { githubHeartbeat } from '../adapters/github/heartbeat.ts'
import { githubLabels } from '../adapters/github/labels.ts'
import { githubMergeQueues } from '../adapters/github/merge-queues.ts'
import { githubPullRequests } from '../adapters/github/pull-requests.ts'
import { githubReviewRequests } from '../adapters/github/review-requests.ts'
import { githubSharedPolicies } from '../adapters/github/shared-policies.ts'
import { meterText, newMeter, type RequestMeter } from '../adapters/github/request-meter.ts'
import { githubStatuses } from '../adapters/github/statuses.ts'
import { err, ok } from '../core/model/result.ts'
import type { Heartbeat } from '../gate/ports/heartbeat.ts'
import { runGate, type GateReport } from '../gate/run-gate.ts'
import { runGroup } from '../gate/queue/run-group.ts'
import { runSweep, type SweepTools } from '../gate/run-sweep.ts'
import { judgeByGit } from './judge-by-git.ts'
import { type Target, targetOf } from './event.ts'
import { type Inputs, parseInputs } from './inputs.ts'
import { reportGates, reportSweep } from './report.ts'
import { reportGroup } from './report-group.ts'
import type { Runner } from './runner.ts'
import { readSurroundings, type Surroundings } from './surroundings.ts'

/**
 * The Action: what it is asked for, done, and told to the runner. A hold or a denial is an answer, not a failed job; the job fails
 * when nothing could be decided or posted.
 */
export async function main(
  environment: Readonly<Record<string, string | undefined>>,
  runner: Runner,
): Promise<void> {
  const inputs = parseInputs(environment)
  const surroundings = readSurroundings(environment)
  if (!inputs.ok || !surroundings.ok) {
    const mistakes = [...(inputs.ok ? [] : inputs.error), ...(surroundings.ok ? [] : surroundings.error)]
    runner.fail(mistakes.join('\n'))
    return
  }
  runner.secret(inputs.value.token)
  runner.secret(inputs.value.membersToken)
  const { eventName, eventPath, temp } = surroundings.value
  const target = targetOf(inputs.value.mode, eventName, readPayload(eventPath))
  if (!target.ok) {
    runner.fail(target.error)
    return
  }
  const dir = mkdtempSync(join(temp, 'drawbridge-'))
  try {
    const meter = newMeter()
    const tools = toolsFor(inputs.value, surroundings.value, { dir, runner, meter })
    await run(tools, target.value, temp, runner)
    runner.info(meterText(meter))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The payload as the runner wrote it; what cannot be read names nothing. */
function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** What one run has. */
interface Run {
  /** An empty directory. */
  readonly dir: string
  readonly runner: Runner
  readonly meter: RequestMeter
}

function toolsFor(inputs: Inputs, where: Surroundings, { dir, runner, meter }: Run): SweepTools {
  const connect = (token: string): GitHub =>
    connectGitHub({
      token,
      apiUrl: where.apiUrl,
      graphqlUrl: where.graphqlUrl,
      owner: where.owner,
      name: where.name,
      notice: (text) => {
        runner.warning(text)
      },
      meter,
    })
  const github = connect(inputs.token)
  const members = inputs.membersToken === inputs.token ? github : connect(inputs.membersToken)
  return {
    pullRequests: githubPullRequests(github, inputs.context),
    statuses: githubStatuses(github, inputs.context),
    comments: inputs.comment ? githubComments(github) : null,
    reviewRequests: inputs.requestReviews ? githubReviewRequests(github) : null,
    labels: githubLabels(github),
    directory: githubDirectory(github, members),
    debts: githubDebts(github),
    queues: githubMergeQueues(github),
    heartbeat: heartbeatFor(github, where),
    ...judgeByGit({
      url: `${where.serverUrl}/${where.owner}/${where.name}.git`,
      token: inputs.token,
      dir,
      policy: inputs.policy,
      builtin: builtinPolicy,
      shared: githubSharedPolicies(github),
      schemaOf: builtinSchemas,
      fields: builtinFields,
    }),
  }
}

/** A run by the schedule is the sweep; of any other the workflow's own schedule is looked at. */
function heartbeatFor(github: GitHub, { eventName, workflow }: Surroundings): Heartbeat {
  if (eventName === 'schedule') return { lastSweep: () => Promise.resolve(ok('now')) }
  if (workflow !== null) return githubHeartbeat(github, workflow)
  const text = 'Cannot tell whether the sweep works: the runner does not say which workflow this is.'
  return { lastSweep: () => Promise.resolve(err({ code: 'invalid', text })) }
}

async function run(tools: SweepTools, target: Target, temp: string, runner: Runner): Promise<void> {
  switch (target.kind) {
    case 'nothing':
      runner.info(target.why)
      return
    case 'sweep':
      await reportSweep(await runSweep(tools, target.reason), runner)
      return
    case 'pull-request':
      await reportGates([await runGate(tools, target.number)], temp, runner)
      return
    case 'group':
      await reportGroup(await runGroup(tools, target.branch, target.sha), runner)
      return
    case 'head':
      await runHead(tools, target.sha, temp, runner)
      return
    default:
      target satisfies never
  }
}

async function runHead(
  tools: SweepTools,
  sha: Extract<Target, { kind: 'head' }>['sha'],
  temp: string,
  runner: Runner,
): Promise<void> {
  const numbers = await tools.pullRequests.openWithHead(sha)
  if (!numbers.ok) {
    runner.fail(numbers.error.text)
    return
  }
  if (numbers.value.length === 0) runner.info(`No open pull request ends with ${sha}.`)
  const reports: GateReport[] = []
  for (const number of numbers.value) reports.push(await runGate(tools, number))
  await reportGates(reports, temp, runner)
}
