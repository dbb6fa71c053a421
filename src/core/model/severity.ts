/** How bad a change can be, from the least. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const

/** How bad a change can be. */
export type Severity = (typeof SEVERITIES)[number]

/** Negative when `a` is less severe than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b)
}

/** The most severe of them; null when there is none. */
export function worstSeverity(severities: readonly Severity[]): Severity | null {
  return severities.toSorted(compareSeverity).at(-1) ?? null
}

/** The lesser of the two. */
export function capSeverity(severity: Severity, cap: Severity): Severity {
  return compareSeverity(severity, cap) > 0 ? cap : severity
}
