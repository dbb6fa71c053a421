import type { Facts, LabelEvent } from '../../core/model/facts.ts'
import type { FactNeeds } from './complete-facts.ts'
import { type FactPart, unread } from './fact-part.ts'
import { isWindowLabel } from '../ports/labels.ts'
import type { PullRequests, Snapshot } from '../ports/pull-requests.ts'

/**
 * The label events with the names that their labels had. They are looked up when a label that matters is there: after a rename,
 * the event of another label would read as if it had been given for this one. Events of a label that was edited since count for
 * nothing, so it has to be put on anew.
 */
export async function confirmLabelEvents(
  { number, facts, labelEvents }: Snapshot,
  needs: FactNeeds,
  pullRequests: Pick<PullRequests, 'labelNames'>,
): Promise<FactPart> {
  const asNow = labelEvents.map(({ event }) => event)
  if (!facts.labels.some((label) => matters(label, needs))) return { facts: { labelEvents: asNow } }
  const names = await pullRequests.labelNames(number)
  if (!names.ok) return unread('labelEvents', names.error, { labelEvents: asNow })
  const confirmed = labelEvents.flatMap(({ id, event, editedSince }): readonly LabelEvent[] => {
    const label = names.value.get(id) ?? event.label
    const open = matters(label, needs) || matters(event.label, needs)
    return editedSince && open ? [] : [{ ...event, label }]
  })
  const whole = labelEvents.every(({ id }) => names.value.has(id))
  return { facts: { labelEvents: confirmed }, incomplete: whole ? [] : ['labelEvents'] }
}

/** Events that put on a label that matters and is still there. */
export function grantsAmong({ labels, labelEvents }: Facts, needs: FactNeeds): readonly LabelEvent[] {
  const present = new Set(labels.map((label) => label.toLowerCase()))
  return labelEvents.filter(
    ({ event, label }) => event === 'labeled' && matters(label, needs) && present.has(label.toLowerCase()),
  )
}

/** Whether a label may let a merge through. Labels compare without regard to case on GitHub. */
function matters(label: string, { requirements, breakGlass }: FactNeeds): boolean {
  if (isWindowLabel(label)) return requirements.some(({ kind }) => kind === 'window')
  return label.toLowerCase() === breakGlass?.label.toLowerCase()
}
