import { neverCloses } from '../../calendar/never-closes.ts'
import { createSchedule } from '../../calendar/schedule.ts'
import { scheduleProblem } from '../../calendar/schedule-problem.ts'
import { isTimeZone, nearTimeZone } from '../../calendar/time-zone.ts'
import { YEAR_2000 } from '../../model/instant.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { SyncWindow } from '../../model/sync-window.ts'
import type { WrittenSyncWindow } from '../language/policy-document.ts'
import type { Report } from '../language/problem-report.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import { withSuggestion } from '../language/shape-sentence.ts'
import { compileDuration } from './compile-duration.ts'
import { compileMatch } from './compile-match.ts'
import { reportCoveredWindows } from './report-covered-windows.ts'

/** A window and where it is written. */
export interface PlacedWindow {
  readonly window: SyncWindow
  readonly pointer: JsonPointer
  readonly report: Report
  /** Whether it starts again and again before it is over. */
  readonly isEndless: () => boolean
}

/** The recurring windows of all documents, in their order; a name may be there once. */
export function mergeWindows(documents: readonly ReadDocument[]): readonly SyncWindow[] {
  const placed: PlacedWindow[] = []
  const isEndless = endlessWindows()
  for (const { document, report } of documents) {
    for (const [index, written] of (document.spec.windows ?? []).entries()) {
      const pointer = `/spec/windows/${String(index)}`
      reportName(written, pointer, report, placed)
      const window = compileWindow(written, pointer, report)
      placed.push({ window, pointer, report, isEndless: () => isEndless(window) })
    }
  }
  for (const one of placed) reportTimes(one)
  reportCoveredWindows(placed)
  return placed.map(({ window }) => window)
}

/** To look takes a while for schedules with many starts: each is looked at once, and of very many only the first. */
const MOST_LOOKED_AT = 20

function endlessWindows(): (window: SyncWindow) => boolean {
  const known = new Map<string, boolean>()
  return (window) => {
    const key = `${window.schedule} for ${String(window.duration)}`
    const answer = known.get(key) ?? (known.size < MOST_LOOKED_AT && neverCloses(window))
    if (known.size < MOST_LOOKED_AT) known.set(key, answer)
    return answer
  }
}

function compileWindow(written: WrittenSyncWindow, pointer: JsonPointer, report: Report): SyncWindow {
  const { environments, clusters, namespaces, kinds } = written
  const match = compileMatch({ environments, clusters, namespaces, kinds }, pointer, report, true)
  reportSchedule(written.schedule, `${pointer}/schedule`, report)
  if (written.timeZone !== undefined) reportTimeZone(written.timeZone, `${pointer}/timeZone`, report)
  if (written.kind === 'deny' && (written.reason ?? '').trim() === '' && report.isWhole(pointer)) {
    const text = `The freeze "${written.name}" says no reason. Write one: people who are held read it.`
    report.warn(pointer, { code: 'policy.missing-reason', text })
  }
  return {
    name: written.name,
    kind: written.kind,
    schedule: written.schedule,
    duration: compileDuration(written.duration, `${pointer}/duration`, report),
    timeZone: written.timeZone ?? 'UTC',
    environments: match.environments,
    clusters: match.clusters,
    namespaces: match.namespaces,
    kinds: match.kinds,
    minSeverity: written.minSeverity ?? 'low',
    reason: (written.reason ?? '').trim(),
  }
}

/** GitHub takes labels of at most 50 characters. */
const LONGEST_NAME = 50 - 'deploy-window/'.length

function reportName(
  { name }: WrittenSyncWindow,
  pointer: JsonPointer,
  report: Report,
  earlier: readonly PlacedWindow[],
): void {
  if (earlier.some(({ window }) => window.name.toLowerCase() === name.toLowerCase())) {
    const text = `The window "${name.slice(0, 100)}" is defined twice. Rename one; labels compare without regard to case.`
    report.add(`${pointer}/name`, { code: 'policy.duplicate-name', text })
  }
  if (/^[A-Za-z](?:[\w.-]*[A-Za-z0-9])?$/.test(name) && name.length <= LONGEST_NAME) return
  const words = name.trim().replaceAll(/[^\w.-]+/g, '-')
  const near = words.replace(/^(?=\d)/, 'window-').replaceAll(/^[^A-Za-z]+|[^A-Za-z0-9]+$/g, '')
  const text = `the window "${name.slice(0, 100)}" cannot be named by a label`
  const rule = `a name begins with a letter, has letters, digits, dots, dashes and underscores, and at most ${String(LONGEST_NAME)} of them`
  const suggestion = near === '' || near.length > LONGEST_NAME || near === name ? undefined : near
  report.add(`${pointer}/name`, { code: 'policy.bad-window-name', ...withSuggestion(text, suggestion, rule) })
}

function reportSchedule(schedule: string, pointer: JsonPointer, report: Report): void {
  const problem = scheduleProblem(schedule)
  if (problem === null) return
  const text = `the schedule "${schedule.slice(0, 100)}" cannot be read: ${problem.text}`
  const example = 'write it like "0 17 * * 5" for Fridays at 17:00'
  report.add(pointer, { code: 'policy.bad-schedule', ...withSuggestion(text, problem.suggestion, example) })
}

function reportTimeZone(name: string, pointer: JsonPointer, report: Report): void {
  if (isTimeZone(name)) return
  const text = `"${name.slice(0, 100)}" is no time zone by its IANA name`
  const example = 'write it like Europe/Paris or UTC'
  report.add(pointer, {
    code: 'policy.bad-time-zone',
    ...withSuggestion(text, nearTimeZone(name.slice(0, 100)), example),
  })
}

/** Says of a window that can be read that it never opens, or never closes. */
function reportTimes({ window, pointer, report, isEndless }: PlacedWindow): void {
  const schedule = createSchedule(window.schedule, window.timeZone)
  if (!schedule) return
  if (schedule.nextStart(YEAR_2000) === null) {
    const text = `The schedule "${window.schedule}" names no day that there is, so the window never opens.`
    report.add(`${pointer}/schedule`, { code: 'policy.window-never', text })
  } else if (isEndless()) {
    const seen = window.kind === 'deny' ? 'this freezes for good' : 'this limits nothing'
    const text = `The window "${window.name}" starts again before its duration is over, so it never closes: ${seen}. Shorten the duration.`
    report.warn(`${pointer}/duration`, { code: 'policy.window-always', text })
  }
}
