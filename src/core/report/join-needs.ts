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
  return JSON.stringify([
    ...askedBy(verdict),
    verdict.verdict,
    verdict.reason,
    verdict.notes,
    ...answerOf(verdict),
  ])
}

function askedBy({ requirement }: Verdict): readonly unknown[] {
  switch (requirement.kind) {
    case 'approval':
      return ['approval', requirement.count, requirement.strict, requirement.from]
    case 'window':
      return ['window', requirement.max, requirement.openers]
    case 'sync-window':
      return ['sync-window', requirement.windows.map(({ name }) => name)]
    default:
      return requirement satisfies never
  }
}

function answerOf(verdict: Verdict): readonly unknown[] {
  if (verdict.kind === 'approval') return verdict.by.map(({ id }) => id)
  return [verdict.kind === 'window' ? (verdict.grant?.label ?? null) : null]
}

function join(first: Verdict, next: Verdict): Verdict {
  const findings = [...new Set([...first.requirement.findings, ...next.requirement.findings])]
  const paths = [...new Set([...first.requirement.paths, ...next.requirement.paths])]
  switch (first.kind) {
    case 'approval':
      return { ...first, requirement: { ...first.requirement, findings, paths } }
    case 'window':
      return { ...first, requirement: { ...first.requirement, findings, paths } }
    case 'sync-window':
      return { ...first, requirement: { ...first.requirement, findings, paths } }
    default:
      return first satisfies never
  }
}
