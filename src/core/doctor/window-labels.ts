import { type Check, unread, type UnreadRemark } from './check.ts'
import type { Needs, Policy } from '../policy/policy.ts'
import { parseWindowLabel } from '../window/window-label.ts'
import type { Observation } from './observation.ts'
import type { Setup } from './setup.ts'

/** Whether there are labels that open windows. */
export type LabelsRemark =
  | { readonly code: 'no-windows' }
  | { readonly code: 'labels'; readonly labels: readonly string[] }
  | { readonly code: 'labels-missing' }
  | { readonly code: 'labels-malformed'; readonly labels: readonly string[] }
  | UnreadRemark

/** Whose labels open windows. */
export type OpenersRemark =
  | { readonly code: 'openers-named' }
  | { readonly code: 'openers-not-named'; readonly entries: readonly string[] }
  | { readonly code: 'openers-elsewhere'; readonly path: string }
  | UnreadRemark

/** Is there a label that opens a window, and is each of them one? */
export function checkLabels({ policy, labels }: Observation): Check<'window-labels', LabelsRemark> {
  const id = 'window-labels'
  if (policy.ok && windowsOf(policy.value).length === 0)
    return { id, verdict: 'ok', remark: { code: 'no-windows' } }
  if (!labels.ok) return unread(id, labels.error)
  const found = labels.value.flatMap((name) => {
    const label = parseWindowLabel(name)
    return label === null ? [] : [{ name, malformed: label.kind === 'malformed' }]
  })
  const malformed = found.filter((label) => label.malformed).map(({ name }) => name)
  if (found.length === 0) return { id, verdict: 'fix', remark: { code: 'labels-missing' } }
  return malformed.length > 0
    ? { id, verdict: 'fix', remark: { code: 'labels-malformed', labels: malformed } }
    : { id, verdict: 'ok', remark: { code: 'labels', labels: found.map(({ name }) => name) } }
}

/** Does the policy say who opens windows? Null: it asks for none. Only that of the branch is known here. Labels themselves can be set by everybody with triage. */
export function checkOpeners(
  { policy }: Observation,
  { gates }: Setup,
): Check<'window-openers', OpenersRemark> | null {
  const id = 'window-openers'
  const named = gates.find(({ step }) => (step.inputs.get('policy') ?? '').trim() !== '')
  if (named)
    return { id, verdict: 'unknown', remark: { code: 'openers-elsewhere', path: named.workflow.path } }
  if (!policy.ok) return unread(id, policy.error)
  const windows = windowsOf(policy.value)
  if (windows.length === 0) return null
  const entries = windows.filter(({ openedBy }) => openedBy === null).map(({ entry }) => entry)
  return entries.length > 0
    ? { id, verdict: 'note', remark: { code: 'openers-not-named', entries } }
    : { id, verdict: 'ok', remark: { code: 'openers-named' } }
}

function windowsOf({ requirements, environments }: Policy): readonly NonNullable<Needs['window']>[] {
  const needs = [requirements, ...environments.map((environment) => environment.requirements)]
  return needs.flatMap((bySeverity) =>
    [...bySeverity.values()].flatMap(({ window }) => (window === null ? [] : [window])),
  )
}
