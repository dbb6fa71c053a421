import { below } from './kind-facts.ts'

/** The lists without order in label selectors that stand at some places. */
export function selectorSets(...places: readonly string[]): readonly string[] {
  return below(places, ['matchExpressions', 'matchExpressions[].values'])
}

/** What means nothing when it is empty in label selectors; an empty selector as a whole does mean something. */
export function selectorEmpties(...places: readonly string[]): readonly string[] {
  return below(places, ['matchLabels', 'matchExpressions'])
}

/** The lists without order in node selectors that stand at some places; their terms are alternatives. */
export function nodeSelectorSets(...places: readonly string[]): readonly string[] {
  return [...below(places, ['nodeSelectorTerms']), ...nodeTermSets(...below(places, ['nodeSelectorTerms[]']))]
}

/** The lists without order in single terms of node selectors. */
export function nodeTermSets(...places: readonly string[]): readonly string[] {
  return below(places, [
    'matchExpressions',
    'matchExpressions[].values',
    'matchFields',
    'matchFields[].values',
  ])
}
