import { type Check, unread, type UnreadRemark } from './check.ts'
import type { Observation } from './observation.ts'
import { gateJobs, isExpression, type Setup } from './setup.ts'

/** Who can reach the key of the app. */
export type KeyRemark =
  | { readonly code: 'key-locked'; readonly environments: readonly string[] }
  | { readonly code: 'key-in-no-environment'; readonly job: string }
  | { readonly code: 'key-open'; readonly environment: string }
  | {
      readonly code: 'key-branches'
      readonly environment: string
      readonly patterns: readonly string[]
      readonly defaultBranch: string
    }
  | UnreadRemark

/** Is the key of the app in an environment that code of a pull request cannot use? Null: there is no app. */
export function checkKey(observation: Observation, setup: Setup): Check<'key', KeyRemark> | null {
  const id = 'key'
  if (setup.kind !== 'app') return null
  const names: string[] = []
  const unknown: Check<'key', KeyRemark>[] = []
  for (const job of gateJobs(setup)) {
    if (job.environment === null)
      return { id, verdict: 'fix', remark: { code: 'key-in-no-environment', job: job.id } }
    const found = checkEnvironment(job.environment, observation)
    if (found?.verdict === 'fix') return found
    if (found) unknown.push(found)
    names.push(job.environment)
  }
  return unknown[0] ?? { id, verdict: 'ok', remark: { code: 'key-locked', environments: names } }
}

/** Null: nothing is wrong with it. */
function checkEnvironment(
  environment: string,
  { environments, defaultBranch }: Observation,
): Check<'key', KeyRemark> | null {
  const id = 'key'
  const read = environments.get(environment)
  if (isExpression(environment) || read === undefined)
    return unread(id, {
      why: `The environment "${environment}" is an expression, so which one it is is not known.`,
      todo: 'Write the name of the environment.',
    })
  if (!read.ok) return unread(id, read.error)
  const branches = read.value
  switch (branches.kind) {
    case 'all':
      return { id, verdict: 'fix', remark: { code: 'key-open', environment } }
    case 'protected':
      return null
    case 'named': {
      const patterns = branches.patterns
        .filter(({ name, type }) => type !== 'branch' || name !== defaultBranch)
        .map(({ name, type }) => (type === 'branch' ? name : `${type} ${name}`))
      return patterns.length === 0
        ? null
        : { id, verdict: 'fix', remark: { code: 'key-branches', environment, patterns, defaultBranch } }
    }
    default:
      return branches satisfies never
  }
}
