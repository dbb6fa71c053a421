import type { Route } from '../model/route.ts'
import { viaOf } from './compare-routes.ts'
import { allAuth } from './open-route.ts'
import { commonSources, sourcesOf } from './sources.ts'

/** What stands before a route: who signs people in, who is let through, and by which objects that is known. */
export type Guards = Pick<Route, 'auth' | 'sources' | 'via'>

export const NO_GUARDS: Guards = { auth: null, sources: null, via: [] }

/** Guards one after another. */
export function allGuards(guards: readonly Guards[]): Guards {
  const words = guards.flatMap(({ auth }) => auth ?? [])
  return {
    auth: allAuth(...words.toSorted()),
    sources: guards.reduce<Guards['sources']>((sources, one) => commonSources(sources, one.sources), null),
    via: viaOf(guards.flatMap(({ via }) => via)),
  }
}

/** What is sure of an object that is written more than once: which one is applied is not known. */
export function sureGuards(variants: readonly Guards[]): Guards {
  const isAuthSure = variants.every(({ auth }) => auth !== null)
  const sources = variants.map((one) => one.sources)
  const isOpen = sources.some((ranges) => ranges === null)
  return {
    auth: isAuthSure ? allGuards(variants).auth : null,
    sources: isOpen ? null : sourcesOf(sources.flatMap((ranges) => ranges ?? [])),
    via: viaOf(variants.flatMap(({ via }) => via)),
  }
}
