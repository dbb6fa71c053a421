import { compareSeverity } from '../../model/severity.ts'
import type { Selector, SyncWindow } from '../../model/sync-window.ts'
import type { PlacedWindow } from './compile-windows.ts'

/** Warns of allow windows that open nothing, because a deny window is active whenever they are. */
export function reportCoveredWindows(placed: readonly PlacedWindow[]): void {
  const whole = placed.filter(({ window, pointer, report }) => window.duration > 0 && report.isWhole(pointer))
  const denies = whole.filter(({ window }) => window.kind === 'deny')
  for (const { window, pointer, report } of whole) {
    if (window.kind === 'deny') continue
    const cover = denies.find((deny) => covers(deny, window))?.window
    if (!cover) continue
    const text = `The window "${window.name}" opens nothing: the freeze "${cover.name}" is active whenever it is, and deny beats allow.`
    report.warn(`${pointer}/name`, { code: 'policy.window-covered', text })
  }
}

/** Only what can be told for certain: the same starts, or a freeze without an end. */
function covers({ window: deny, isEndless }: PlacedWindow, allow: SyncWindow): boolean {
  if (compareSeverity(deny.minSeverity, allow.minSeverity) > 0) return false
  const places = (['kinds', 'namespaces', 'environments', 'clusters'] as const).every((key) =>
    includes(deny[key], allow[key]),
  )
  const together =
    deny.schedule === allow.schedule && deny.timeZone === allow.timeZone && deny.duration >= allow.duration
  return places && (together || isEndless())
}

function includes(wide: Selector | null, narrow: Selector | null): boolean {
  if (wide === null) return true
  return narrow !== null && narrow.patterns.every((pattern) => wide.patterns.includes(pattern))
}
