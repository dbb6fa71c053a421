import type { Observation, Read } from '../../core/doctor/observation.ts'
import type { Issue } from '../../core/model/issue.ts'
import { err, ok } from '../../core/model/result.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { basePolicy } from '../base-files.ts'
import type { BranchFiles } from './branch-files.ts'
import { loadWholePolicy, type PolicyOrigins } from '../load-whole-policy.ts'

/** The policy that decides on a branch, as the gate would load it. */
export async function observePolicy(
  { policy: entries }: Pick<BranchFiles, 'policy'>,
  origins: PolicyOrigins,
): Promise<Pick<Observation, 'policy' | 'policyFiles'>> {
  if (!entries.ok) return { policy: entries, policyFiles: [] }
  const { files, folder } = entries.value
  const found = await basePolicy({
    readBase: (path) => Promise.resolve(files.get(path) ?? null),
    listBase: () => Promise.resolve(folder),
  })
  if (!found.ok) return { policy: mistaken(found.error), policyFiles: [...files.keys()] }
  const sources = found.value.length > 0 ? found.value : (origins.builtin('recommended') ?? [])
  const loaded = await loadWholePolicy(sources, origins)
  return { policy: loaded.ok ? ok(loaded.value) : mistaken(loaded.error), policyFiles: [...files.keys()] }
}

function mistaken([issue]: readonly Issue[]): Read<Policy> {
  const place = issue ? `${issue.path}:${String(issue.line)}: ${issue.text}` : 'it has mistakes.'
  return err({
    why: `The policy of the branch does not load: ${place}`,
    todo: 'Correct the policy; "drawbridge lint" lists all its mistakes.',
  })
}
