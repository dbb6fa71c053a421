import type { BreakGlass } from '../../model/break-glass.ts'
import { DAY } from '../../model/instant.ts'
import type { WrittenBreakGlass } from '../language/policy-document.ts'
import type { Report } from '../language/problem-report.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import { compileDuration } from './compile-duration.ts'
import { reportOwners } from './compile-needs.ts'

const POINTER = '/spec/breakGlass'

/** The break-glass of all documents; it may be there once. */
export function mergeBreakGlass(documents: readonly ReadDocument[]): BreakGlass | null {
  let merged: BreakGlass | null = null
  for (const { document, report } of documents) {
    const written = document.spec.breakGlass
    if (!written) continue
    if (merged) {
      const text = '"breakGlass" is defined twice. Make one of both.'
      report.add(POINTER, { code: 'policy.duplicate-name', text })
    }
    merged = compileBreakGlass(written, report)
  }
  return merged
}

function compileBreakGlass(written: WrittenBreakGlass, report: Report): BreakGlass {
  reportLabel(written.label, report)
  reportPeople(written.by, 'by', 'so nobody can break the glass', report)
  reportPeople(written.reviewedBy, 'reviewedBy', 'so nobody can review it', report)
  return {
    label: written.label,
    by: written.by,
    approvals: written.approvals ?? 1,
    max: compileDuration(written.max, `${POINTER}/max`, report),
    reviewWithin:
      written.reviewWithin === undefined
        ? DAY
        : compileDuration(written.reviewWithin, `${POINTER}/reviewWithin`, report),
    reviewedBy: written.reviewedBy,
  }
}

function reportLabel(label: string, report: Report): void {
  const problem = labelProblem(label)
  if (problem === null) return
  const text = `The label "${label.slice(0, 100)}" cannot be used: ${problem}. Write one such as break-glass.`
  report.add(`${POINTER}/label`, { code: 'policy.bad-label', text })
}

function labelProblem(label: string): string | null {
  if (label.trim() === '') return 'it is empty'
  if (label.toLowerCase().startsWith('deploy-window/'))
    return 'labels that begin with deploy-window/ ask for a window'
  if (label.length > 50) return `it has ${String(label.length)} characters, and GitHub takes 50`
  return label === label.trim() ? null : 'it begins or ends with a space'
}

function reportPeople(owners: readonly string[], key: 'by' | 'reviewedBy', so: string, report: Report): void {
  const pointer = `${POINTER}/${key}`
  reportOwners(owners, pointer, report)
  for (const [index, owner] of owners.entries()) {
    if (owner !== 'codeowners') continue
    const text = `"${key}" names people, and "codeowners" are others for each path. Name a user or a team.`
    report.add(`${pointer}/${String(index)}`, { code: 'policy.bad-owner', text })
  }
  if (owners.length > 0) return
  report.add(pointer, { code: 'policy.empty-from', text: `"${key}" is empty, ${so}. Name a user or a team.` })
}
