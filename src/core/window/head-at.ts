import type { Facts, LabelEvent } from '../model/facts.ts'
import type { Sha } from '../model/ids.ts'

/** The head of the pull request at the time of an event: the last one that had arrived by then; null: not known. */
export function headAt(event: LabelEvent, facts: Facts): Sha | null {
  let latest: Facts['heads'][number] | undefined
  for (const head of facts.heads) {
    if (head.at <= event.at && (latest === undefined || head.at >= latest.at)) latest = head
  }
  return latest?.sha ?? null
}
