import type { Effect } from '../../model/finding.ts'
import { capSeverity, type Severity } from '../../model/severity.ts'
import type { ListedRule } from '../../policy/list-rules.ts'
import type { ApprovalEntry, Environment, Needs, Policy, WindowEntry } from '../../policy/policy.ts'
import { count, lengthOf, listOf } from '../phrases.ts'

/** What a finding of a rule needs in one place. */
export interface NeedWords {
  /** Null: wherever no environment says otherwise. */
  readonly environment: string | null
  /** As the environment caps it. */
  readonly severity: Severity
  readonly needs: string
}

/** What a finding of this rule needs under a policy: in general, then in each environment where it is something else. */
export function needWords(policy: Policy, rule: ListedRule): readonly NeedWords[] {
  const general = needsIn(policy, rule, null)
  const places = policy.environments
    .map((environment) => needsIn(policy, rule, environment))
    .filter(({ needs, severity }) => needs !== general.needs || severity !== general.severity)
  return [general, ...places]
}

function needsIn(policy: Policy, rule: ListedRule, environment: Environment | null): NeedWords {
  const cap = environment?.maxSeverity
  const severity = cap && !rule.locked ? capSeverity(rule.severity, cap) : rule.severity
  const needs = environment?.requirements.get(severity) ?? policy.requirements.get(severity)
  return { environment: environment?.name ?? null, severity, needs: effectWords(rule.effect, needs) }
}

function effectWords(effect: Effect, needs: Needs | undefined): string {
  if (effect === 'deny') return 'nothing helps: the merge is denied'
  if (effect === 'notice') return 'nothing: it is only mentioned'
  const parts = [
    ...(needs?.approvals ?? []).map(approvalWords),
    ...(needs?.window ? [windowWords(needs.window)] : []),
  ]
  if (parts.length === 0) return 'nothing'
  return `${listOf(parts)}${needs?.distinct ? '; nobody counts for two of these' : ''}`
}

function approvalWords({ count: people, from, strict, excludeCommitters }: ApprovalEntry): string {
  const asked = count(people, 'approval')
  if (from.length === 0) return `${asked} that nobody may give`
  const owners = from.map((owner) => ownerWords(owner, people > 1))
  return [
    `${asked} by ${listOf(owners, 'or')}`,
    ...(excludeCommitters ? ['who wrote none of it'] : []),
    ...(strict ? ['given on the head commit'] : []),
  ].join(' ')
}

function windowWords({ max, openedBy }: WindowEntry): string {
  const by = openedBy
    ? listOf(
        openedBy.map((owner) => ownerWords(owner, false)),
        'or',
      ) || 'nobody'
    : 'somebody who could approve'
  return `a deploy window of at most ${lengthOf(max)}, opened by ${by}`
}

function ownerWords(owner: string, many: boolean): string {
  if (owner !== 'codeowners') return owner
  return many ? 'code owners' : 'a code owner'
}
