import { didYouMean } from '../../model/did-you-mean.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'
import { withSuggestion } from '../language/shape-sentence.ts'
import { globProblem } from '../patterns/globs.ts'
import type { Environment } from '../policy.ts'

/** Warns of environments and clusters that rules, exceptions and windows name and nobody defines: these never match. */
export function reportUnknownPlaces(
  documents: readonly ReadDocument[],
  environments: readonly Environment[],
): void {
  const known = {
    environments: environments.map(({ name }) => name),
    clusters: environments.flatMap(({ cluster }) => (cluster === null ? [] : [cluster])),
  }
  for (const from of documents) {
    if (from.source.builtin) continue
    for (const [pointer, place] of placesOf(from)) {
      for (const key of ['environments', 'clusters'] as const) {
        for (const [index, glob] of (place[key] ?? []).entries()) {
          if (isGlob(glob) || known[key].includes(glob)) continue
          from.report.warn(`${pointer}/${key}/${String(index)}`, unknownName(key, glob, known[key]))
        }
      }
    }
  }
}

interface Place {
  readonly environments?: readonly string[] | undefined
  readonly clusters?: readonly string[] | undefined
}

function placesOf({ document }: ReadDocument): readonly (readonly [JsonPointer, Place])[] {
  const { rules = [], exceptions = [], windows = [] } = document.spec
  return [
    ...rules.map(({ match }, index) => [`/spec/rules/${String(index)}/match`, match ?? {}] as const),
    ...exceptions.map(
      ({ match }, index) => [`/spec/exceptions/${String(index)}/match`, match ?? {}] as const,
    ),
    ...windows.map((window, index) => [`/spec/windows/${String(index)}`, window] as const),
  ]
}

/** What may match several names, and what is no pattern at all and reported as such. */
function isGlob(name: string): boolean {
  return /[*?[{\\]/.test(name) || globProblem(name) !== null
}

function unknownName(
  key: 'environments' | 'clusters',
  name: string,
  known: readonly string[],
): { readonly code: string; readonly text: string; readonly suggestion?: string } {
  const what = key === 'environments' ? 'environment' : 'cluster'
  const text = `no ${what} is named "${name.slice(0, 100)}", so this never matches`
  const otherwise =
    known.length === 0 ? 'none is defined under "environments"' : `there is ${known.slice(0, 20).join(', ')}`
  return { code: `policy.unknown-${what}`, ...withSuggestion(text, didYouMean(name, known), otherwise) }
}
