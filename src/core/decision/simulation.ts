import type { Finding } from '../model/finding.ts'
import type { Sha } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { Owner } from '../model/requirement.ts'
import { compareSeverity, type Severity } from '../model/severity.ts'
import { classOf, type Replay, type ReplayClass } from './replay.ts'

/** A merge of the past. Its title is whatever somebody wrote. */
export interface PastMerge {
  readonly commit: Sha
  readonly title: string
  readonly at: Instant
}

/** A merge, and what the policy (and the one it is compared with) would have said of it. */
export interface SimulatedMerge extends PastMerge {
  readonly now: Replay
  /** Null: only one policy is looked at. */
  readonly old: Replay | null
}

/** How often a rule would have held a merge. */
export interface RuleCount {
  readonly rule: string
  /** The worst that it had. */
  readonly severity: Severity
  readonly merges: number
  /** Merges that nothing else would have held. */
  readonly alone: number
  readonly findings: number
  /** The newest merge that it would have held, and what it says of it. */
  readonly example: { readonly commit: Sha; readonly message: string }
}

/** What a policy would have done to a series of merges. */
export interface SimulationTotals {
  readonly classes: Readonly<Record<ReplayClass, number>>
  /** Merges held, by the worst that holds them. */
  readonly severities: Readonly<Record<Severity, number>>
  /** The noisiest first. */
  readonly rules: readonly RuleCount[]
  /** Who would have been asked, and for how many merges; the busiest first. */
  readonly owners: readonly { readonly owner: Owner; readonly merges: number }[]
  /** Merges that change what nobody owns. */
  readonly unowned: number
  readonly windows: number
}

/** Counts what would have been held. `which` takes the policy, or the one that it is compared with. */
export function totalsOf(merges: readonly SimulatedMerge[], which: 'now' | 'old' = 'now'): SimulationTotals {
  const replays = merges.flatMap((merge) => {
    const replay = merge[which]
    return replay ? [{ merge, replay }] : []
  })
  const held = replays.filter(({ replay }) => classOf(replay) === 'held')
  return {
    classes: {
      held: held.length,
      passed: replays.filter(({ replay }) => classOf(replay) === 'passed').length,
      unknown: replays.filter(({ replay }) => classOf(replay) === 'unknown').length,
    },
    severities: {
      low: countOf(held, 'low'),
      medium: countOf(held, 'medium'),
      high: countOf(held, 'high'),
      critical: countOf(held, 'critical'),
    },
    rules: countRules(held),
    owners: countOwners(held.map(({ replay }) => replay)),
    unowned: held.filter(({ replay }) => replay.unowned.length > 0).length,
    windows: held.filter(({ replay }) => replay.window).length,
  }
}

interface Held {
  readonly merge: PastMerge
  readonly replay: Replay
}

function countRules(held: readonly Held[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>()
  for (const { merge, replay } of held) {
    const rules = byRule(replay.holding)
    for (const [rule, findings] of rules) {
      const here = countOnce(merge, rule, findings, rules.size === 1)
      const known = counts.get(rule)
      counts.set(rule, known ? add(known, here) : here)
    }
  }
  return [...counts.values()].toSorted(
    (a, b) => b.merges - a.merges || b.alone - a.alone || (a.rule < b.rule ? -1 : 1),
  )
}

function countOnce(
  { commit }: PastMerge,
  rule: string,
  findings: readonly Finding[],
  alone: boolean,
): RuleCount {
  const severity = findings.map((finding) => finding.severity).reduce(worse, 'low')
  const message = findings[0]?.message ?? ''
  return {
    rule,
    severity,
    merges: 1,
    alone: alone ? 1 : 0,
    findings: findings.length,
    example: { commit, message },
  }
}

function add(known: RuleCount, more: RuleCount): RuleCount {
  return {
    ...known,
    severity: worse(known.severity, more.severity),
    merges: known.merges + more.merges,
    alone: known.alone + more.alone,
    findings: known.findings + more.findings,
  }
}

function countOf(held: readonly Held[], severity: Severity): number {
  return held.filter(({ replay }) => replay.severity === severity).length
}

function byRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    if (group) group.push(finding)
    else groups.set(finding.rule, [finding])
  }
  return groups
}

function worse(a: Severity, b: Severity): Severity {
  return compareSeverity(a, b) < 0 ? b : a
}

function countOwners(replays: readonly Replay[]): SimulationTotals['owners'] {
  const counts = new Map<Owner, number>()
  for (const { ask } of replays) for (const owner of ask) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  return [...counts]
    .map(([owner, merges]) => ({ owner, merges }))
    .toSorted((a, b) => b.merges - a.merges || (a.owner < b.owner ? -1 : 1))
}
