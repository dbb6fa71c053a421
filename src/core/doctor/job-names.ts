import { type Check, unread, type UnreadRemark } from './check.ts'
import type { Observation } from './observation.ts'
import type { Setup } from './setup.ts'

/** Whether a job gives a check of the status's name. */
export type JobNameRemark =
  | { readonly code: 'job-names-differ' }
  | {
      readonly code: 'job-named-as-status' | 'job-may-be-named-as-status'
      readonly path: string
      readonly job: string
      readonly context: string
    }
  | UnreadRemark

/** Is a job called like the status? Its check would be required beside the status, and is green whatever the gate decides. */
export function checkJobNames({ context }: Observation, setup: Setup): Check<'job-names', JobNameRemark> {
  const id = 'job-names'
  const jobs = setup.workflows.flatMap(({ path, jobs: all }) =>
    all.map((job) => ({ path, job: job.id, name: job.name })),
  )
  const same = jobs.find(({ name }) => name.toLowerCase() === context.toLowerCase())
  if (same)
    return {
      id,
      verdict: 'fix',
      remark: { code: 'job-named-as-status', path: same.path, job: same.job, context },
    }
  const [doubt] = setup.unread
  if (doubt) return unread(id, doubt)
  const maybe = jobs.find(({ name }) => mayBecome(name, context))
  return maybe
    ? {
        id,
        verdict: 'unknown',
        remark: { code: 'job-may-be-named-as-status', path: maybe.path, job: maybe.job, context },
      }
    : { id, verdict: 'ok', remark: { code: 'job-names-differ' } }
}

/** Whether expressions in a name can make it this text: what is written around them has to be its begin and its end. */
function mayBecome(name: string, context: string): boolean {
  const begin = name.indexOf('${{')
  const end = name.lastIndexOf('}}')
  if (begin === -1 || end < begin) return false
  const wanted = context.toLowerCase()
  return (
    wanted.startsWith(name.slice(0, begin).toLowerCase()) &&
    wanted.endsWith(name.slice(end + 2).toLowerCase())
  )
}
