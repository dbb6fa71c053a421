import type { Finding } from '../model/finding.ts'
import type { Owner } from '../model/requirement.ts'
import { type Severity, worstSeverity } from '../model/severity.ts'
import type { Decision, Outcome } from './decision.ts'

/** What a policy would have said of a merge, with nobody having approved anything and no window open. */
export interface Replay {
  readonly outcome: Outcome
  /** The worst of what holds or denies; null: nothing does. */
  readonly severity: Severity | null
  /** What holds or denies, most severe first. */
  readonly holding: readonly Finding[]
  /** A smallest set of owners whose approvals would have been enough. */
  readonly ask: readonly Owner[]
  /** Paths of what holds that nobody owns. */
  readonly unowned: readonly string[]
  /** Whether a deploy window would have been needed. */
  readonly window: boolean
  readonly obstacles: Decision['obstacles']
}

/** What of a decision is kept when many merges are replayed: not the objects. */
export function replayOf(decision: Decision): Replay {
  const open = decision.verdicts.filter(({ verdict }) => verdict !== 'met' && verdict !== 'not-applicable')
  const asking = new Set(open.flatMap(({ requirement }) => requirement.findings))
  const holding = decision.findings.filter(
    (finding) => asking.has(finding) || (finding.effect === 'deny' && finding.exception === null),
  )
  return {
    outcome: decision.outcome,
    severity: worstSeverity(holding.map(({ severity }) => severity)),
    holding,
    ask: decision.ask,
    unowned: [
      ...new Set(
        open.flatMap(({ requirement }) => (requirement.kind === 'approval' ? requirement.unowned : [])),
      ),
    ],
    window: open.some(({ kind }) => kind === 'window'),
    obstacles: decision.obstacles,
  }
}

/** How a replay is counted: held (denied too), passed, or not known. */
export type ReplayClass = 'held' | 'passed' | 'unknown'

/** A conflict cannot be when merges of the past are replayed; whatever could not be decided is not known. */
export function classOf({ outcome, obstacles }: Replay): ReplayClass {
  if (outcome === 'error' || obstacles.length > 0) return 'unknown'
  return outcome === 'allow' ? 'passed' : 'held'
}
