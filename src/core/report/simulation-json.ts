import { classOf, type Replay } from '../decision/replay.ts'
import { type SimulatedMerge, type SimulationTotals, totalsOf } from '../decision/simulation.ts'
import { formatInstant } from '../model/instant.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { plain } from './untrusted.ts'

/** What was simulated, for the head of a report. */
export interface SimulationSubject {
  /** Names of what decides. */
  readonly policies: readonly string[]
  /** Names of what it is compared with; null: nothing. */
  readonly comparedWith: readonly string[] | null
}

/** The `Simulation` document: output of `simulate --format json`. */
export function simulationJson(merges: readonly SimulatedMerge[], subject: SimulationSubject): Json {
  return {
    apiVersion: 'drawbridge.dev/v1alpha1',
    kind: 'Simulation',
    policies: subject.policies,
    comparedWith: subject.comparedWith,
    totals: totalsJson(totalsOf(merges)),
    before: subject.comparedWith === null ? null : totalsJson(totalsOf(merges, 'old')),
    merges: merges.map(mergeJson),
  }
}

function totalsJson({ classes, severities, rules, owners, unowned, windows }: SimulationTotals): JsonObject {
  return {
    held: BigInt(classes.held),
    passed: BigInt(classes.passed),
    unknown: BigInt(classes.unknown),
    severities: {
      critical: BigInt(severities.critical),
      high: BigInt(severities.high),
      medium: BigInt(severities.medium),
      low: BigInt(severities.low),
    },
    windows: BigInt(windows),
    unowned: BigInt(unowned),
    rules: rules.map(({ rule, severity, merges, alone, findings, example }) => ({
      rule,
      severity,
      merges: BigInt(merges),
      alone: BigInt(alone),
      findings: BigInt(findings),
      example: { commit: example.commit, message: example.message },
    })),
    owners: owners.map(({ owner, merges }) => ({ owner, merges: BigInt(merges) })),
  }
}

function mergeJson({ commit, title, at, now, old }: SimulatedMerge): Json {
  return {
    commit,
    title: plain(title),
    at: formatInstant(at),
    ...replayJson(now),
    before: old && replayJson(old),
  }
}

function replayJson(replay: Replay): JsonObject {
  const { outcome, severity, holding, ask, unowned, window, obstacles } = replay
  return {
    outcome,
    class: classOf(replay),
    severity,
    rules: [...new Set(holding.map(({ rule }) => rule))],
    ask,
    unowned,
    window,
    problem: obstacles[0]
      ? obstacles[0].code === 'unreadable'
        ? obstacles[0].text
        : obstacles[0].code
      : null,
  }
}
