import type { JsonPointer } from '../../model/json-pointer.ts'
import type { Report } from '../language/problem-report.ts'
import { globProblem } from '../patterns/globs.ts'

/**
 * Warns of globs that match no path of a file, because paths are not written so. Where only manifests count, a name without an
 * extension is a folder.
 */
export function reportPathGlobs(
  globs: readonly string[],
  of: 'manifests' | 'files',
  pointer: JsonPointer,
  report: Report,
): void {
  for (const [index, glob] of globs.entries()) {
    if (globProblem(glob) !== null) continue
    const found = problemOf(glob) ?? (of === 'manifests' ? folderProblem(glob) : null)
    if (found === null) continue
    const [seen, near] = found
    report.warn(`${pointer}/${String(index)}`, {
      code: 'policy.path-matches-nothing',
      text: `The glob "${glob.slice(0, 100)}" matches no file: ${seen}; did you mean "${near.slice(0, 200)}"?`,
      suggestion: near,
    })
  }
}

function problemOf(glob: string): readonly [seen: string, near: string] | null {
  if (/^\.\.?\//.test(glob))
    return ['paths start at the root of the repository', glob.replace(/^(?:\.\.?\/)+/, '')]
  if (/\\\w/.test(glob)) return ['paths are written with "/"', glob.replaceAll('\\', '/')]
  if (glob.endsWith('/')) return ['it ends with a folder', `${glob}**`]
  return null
}

function folderProblem(glob: string): readonly [seen: string, near: string] | null {
  return /^[^*?[{]*(?:^|\/)[^*?[{./]+$/.test(glob) ? ['it names a folder', `${glob}/**`] : null
}
