import type { Json } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { albAction, albConditions } from './alb-actions.ts'
import { backendName, passedThrough, redirectText } from '../backends.ts'
import { conditionsText, fieldCondition } from '../conditions.ts'
import { passesTls } from './ingress-tls.ts'
import { hasIn, objectIn, textIn } from '../members.ts'
import { commonSources } from '../sources.ts'

const NGINX = 'nginx.ingress.kubernetes.io'

/** Where a path of an Ingress leads, and what its controller makes of it. */
export type IngressTarget = Pick<Route, 'backend' | 'conditions' | 'sources'>

/** `service:port` in the form of v1 or of the versions before it, or the kind and name of a resource. */
export function backendOf(backend: Json): string | null {
  const service = serviceIn(backend)
  const port =
    textIn(backend, 'service', 'port', 'number') ||
    textIn(backend, 'service', 'port', 'name') ||
    textIn(backend, 'servicePort')
  if (service !== '') return backendName(service, port)
  const resource = objectIn(backend, 'resource')
  return hasIn(resource, 'name') ? `${textIn(resource, 'kind')}/${textIn(resource, 'name')}` : null
}

/** The target of a backend by the annotations: actions and redirects in its place, canaries, allowed sources. */
export function targetOf(
  backend: Json,
  written: string,
  annotations: ReadonlyMap<string, string>,
  sources: readonly string[] | null,
): IngressTarget {
  const service = serviceIn(backend)
  const alb = albConditions(service, annotations)
  const redirect =
    annotations.get(`${NGINX}/permanent-redirect`) ?? annotations.get(`${NGINX}/temporal-redirect`)
  const to =
    redirect === undefined ? (albAction(service, annotations) ?? written) : redirectText({ path: redirect })
  return {
    backend: passesTls(annotations) ? passedThrough(to) : to,
    conditions: conditionsText([canaryOf(annotations) ?? '', alb.conditions ?? '']),
    sources: commonSources(sources, alb.sources),
  }
}

/** The share of requests that a canary takes away from the Ingress of the same host and path. */
function canaryOf(annotations: ReadonlyMap<string, string>): string | null {
  const value = (name: string): string => annotations.get(`${NGINX}/canary${name}`) ?? ''
  if (value('') !== 'true') return null
  const header = value('-by-header')
  const pattern = value('-by-header-pattern')
  const total = value('-weight-total')
  return conditionsText([
    'canary',
    fieldCondition('header', header, value('-by-header-value') || pattern, pattern !== ''),
    fieldCondition('cookie', value('-by-cookie'), ''),
    value('-weight') === '' ? '' : `weight ${value('-weight')} of ${total || '100'}`,
  ])
}

function serviceIn(backend: Json): string {
  return textIn(backend, 'service', 'name') || textIn(backend, 'serviceName')
}
