import type { Finding } from '../model/finding.ts'
import type { Verdict } from '../model/verdict.ts'
import type { Outcome } from './decision.ts'

/**
 * The truth table: an active deny denies; else any verdict that is unmet or indeterminate holds; else it is allowed.
 * An exception keeps a finding from denying.
 */
export function combine(findings: readonly Finding[], verdicts: readonly Verdict[]): Outcome {
  if (findings.some((finding) => finding.effect === 'deny' && !finding.exception)) return 'deny'
  return verdicts.every(isSettled) ? 'allow' : 'hold'
}

/** Whether a verdict keeps nobody from merging. */
export function isSettled({ verdict }: Pick<Verdict, 'verdict'>): boolean {
  return verdict === 'met' || verdict === 'not-applicable'
}
