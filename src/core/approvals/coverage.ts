import type { Contents, ContentsByCommit } from '../model/contents.ts'
import { objectTitle } from '../model/object-ref.ts'
import { type Finding, subjectKey } from '../model/finding.ts'
import type { Sha } from '../model/ids.ts'

/** What the head makes of objects and files, and what other commits would. */
export interface Comparison {
  readonly head: Contents
  readonly headSha: Sha | null
  readonly contents: ContentsByCommit
}

/** Whether a commit is the head itself. */
export function isHead(commit: Sha | 'head' | null, comparison: Comparison): boolean {
  return commit === 'head' || (commit !== null && commit === comparison.headSha)
}

/**
 * Whether what was said on a commit stands for a finding at the head: the object or file becomes the same by both.
 * A commit that is not known covers nothing, nor does anything cover what the head itself says nothing about.
 */
export function covers(commit: Sha | 'head' | null, finding: Finding, comparison: Comparison): boolean {
  if (commit === null) return false
  if (isHead(commit, comparison)) return true
  const key = subjectKey(finding.subject)
  const wanted = comparison.head.get(key)
  return wanted !== undefined && comparison.contents.get(commit)?.get(key) === wanted
}

/** What findings are about, as people say it, each once and sorted. */
export function subjectTitles(findings: readonly Finding[]): readonly string[] {
  const titles = findings.map(({ object, path }) => (object === null ? path : objectTitle(object)))
  return [...new Set(titles)].toSorted()
}
