import type { JsonObject } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { annotationsOf } from './annotations.ts'
import { hostOf } from './hosts.ts'
import { hasIn, objectIn, textIn } from './members.ts'
import { openRoute, type RouteOwner } from './open-route.ts'
import { sourcesOf, splitRanges } from './sources.ts'

/** The one route of an OpenShift Route. */
export function openshiftRoutes(object: JsonObject, owner: RouteOwner): readonly Route[] {
  const spec = objectIn(object, 'spec')
  const port = textIn(spec, 'port', 'targetPort')
  const allowed = annotationsOf(object).get('haproxy.router.openshift.io/ip_whitelist') ?? ''
  return [
    openRoute({
      ...owner,
      host: hostOf(textIn(spec, 'host')),
      path: textIn(spec, 'path') || '/',
      backend: textIn(spec, 'to', 'name') + (port === '' ? '' : `:${port}`),
      tls: hasIn(spec, 'tls') && textIn(spec, 'tls', 'termination') !== 'passthrough',
      sources: sourcesOf(splitRanges(allowed)),
    }),
  ]
}
