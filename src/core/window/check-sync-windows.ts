import { type Occurrences, occurrencesOf } from '../calendar/occurrences.ts'
import type { Finding } from '../model/finding.ts'
import type { Instant } from '../model/instant.ts'
import type { SyncWindowRequirement } from '../model/requirement.ts'
import { compareSeverity } from '../model/severity.ts'
import type { SyncWindow } from '../model/sync-window.ts'
import type { SyncWindowReason, SyncWindowVerdict, VerdictKind } from '../model/verdict.ts'
import { selection } from './selection.ts'

/**
 * Whether recurring windows let through at a moment what findings are about. Only findings that need somebody are asked, and never
 * those of changes that only take access away. Each deny window answers for itself; allow windows that the same findings
 * care about answer together.
 */
export function checkSyncWindows(
  windows: readonly SyncWindow[],
  findings: readonly Finding[],
  now: Instant,
): readonly SyncWindowVerdict[] {
  const concerned = findings.filter(
    ({ effect, exception, narrows }) => effect === 'require' && exception === null && !narrows,
  )
  const denies = windows.filter(({ kind }) => kind === 'deny')
  return [
    ...denies.flatMap((window) => freezeOf(window, concerned, now)),
    ...allowGroups(windows, concerned).map((requirement) => answer(requirement, whetherOpen, now)),
  ]
}

function freezeOf(
  window: SyncWindow,
  concerned: readonly Finding[],
  now: Instant,
): readonly SyncWindowVerdict[] {
  const findings = concerned.filter((finding) => cares(finding, window))
  return findings.length === 0 ? [] : [answer(requirementOf([window], findings), whetherFrozen, now)]
}

/** What is not known to lie elsewhere is held too. */
function cares(finding: Finding, window: SyncWindow): boolean {
  return compareSeverity(finding.severity, window.minSeverity) >= 0 && selection(window, finding) !== 'no'
}

/** Findings that the same allow windows apply to, together. */
function allowGroups(
  windows: readonly SyncWindow[],
  concerned: readonly Finding[],
): readonly SyncWindowRequirement[] {
  const groups = new Map<string, { readonly windows: readonly SyncWindow[]; readonly findings: Finding[] }>()
  for (const finding of concerned) {
    const applying = windows.filter((window) => window.kind === 'allow' && cares(finding, window))
    if (applying.length === 0) continue
    const key = JSON.stringify(applying.map(({ name }) => name))
    const group = groups.get(key) ?? { windows: applying, findings: [] }
    groups.set(key, group)
    group.findings.push(finding)
  }
  return [...groups.values()].map((group) => requirementOf(group.windows, group.findings))
}

function requirementOf(windows: readonly SyncWindow[], findings: readonly Finding[]): SyncWindowRequirement {
  const paths = findings.flatMap((finding) => (finding.paths.length > 0 ? finding.paths : [finding.path]))
  return { kind: 'sync-window', windows, findings, paths: [...new Set(paths)] }
}

interface Answer {
  readonly verdict: VerdictKind
  readonly reason: SyncWindowReason
}

/** A window whose times cannot be computed lets nothing through. */
interface Timed {
  readonly window: SyncWindow
  readonly times: Occurrences
}

function answer(
  requirement: SyncWindowRequirement,
  ask: (timed: readonly Timed[], now: Instant) => Answer,
  now: Instant,
): SyncWindowVerdict {
  const timed = requirement.windows.flatMap((window) => {
    const times = occurrencesOf(window)
    return times ? [{ window, times }] : []
  })
  const names = requirement.windows.map(({ name }) => name)
  const given: Answer =
    timed.length < requirement.windows.length
      ? { verdict: 'indeterminate', reason: { code: 'window-unknown', names } }
      : ask(timed, now)
  return { kind: 'sync-window', requirement, ...given, notes: [] }
}

function whetherFrozen(timed: readonly Timed[], now: Instant): Answer {
  for (const { window, times } of timed) {
    const active = times.at(now)
    if (!active) continue
    const { name, reason: why, timeZone } = window
    const until = times.endOf(active)
    return { verdict: 'unmet', reason: { code: 'window-frozen', name, why, until, timeZone } }
  }
  const [next] = byTime(timed.map(({ window, times }) => ({ window, moment: startAfter(times, now) })))
  const freezesAt = next?.moment ?? null
  return {
    verdict: 'not-applicable',
    reason: {
      code: 'window-not-frozen',
      name: timed.map(({ window }) => window.name).join(', '),
      freezesAt,
      timeZone: next?.window.timeZone ?? 'UTC',
    },
  }
}

function whetherOpen(timed: readonly Timed[], now: Instant): Answer {
  const open = timed.find(({ times }) => times.at(now) !== null)
  if (open) {
    const { name, timeZone } = open.window
    return {
      verdict: 'met',
      reason: { code: 'window-active', name, until: openUntil(timed, now), timeZone },
    }
  }
  const [next] = byTime(timed.map(({ window, times }) => ({ window, moment: startAfter(times, now) })))
  const names = timed.map(({ window }) => window.name)
  const opensAt = next?.moment ?? null
  return {
    verdict: 'unmet',
    reason: { code: 'window-closed', names, opensAt, timeZone: next?.window.timeZone ?? 'UTC' },
  }
}

function startAfter(times: Occurrences, now: Instant): Instant | null {
  return times.after(now)?.start ?? null
}

/** From the earliest; what never comes is left out. */
function byTime(
  moments: readonly { readonly window: SyncWindow; readonly moment: Instant | null }[],
): readonly { readonly window: SyncWindow; readonly moment: Instant }[] {
  return moments
    .flatMap(({ window, moment }) => (moment === null ? [] : [{ window, moment }]))
    .toSorted((a, b) => a.moment - b.moment)
}

const HANDOVERS = 400

/**
 * Where one window closes another, or the same one, may be open already. Telling an end too early does no harm: it is decided again
 * then.
 */
function openUntil(timed: readonly Timed[], now: Instant): Instant {
  let until = now
  for (let step = 0; step < HANDOVERS; step += 1) {
    const ends = timed.flatMap(({ times }) => times.at(until)?.end ?? [])
    if (ends.length === 0) return until
    until = ends.reduce(later)
  }
  return until
}

function later(a: Instant, b: Instant): Instant {
  return a >= b ? a : b
}
