import type { Facts, Head, LabelEvent } from '../model/facts.ts'
import type { Sha } from '../model/ids.ts'

/**
 * The head of the pull request that somebody saw who caused an event: the last one that had arrived before it; null: not known. Times
 * are whole seconds, so one that arrived in the same second may have come after the event: it counts only when there was none before.
 */
export function headAt(event: LabelEvent, facts: Facts): Sha | null {
  let before: Head | undefined
  let meanwhile: Head | undefined
  for (const head of facts.heads) {
    if (head.at < event.at && (before === undefined || head.at >= before.at)) before = head
    else if (head.at === event.at) meanwhile ??= head
  }
  return (before ?? meanwhile)?.sha ?? null
}
