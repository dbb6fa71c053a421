import { type Change, type ChangeSet, changeTitle } from '../../model/change.ts'
import { type Finding, subjectKey } from '../../model/finding.ts'
import type { Instant } from '../../model/instant.ts'
import { groupKind } from '../../model/object-ref.ts'
import { compareSeverity } from '../../model/severity.ts'
import { objectVariables, type PullRequestContext } from './bind-variables.ts'
import { type Budget, decisionBudget } from '../expressions/budget.ts'
import { createPlaceFinder } from '../change-operators/find-places.ts'
import { findFileRisks } from './find-file-risks.ts'
import { judgeObject } from './judge.ts'
import { makeFinding } from './make-finding.ts'
import { matchesObject } from './match-subject.ts'
import type { Policy } from '../policy.ts'
import type { Rule } from '../rule.ts'

/**
 * Every rule that matches a change, most severe first, then by path, line and rule: one finding for each rule and object
 * or file. What could not be evaluated is a finding too, also when all expressions together took too many steps. `now`
 * decides which exceptions are over.
 */
export function findRisks(
  policy: Policy,
  changes: ChangeSet,
  pullRequest: PullRequestContext | null,
  now: Instant,
  budget: Budget = decisionBudget(),
): readonly Finding[] {
  const rulesFor = rulesByKind(policy)
  const findings = changes.changes.flatMap((change) =>
    objectFindings({ policy, changes, pullRequest, now, budget }, rulesFor(change), change),
  )
  return [...findings, ...findFileRisks(policy, changes, pullRequest, now, budget)].toSorted(compareFindings)
}

interface Setting {
  readonly policy: Policy
  readonly changes: ChangeSet
  readonly pullRequest: PullRequestContext | null
  readonly now: Instant
  readonly budget: Budget
}

function objectFindings(setting: Setting, rules: readonly Rule[], change: Change): readonly Finding[] {
  const { policy, changes, pullRequest, now, budget } = setting
  const variables = objectVariables(change, changes, pullRequest)
  const find = createPlaceFinder(change)
  return rules.flatMap((rule) => {
    if (!matchesObject(rule.match, change)) return []
    const judgement = judgeObject(rule, change, find, variables, budget)
    if (!judgement) return []
    const { path, oldPath, line } = change.source
    const about = {
      title: changeTitle(change),
      object: change.ref,
      environment: change.environment,
      cluster: change.cluster,
      path,
      line: judgement.pointer === null ? line : change.locate(judgement.pointer).line,
      pointer: judgement.pointer,
      paths: oldPath === null || oldPath === path ? [path] : [path, oldPath],
      subject: { kind: 'object', identity: change.identity },
    } as const
    return [makeFinding(policy, rule, judgement, about, now, (match) => matchesObject(match, change))]
  })
}

/** Most rules look at few kinds: each kind's rules are looked up once, however many objects there are. */
function rulesByKind(policy: Policy): (change: Change) => readonly Rule[] {
  const rules = policy.rules.filter((rule) => rule.target === 'objects')
  const known = new Map<string, readonly Rule[]>()
  return (change) => {
    const kind = groupKind(change.ref)
    const found = known.get(kind) ?? rules.filter((rule) => rule.match.kinds?.matches(kind) ?? true)
    known.set(kind, found)
    return found
  }
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareSeverity(b.severity, a.severity) ||
    compareText(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(subjectKey(a.subject), subjectKey(b.subject))
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
