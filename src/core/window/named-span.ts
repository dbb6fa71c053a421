import { type Occurrence, occurrencesOf } from '../calendar/occurrences.ts'
import type { Finding } from '../model/finding.ts'
import type { Instant } from '../model/instant.ts'
import type { SyncWindow } from '../model/sync-window.ts'
import { selection } from './selection.ts'

/** Why a name opens nothing. */
export type NameProblem = 'unknown-name' | 'deny-window' | 'other-place' | 'never-opens'

/**
 * The time that a label with the name of an allow window asks for: the occurrence that is active when the label is set, from then
 * on, else the next one. Later occurrences need the label anew. Null: when the label was set is not known. What is not known
 * to lie where the window applies is not opened.
 */
export function namedSpan(
  name: string,
  setAt: Instant | null,
  findings: readonly Finding[],
  windows: readonly SyncWindow[],
): Occurrence | NameProblem | null {
  const window = windows.find((candidate) => candidate.name === name)
  if (!window) return 'unknown-name'
  if (window.kind === 'deny') return 'deny-window'
  if (findings.some((finding) => selection(window, finding) !== 'yes')) return 'other-place'
  if (setAt === null) return null
  const times = occurrencesOf(window)
  const active = times?.at(setAt)
  if (active) return { start: setAt, end: active.end }
  return times?.after(setAt) ?? 'never-opens'
}
