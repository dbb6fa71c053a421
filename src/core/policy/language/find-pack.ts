import { didYouMean } from '../../model/did-you-mean.ts'
import { err, ok, type Result } from '../../model/result.ts'
import type { PolicySource } from '../policy-source.ts'
import { type Mistake, withSuggestion } from './shape-sentence.ts'

/** The packs that ship with Drawbridge, by name; undefined when there is none. `locked` gives those that always apply. */
export interface BuiltinPolicies {
  (name: string): readonly PolicySource[] | undefined
  /** What a policy may extend; left out where nobody is told. */
  readonly names?: () => readonly string[]
}

/** The pack of a name, or what else there is. */
export function findPack(name: string, builtin: BuiltinPolicies): Result<readonly PolicySource[], Mistake> {
  const sources = builtin(name)
  if (sources) return ok(sources)
  const names = builtin.names?.() ?? []
  const near = didYouMean(name, names)
  const sentence = withSuggestion(
    `there is no builtin policy "${name.slice(0, 100)}"`,
    near === undefined ? undefined : `builtin:${near}`,
    names.length === 0 ? 'correct the name' : `there is ${names.join(', ')}`,
  )
  return err({ code: 'policy.extends-unknown', ...sentence })
}
