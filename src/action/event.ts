import * as v from 'valibot'
import { parseSha, type Sha } from '../core/model/ids.ts'
import { err, ok, type Result } from '../core/model/result.ts'
import type { SweepReason } from '../gate/run-sweep.ts'
import type { Mode } from './inputs.ts'

/** What a run is about. The event says no more than this; everything else is read live. */
export type Target =
  | { readonly kind: 'pull-request'; readonly number: number }
  /** Every open pull request with this head. */
  | { readonly kind: 'head'; readonly sha: Sha }
  /** The commit of a group in the merge queue of a branch. */
  | { readonly kind: 'group'; readonly branch: string; readonly sha: Sha }
  | { readonly kind: 'sweep'; readonly reason: SweepReason }
  /** An event that concerns no pull request, such as a comment on an issue. */
  | { readonly kind: 'nothing'; readonly why: string }

/** Finds the target in an event's payload, or says why the mode and the event do not fit. */
export function targetOf(mode: Mode, eventName: string, payload: unknown): Result<Target, string> {
  const reason: SweepReason = eventName === 'push' ? 'base-moved' : 'time'
  if (mode === 'sweep') return ok({ kind: 'sweep', reason })
  const found = readTarget(eventName, payload, reason)
  if (!found.ok || mode === 'auto' || found.value.kind !== 'sweep') return found
  return err(
    `The event ${eventName} names no pull request, so mode gate has nothing to decide. Use mode auto.`,
  )
}

function readTarget(eventName: string, payload: unknown, reason: SweepReason): Result<Target, string> {
  switch (eventName) {
    case 'pull_request_target':
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return pullRequest(eventName, PULL_REQUEST, payload)
    case 'issue_comment':
      return commented(payload)
    case 'workflow_run':
      return relayed(payload)
    case 'workflow_dispatch':
      return dispatched(payload)
    case 'merge_group':
      return grouped(payload)
    case 'schedule':
    case 'push':
      return ok({ kind: 'sweep', reason })
    default:
      return err(
        `The event ${eventName} is not handled. Run on pull_request_target, workflow_run, merge_group, schedule, push or workflow_dispatch.`,
      )
  }
}

const NUMBER = v.pipe(v.number(), v.integer(), v.minValue(1))

const PULL_REQUEST: v.GenericSchema<unknown, number> = v.pipe(
  v.object({ pull_request: v.object({ number: NUMBER }) }),
  v.transform(({ pull_request: { number } }) => number),
)

function pullRequest(
  eventName: string,
  schema: v.GenericSchema<unknown, number>,
  payload: unknown,
): Result<Target, string> {
  const parsed = v.safeParse(schema, payload)
  if (parsed.success) return ok({ kind: 'pull-request', number: parsed.output })
  return err(`The payload of ${eventName} names no pull request.`)
}

const COMMENT = v.object({ issue: v.object({ number: NUMBER, pull_request: v.optional(v.unknown()) }) })

function commented(payload: unknown): Result<Target, string> {
  const parsed = v.safeParse(COMMENT, payload)
  if (!parsed.success) return err('The payload of issue_comment names no issue.')
  const { issue } = parsed.output
  if (issue.pull_request === undefined || issue.pull_request === null)
    return ok({ kind: 'nothing', why: `Issue #${String(issue.number)} is no pull request.` })
  return ok({ kind: 'pull-request', number: issue.number })
}

const WORKFLOW_RUN = v.object({
  workflow_run: v.object({
    head_sha: v.string(),
    head_branch: v.nullish(v.string()),
    event: v.optional(v.string()),
  }),
})

/** The pull requests named by the payload are empty for forks, so the head decides. */
function relayed(payload: unknown): Result<Target, string> {
  const parsed = v.safeParse(WORKFLOW_RUN, payload)
  const run = parsed.success ? parsed.output.workflow_run : null
  const sha = parseSha(run?.head_sha ?? '')
  if (!run || !sha) return err('The payload of workflow_run names no head commit.')
  return run.event === 'merge_group' ? groupAt(sha, run.head_branch ?? '') : ok({ kind: 'head', sha })
}

const MERGE_GROUP = v.object({ merge_group: v.object({ head_sha: v.string(), head_ref: v.string() }) })

function grouped(payload: unknown): Result<Target, string> {
  const parsed = v.safeParse(MERGE_GROUP, payload)
  const sha = parsed.success ? parseSha(parsed.output.merge_group.head_sha) : undefined
  if (!parsed.success || !sha) return err('The payload of merge_group names no head commit.')
  return groupAt(sha, parsed.output.merge_group.head_ref)
}

/** A group stands on `gh-readonly-queue/BRANCH/pr-NUMBER-BASE`; only the branch is taken from it. */
function groupAt(sha: Sha, ref: string): Result<Target, string> {
  const name = ref.replace(/^refs\/heads\//, '')
  const branch = /^gh-readonly-queue\/(?<branch>.+)\/pr-\d+-[0-9a-f]{40}$/.exec(name)?.groups?.['branch']
  if (branch === undefined) return err(`"${ref}" is no branch of a merge queue.`)
  return ok({ kind: 'group', branch, sha })
}

const DISPATCH = v.object({ inputs: v.nullish(v.object({ pr: v.optional(v.string()) })) })

function dispatched(payload: unknown): Result<Target, string> {
  const parsed = v.safeParse(DISPATCH, payload)
  const text = parsed.success ? (parsed.output.inputs?.pr ?? '').trim() : ''
  if (text === '') return ok({ kind: 'sweep', reason: 'base-moved' })
  const number = /^#?(?<digits>[1-9]\d{0,8})$/.exec(text)?.groups?.['digits']
  if (number === undefined)
    return err(`The input pr is "${text}"; it is the number of a pull request, or empty.`)
  return ok({ kind: 'pull-request', number: Number(number) })
}
