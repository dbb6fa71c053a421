import type { Verdict } from '../model/verdict.ts'

/**
 * The verdicts as people read them: those that ask the same people for the same and got the same answer are one, for all their
 * findings. Requirements that do not apply are left out.
 */
export function joinNeeds(verdicts: readonly Verdict[]): readonly Verdict[] {
  const joined = new Map<string, Verdict>()
  for (const verdict of verdicts) {
    if (verdict.verdict === 'not-applicable') continue
    const key = readingOf(verdict)
    const first = joined.get(key)
    joined.set(key, first ? join(first, verdict) : verdict)
  }
  return [...joined.values()]
}

function readingOf(verdict: Verdict): string {
  const { requirement } = verdict
  const asked =
    requirement.kind === 'approval'
      ? ['approval', requirement.count, requirement.strict, ...requirement.from]
      : ['window', requirement.max, ...requirement.openers]
  const answer = verdict.kind === 'approval' ? verdict.by.map(({ id }) => id) : [verdict.grant?.label ?? null]
  return JSON.stringify([asked, verdict.verdict, verdict.reason, verdict.notes, answer])
}

function join(first: Verdict, next: Verdict): Verdict {
  const findings = [...new Set([...first.requirement.findings, ...next.requirement.findings])]
  const paths = [...new Set([...first.requirement.paths, ...next.requirement.paths])]
  return first.kind === 'approval'
    ? { ...first, requirement: { ...first.requirement, findings, paths } }
    : { ...first, requirement: { ...first.requirement, findings, paths } }
}
