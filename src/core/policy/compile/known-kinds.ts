import type { KnownFields } from '../known-fields.ts'
import { compileGlobs } from '../patterns/globs.ts'

/**
 * The known kinds that globs of `match.kinds` are about. Null when one of the globs is about none of them: then nothing
 * can be said.
 */
export function knownKinds(globs: readonly string[], known: KnownFields): readonly string[] | null {
  const found = globs.map((glob) => {
    if (/^[\w.-]+\/\w+$/.test(glob)) return known.rootOf(glob) ? [glob] : []
    const pattern = compileGlobs([glob])
    return [...known.kinds()].filter((kind) => pattern.matches(kind))
  })
  return found.length === 0 || found.some((kinds) => kinds.length === 0) ? null : [...new Set(found.flat())]
}
