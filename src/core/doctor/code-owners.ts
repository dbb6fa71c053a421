import { type Check, unread, type UnreadRemark } from './check.ts'
import { type Codeowners, CODEOWNERS_PATHS, parseCodeowners } from '../approvals/codeowners.ts'
import { unownedPaths } from '../approvals/unowned-paths.ts'
import type { Observation, OwnersError, Read } from './observation.ts'

/** Which CODEOWNERS is used, and what GitHub says of it. */
export type OwnersRemark =
  | { readonly code: 'owners'; readonly path: string }
  | { readonly code: 'owners-missing'; readonly branch: string; readonly fallback: boolean }
  | { readonly code: 'owners-errors'; readonly path: string; readonly errors: readonly OwnersError[] }
  | { readonly code: 'owners-ignored'; readonly path: string; readonly ignored: readonly string[] }
  | UnreadRemark

/** Whether changes of the gate itself have an owner. */
export type GateFilesRemark =
  | { readonly code: 'gate-files-owned' }
  | { readonly code: 'gate-files-unowned'; readonly path: string; readonly unowned: readonly string[] }
  | UnreadRemark

/** The CODEOWNERS that GitHub uses on the branch; null: there is none. */
export function usedCodeowners({ codeowners }: Pick<Observation, 'codeowners'>): Read<Codeowners | null> {
  if (!codeowners.ok) return codeowners
  const [used] = codeowners.value
  if (used === undefined) return { ok: true, value: null }
  return used.text.ok ? { ok: true, value: parseCodeowners(used.text.value, used.path) } : used.text
}

/** Is there a CODEOWNERS, one only, and does GitHub take all its lines? */
export function checkOwners(observation: Observation): Check<'codeowners', OwnersRemark> {
  const id = 'codeowners'
  const { branch, policy, codeowners, codeownersErrors } = observation
  const used = usedCodeowners(observation)
  if (!used.ok) return unread(id, used.error)
  if (used.value === null) {
    const fallback = policy.ok && policy.value.fallbackOwners.length > 0
    return { id, verdict: fallback ? 'note' : 'fix', remark: { code: 'owners-missing', branch, fallback } }
  }
  const { path } = used.value
  if (!codeownersErrors.ok) return unread(id, codeownersErrors.error)
  const errors = codeownersErrors.value
  if (errors.length > 0) return { id, verdict: 'fix', remark: { code: 'owners-errors', path, errors } }
  const ignored = (codeowners.ok ? codeowners.value : []).slice(1).map((file) => file.path)
  return ignored.length > 0
    ? { id, verdict: 'note', remark: { code: 'owners-ignored', path, ignored } }
    : { id, verdict: 'ok', remark: { code: 'owners', path } }
}

/** Has everything an owner that decides about every merge? Null: there is no CODEOWNERS, which is said already. */
export function checkGateFiles(observation: Observation): Check<'gate-files', GateFilesRemark> | null {
  const id = 'gate-files'
  const used = usedCodeowners(observation)
  if (!used.ok) return unread(id, used.error)
  if (used.value === null) return null
  if (!observation.workflows.ok) return unread(id, observation.workflows.error)
  const { path } = used.value
  const guarded = [
    // A file at an earlier place would be used instead; one at a later place is ignored.
    ...CODEOWNERS_PATHS.slice(0, CODEOWNERS_PATHS.indexOf(path) + 1),
    POLICY,
    ...observation.policyFiles,
    ...observation.workflows.value.map((workflow) => workflow.path),
  ]
  const unowned = unownedPaths(used.value, [...new Set(guarded)])
  return unowned.length > 0
    ? { id, verdict: 'fix', remark: { code: 'gate-files-unowned', path, unowned } }
    : { id, verdict: 'ok', remark: { code: 'gate-files-owned' } }
}

/** Where a policy would be made, if there is none. */
const POLICY = '.github/drawbridge.yaml'
