import type { JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { backendName, backendsText } from '../backends.ts'
import { hostOf } from '../../model/hosts.ts'
import { hasIn, listIn, objectIn, textIn } from '../members.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'

/** The route of a Knative Service or Route: public unless its label keeps it in the cluster. The domain is the cluster's. */
export function knativeRoutes(object: JsonObject, owner: RouteOwner): readonly Route[] {
  const labels = objectIn(object, 'metadata', 'labels')
  if (labels['networking.knative.dev/visibility'] === 'cluster-local') return []
  const { name, namespace } = owner.object
  const traffic = listIn(object, 'spec', 'traffic').map((target) => ({
    name: textIn(target, 'revisionName') || textIn(target, 'configurationName') || name,
    weight: textIn(target, 'percent') || '0',
  }))
  return [
    openRoute({
      ...owner,
      host: hostOf(`${name}.${namespace ?? ''}.*`),
      backend: traffic.length > 0 ? backendsText(traffic) : name,
      class: 'Knative',
    }),
  ]
}

/** The route of a Knative DomainMapping: its name is the host. */
export function domainMappingRoutes(object: JsonObject, owner: RouteOwner): readonly Route[] {
  const to = objectIn(object, 'spec', 'ref')
  return [
    openRoute({
      ...owner,
      host: hostOf(owner.object.name),
      backend: backendName(textIn(to, 'name'), '', textIn(to, 'namespace'), owner.object.namespace),
      tls: hasIn(object, 'spec', 'tls', 'secretName'),
      class: 'Knative',
    }),
  ]
}
