import type { Codeowners } from './codeowners.ts'
import { ownersOf } from './owners-of.ts'

/** Those of the paths that nobody owns. A line that GitHub skips and that was meant for one is told already, so that one is left out. */
export function unownedPaths(codeowners: Codeowners, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    const { owners, doubts } = ownersOf(codeowners, path)
    return owners.length === 0 && doubts.length === 0
  })
}
