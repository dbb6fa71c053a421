import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { annotationsOf } from '../annotations.ts'
import { backendName, backendsText, passedThrough } from '../backends.ts'
import { hostOf } from '../../model/hosts.ts'
import { hasIn, listIn, objectIn, textIn } from '../members.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'
import { sourcesOf, splitRanges } from '../sources.ts'

/** The route of an OpenShift Route; a second one without TLS when it may be reached in plain text too. */
export function openshiftRoutes(object: JsonObject, owner: RouteOwner): readonly Route[] {
  const spec = objectIn(object, 'spec')
  const passes = textIn(spec, 'tls', 'termination') === 'passthrough'
  const annotations = annotationsOf(object)
  const allowed = ['ip_allowlist', 'ip_whitelist'].map((name) =>
    annotations.get(`haproxy.router.openshift.io/${name}`),
  )
  const backend = backendsOf(spec)
  const route = openRoute({
    ...owner,
    host: routeHost(spec, owner),
    path: textIn(spec, 'path') || '/',
    backend: passes ? passedThrough(backend) : backend,
    tls: hasIn(spec, 'tls') && !passes,
    sources: sourcesOf(splitRanges(allowed.find((ranges) => ranges !== undefined) ?? '')),
  })
  const isPlainToo = route.tls && textIn(spec, 'tls', 'insecureEdgeTerminationPolicy') === 'Allow'
  return isPlainToo ? [route, { ...route, tls: false }] : [route]
}

/** A host that is not written is made by the router, in a domain that only it knows. */
function routeHost(spec: JsonObject, { object }: RouteOwner): string {
  const host = hostOf(textIn(spec, 'host'))
  if (host === '*') return hostOf(`${textIn(spec, 'subdomain') || madeName(object)}.*`)
  return textIn(spec, 'wildcardPolicy') === 'Subdomain' ? host.replace(/^[^.]*/, '*') : host
}

function madeName({ name, namespace }: RouteOwner['object']): string {
  return namespace === null ? name : `${name}-${namespace}`
}

function backendsOf(spec: JsonObject): string {
  const port = textIn(spec, 'port', 'targetPort')
  const named = (to: Json): { readonly name: string; readonly weight: string } => ({
    name: backendName(textIn(to, 'name'), port),
    weight: textIn(to, 'weight'),
  })
  return backendsText([objectIn(spec, 'to'), ...listIn(spec, 'alternateBackends')].map(named))
}
