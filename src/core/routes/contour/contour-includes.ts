import type { Json, JsonObject } from '../../model/json.ts'
import type { ObjectRef } from '../../model/object-ref.ts'
import { conditionsText, fieldCondition } from '../conditions.ts'
import { hasIn, listIn, textIn } from '../members.ts'
import { mayBeMore, type Neighbour, type Neighbours } from '../neighbours.ts'
import type { Place, RouteOwner } from '../open-route.ts'

const KIND = 'projectcontour.io/HTTPProxy'

/** A virtual host at which a proxy is reached, below which place, and through which other proxies. */
export interface Inclusion {
  readonly root: JsonObject
  readonly place: Place
  readonly via: readonly ObjectRef[]
}

const EVERYWHERE: Place = { path: '/', pathType: 'prefix', conditions: null }

/** Where a proxy is reached: at its own virtual host, or at those of all that include it, however many deep. */
export function inclusionsOf(proxy: JsonObject, owner: RouteOwner, around: Neighbours): readonly Inclusion[] {
  return hasIn(proxy, 'spec', 'virtualhost')
    ? [{ root: proxy, place: EVERYWHERE, via: [] }]
    : includedBy(owner.object, around, [])
}

/** More ways than this to include one proxy are no use to anybody; then the first ones are shown. */
const WAYS = 1000

function includedBy(proxy: ObjectRef, around: Neighbours, seen: readonly string[]): readonly Inclusion[] {
  const key = `${proxy.namespace ?? ''}/${proxy.name}`
  if (seen.includes(key)) return []
  const inclusions = around.referring(KIND, key, includedIn).flatMap(({ object, value }) => {
    const places = listIn(value, 'spec', 'includes')
      .filter((include) => titleOf(include, object.namespace) === key)
      .map(pathsIn)
    const outer = hasIn(value, 'spec', 'virtualhost')
      ? [{ root: value, place: EVERYWHERE, via: [] }]
      : includedBy(object, around, [...seen, key])
    return outer.flatMap(({ root, place, via }) =>
      distinct(places).map((inner) => ({ root, place: joinPaths(place, inner), via: [...via, object] })),
    )
  })
  return inclusions.slice(0, WAYS)
}

function includedIn({ object, value }: Neighbour): readonly string[] {
  return listIn(value, 'spec', 'includes').map((include) => titleOf(include, object.namespace))
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()]
}

/** What a proxy includes and nobody here knows. What the other side of a comparison has is known to be missing. */
export function unknownIncludes(
  proxy: JsonObject,
  owner: RouteOwner,
  around: Neighbours,
): readonly { readonly title: string; readonly place: Place }[] {
  return listIn(proxy, 'spec', 'includes').flatMap((include) => {
    const namespace = textIn(include, 'namespace') || owner.object.namespace
    if (!mayBeMore(around.find(KIND, namespace, textIn(include, 'name')))) return []
    return [{ title: titleOf(include, owner.object.namespace), place: pathsIn(include) }]
  })
}

/** The place of a route or of an inclusion: its conditions all together. */
export function pathsIn(holder: Json): Place {
  const conditions = listIn(holder, 'conditions')
  const others = conditionsText(conditions.map(fieldIn).toSorted())
  for (const pathType of ['exact', 'regex', 'prefix']) {
    const parts = conditions.map((condition) => textIn(condition, pathType)).filter((part) => part !== '')
    if (parts.length > 0) return { path: parts.reduce(joined), pathType, conditions: others }
  }
  return { ...EVERYWHERE, conditions: others }
}

/** A place below another. */
export function joinPaths(outer: Place, inner: Place): Place {
  return {
    path: joined(outer.path, inner.path),
    pathType: inner.pathType,
    conditions: conditionsText([outer.conditions ?? '', inner.conditions ?? '']),
  }
}

function joined(outer: string, inner: string): string {
  if (inner === '/' || inner === '') return outer
  return outer.endsWith('/') && inner.startsWith('/') ? outer + inner.slice(1) : outer + inner
}

function titleOf(include: Json, own: string | null): string {
  return `${textIn(include, 'namespace') || (own ?? '')}/${textIn(include, 'name')}`
}

const TESTS = ['exact', 'contains', 'prefix', 'suffix', 'notexact', 'notcontains', 'regex']

function fieldIn(condition: Json): string {
  for (const [member, what] of [
    ['header', 'header'],
    ['queryParameter', 'query'],
  ] as const) {
    if (!hasIn(condition, member)) continue
    const test = TESTS.find((name) => textIn(condition, member, name) !== '') ?? ''
    const lead = test === '' || test === 'exact' ? what : `${what} ${test}`
    return fieldCondition(
      lead,
      textIn(condition, member, 'name'),
      test === '' ? '' : textIn(condition, member, test),
    )
  }
  return ''
}
