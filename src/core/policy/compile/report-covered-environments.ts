import type { JsonPointer } from '../../model/json-pointer.ts'
import type { Report } from '../language/problem-report.ts'
import type { Environment } from '../policy.ts'

/** An environment and where it is written. */
export interface PlacedEnvironment {
  readonly environment: Environment
  readonly pointer: JsonPointer
  readonly report: Report
}

/** Warns of environments that no file is ever in, because earlier ones have all of their paths. */
export function reportCoveredEnvironments(placed: readonly PlacedEnvironment[]): void {
  for (const [index, { environment, pointer, report }] of placed.entries()) {
    const { patterns } = environment.paths
    if (patterns.length === 0) continue
    const earlier = placed.slice(0, index)
    const takers = patterns.map(
      (pattern) => earlier.find((one) => covers(one.environment, pattern))?.environment.name,
    )
    if (takers.includes(undefined)) continue
    const names = [...new Set(takers)].join('", "')
    const text = `No file is ever in the environment "${environment.name}": the first that matches has it, and all of its paths are in "${names}" above. Move it up, or narrow the other.`
    report.warn(`${pointer}/paths`, { code: 'policy.covered-environment', text })
  }
}

/** A name that no pattern has by chance. */
const ANY_NAME = 'zq7-any-name-that-nobody-writes-in-a-pattern'

/** Only what can be told for certain: the same pattern, one path, or everything below a folder. */
function covers({ paths }: Environment, pattern: string): boolean {
  if (paths.patterns.includes(pattern)) return true
  if (!/[*?[{\\]/.test(pattern)) return paths.matches(pattern)
  const folder = /^([^*?[{\\]*)\*\*(?:\/\*)?$/.exec(pattern)?.[1]
  if (folder === undefined) return false
  return paths.patterns.some(
    (wide) => /(?:^|\/)\*\*(?:\/\*)?$/.test(wide) && paths.matches(`${folder}${ANY_NAME}/${ANY_NAME}`),
  )
}
