import type { JsonPointer } from '../../model/json-pointer.ts'
import { compileGlobs, globProblem, type Globs } from '../patterns/globs.ts'
import type { WrittenMatch } from '../language/policy-document.ts'
import type { Report } from '../language/problem-report.ts'
import type { Match, RuleTarget } from '../rule.ts'
import { reportPathGlobs } from './report-path-globs.ts'

/** A match that holds everywhere. */
export const ANYWHERE: Match = {
  kinds: null,
  namespaces: null,
  names: null,
  environments: null,
  clusters: null,
  operations: null,
  verbs: null,
  files: null,
  issues: null,
}

/** Checks the globs of a match, unless `checked` is false, and makes it ready to run. */
export function compileMatch(
  written: WrittenMatch,
  pointer: JsonPointer,
  report: Report,
  checked: boolean,
): Match {
  if (checked) reportMatch(written, pointer, report)
  const globs = (key: GlobKey): Globs | null => {
    const patterns = written[key]
    if (patterns === undefined) return null
    return checked ? compileGlobList(patterns, `${pointer}/${key}`, report) : compileGlobs(patterns)
  }
  return {
    kinds: globs('kinds'),
    namespaces: globs('namespaces'),
    names: globs('names'),
    environments: globs('environments'),
    clusters: globs('clusters'),
    operations: written.operations ?? null,
    verbs: written.verbs ?? null,
    files: globs('files'),
    issues: globs('issues'),
  }
}

/** What a rule with this match looks at. Files and issues are no objects: a match of both is a mistake. */
export function targetOf(written: WrittenMatch, pointer: JsonPointer, report: Report): RuleTarget {
  const target = written.issues ? 'issues' : written.files ? 'files' : 'objects'
  if (target === 'objects') return target
  for (const key of ['kinds', 'namespaces', 'names', 'verbs', ...(target === 'issues' ? ['files'] : [])]) {
    if (!(key in written)) continue
    const text = `A match of "${target}" has no "${key}"; make two rules of it.`
    report.add(`${pointer}/${key}`, { code: 'policy.mixed-match', text })
  }
  return target
}

/** Compiles a list of globs; bad ones are reported and left out. */
export function compileGlobList(patterns: readonly string[], pointer: JsonPointer, report: Report): Globs {
  const good = patterns.filter((pattern, index) => {
    const problem = globProblem(pattern)
    if (problem === null) return true
    const text = `The glob "${pattern.slice(0, 100)}" cannot be used: ${problem}.`
    report.add(`${pointer}/${String(index)}`, { code: 'policy.bad-glob', text })
    return false
  })
  return compileGlobs(good)
}

type GlobKey = 'kinds' | 'namespaces' | 'names' | 'environments' | 'clusters' | 'files' | 'issues'

function reportMatch(written: WrittenMatch, pointer: JsonPointer, report: Report): void {
  reportEmptyLists(written, pointer, report)
  if (written.files) reportPathGlobs(written.files, 'files', `${pointer}/files`, report)
  for (const [index, kind] of (written.kinds ?? []).entries()) {
    reportKind(kind, `${pointer}/kinds/${String(index)}`, report)
  }
}

function reportEmptyLists(written: WrittenMatch, pointer: JsonPointer, report: Report): void {
  for (const [key, list] of Object.entries(written)) {
    if (!Array.isArray(list) || list.length > 0) continue
    const text = `An empty "${key}" matches nothing, so this never applies. Remove the key or fill the list.`
    report.warn(`${pointer}/${key}`, { code: 'policy.empty-match', text })
  }
}

/** A kind without its group would silently match nothing. */
function reportKind(kind: string, pointer: JsonPointer, report: Report): void {
  if (/^[^/]+\/[^/]+$/.test(kind) && !/^v\d\w*\//.test(kind)) return
  const parts = kind.split('/').filter((part) => part !== '')
  const name = parts.at(-1) ?? '*'
  const group = parts.length === 3 ? (parts[0] ?? '*') : /^v\d/.test(parts[0] ?? '') ? 'core' : '*'
  const suggestion = `${group}/${name}`
  const text = `The kind "${kind.slice(0, 100)}" is not written as group/Kind; did you mean "${suggestion}"?`
  report.add(pointer, { code: 'policy.bad-kind', text, suggestion })
}
