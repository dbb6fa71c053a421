import type { JsonObject } from '../../model/json.ts'
import type { ObjectRef } from '../../model/object-ref.ts'
import type { Entrance } from './gateway-entrances.ts'
import { type Guards, NO_GUARDS, sureGuards } from '../guards.ts'
import { hasIn, listIn, objectIn, textIn, textsIn } from '../members.ts'
import type { Neighbour, Neighbours } from '../neighbours.ts'
import { sourcesOf } from '../sources.ts'

const KIND = 'gateway.envoyproxy.io/SecurityPolicy'

/**
 * What SecurityPolicies of Envoy Gateway guard at a route: those for the route take the place of those for its Gateway.
 * Of several, and of one for a part of the route only, no more counts than what all of them do.
 */
export function policyGuards(route: ObjectRef, entrance: Entrance, around: Neighbours): Guards {
  const own = [keyOf(route), keyOf(route, '*')].flatMap((key) => around.referring(KIND, key, targetsIn))
  if (own.length > 0) return sureGuards(own.map(guardsOf))
  const above = entrance.via.flatMap((gateway) =>
    [keyOf(gateway), keyOf(gateway, entrance.name)].flatMap((key) => around.referring(KIND, key, targetsIn)),
  )
  return above.length > 0 ? sureGuards(above.map(guardsOf)) : NO_GUARDS
}

/** A policy is for objects of its own namespace. */
function targetsIn({ object, value }: Neighbour): readonly string[] {
  const spec = objectIn(value, 'spec')
  const targets = [
    ...listIn(spec, 'targetRefs'),
    ...(hasIn(spec, 'targetRef') ? [objectIn(spec, 'targetRef')] : []),
  ]
  return targets.flatMap((target) => {
    const { namespace } = object
    const named = { kind: textIn(target, 'kind'), namespace, name: textIn(target, 'name') }
    const section = textIn(target, 'sectionName')
    return section === '' ? [keyOf(named)] : [keyOf(named, section), keyOf(named, '*')]
  })
}

function keyOf(
  { kind, namespace, name }: Pick<ObjectRef, 'kind' | 'namespace' | 'name'>,
  section = '',
): string {
  return JSON.stringify([kind, namespace, name, section])
}

const SIGN_IN = ['oidc', 'jwt', 'basicAuth', 'extAuth', 'apiKeyAuth']

function guardsOf({ object, value }: Neighbour): Guards {
  const spec = objectIn(value, 'spec')
  const kinds = SIGN_IN.filter((member) => hasIn(spec, member) && objectIn(spec, member)['optional'] !== true)
  return {
    auth: kinds.length === 0 ? null : `policy ${object.name} (${kinds.join(', ')})`,
    sources: allowedBy(objectIn(spec, 'authorization')),
    via: [object],
  }
}

/** Only where all is denied but what comes from some addresses. */
function allowedBy(authorization: JsonObject): readonly string[] | null {
  if (textIn(authorization, 'defaultAction') !== 'Deny') return null
  const allowing = listIn(authorization, 'rules').filter((rule) => textIn(rule, 'action') === 'Allow')
  const ranges = allowing.map((rule) => textsIn(rule, 'principal', 'clientCIDRs'))
  return ranges.some((list) => list.length === 0) ? null : sourcesOf(ranges.flat())
}
