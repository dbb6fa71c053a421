import { checkApprovals } from '../approvals/check-approvals.ts'
import type { BreakGlass } from '../model/break-glass.ts'
import type { Contents, ContentsByCommit } from '../model/contents.ts'
import type { Account, Facts } from '../model/facts.ts'
import type { ApprovalRequirement } from '../model/requirement.ts'
import { compareSeverity } from '../model/severity.ts'
import type { ApprovalVerdict, Verdict } from '../model/verdict.ts'

/**
 * Whether enough other people approved what is about to be merged: of those who may break the glass, or of those whose approval is asked
 * for in any case, given or not. All rules for approvals hold; who broke the glass counts as little as an author.
 */
export function checkSecondPeople(
  { by, approvals }: Pick<BreakGlass, 'by' | 'approvals'>,
  breaker: Account,
  verdicts: readonly Verdict[],
  facts: Facts,
  head: Contents,
  contents: ContentsByCommit,
): ApprovalVerdict | null {
  const skipped = skippedOf(verdicts)
  const findings = [...new Set(skipped.flatMap(({ requirement }) => requirement.findings))]
  const owners = verdicts.flatMap(({ requirement }) =>
    requirement.kind === 'approval' ? requirement.from : [],
  )
  const requirement: ApprovalRequirement = {
    kind: 'approval',
    entry: 'breakGlass',
    from: [...new Map([...by, ...owners].map((owner) => [owner.toLowerCase(), owner])).values()],
    count: approvals,
    strict: false,
    excludeCommitters: skipped.some(excludesCommitters),
    distinct: null,
    findings,
    paths: [...new Set(skipped.flatMap(({ requirement: { paths } }) => paths))],
    unowned: [],
  }
  const { pullRequest } = facts
  const without = pullRequest && { ...pullRequest, initiators: [...pullRequest.initiators, breaker] }
  const answers = checkApprovals([requirement], { ...facts, pullRequest: without }, head, contents)
  return answers.verdicts[0] ?? null
}

/** What keeps the merge from being allowed. */
export function skippedOf(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ verdict }) => verdict === 'unmet' || verdict === 'indeterminate')
}

function excludesCommitters({ requirement }: Verdict): boolean {
  if (requirement.kind === 'sync-window')
    return requirement.findings.some(({ severity }) => compareSeverity(severity, 'high') >= 0)
  return requirement.excludeCommitters
}
