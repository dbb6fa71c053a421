import type { Json, JsonObject } from '../../model/json.ts'
import { hasIn, listIn, objectIn, textIn } from '../members.ts'
import { allAuth } from '../open-route.ts'

/** What signs people in at a route of a virtual host: its authorization server, a token, a client certificate. */
export function proxyAuth(root: JsonObject, route: Json): string | null {
  const host = objectIn(root, 'spec', 'virtualhost')
  return allAuth(serverOf(host, route), tokenOf(host, route), certificateOf(host))
}

function serverOf(host: JsonObject, route: Json): string | null {
  if (!hasIn(host, 'authorization')) return null
  const byHost = objectIn(host, 'authorization', 'authPolicy')['disabled'] === true
  const byRoute = objectIn(route, 'authPolicy')['disabled']
  const isOff = typeof byRoute === 'boolean' ? byRoute : byHost
  return isOff ? null : `authorization ${textIn(host, 'authorization', 'extensionRef', 'name')}`.trim()
}

function tokenOf(host: JsonObject, route: Json): string | null {
  const policy = objectIn(route, 'jwtVerificationPolicy')
  if (policy['disabled'] === true) return null
  const standard = listIn(host, 'jwtProviders').find((provider) => objectIn(provider)['default'] === true)
  const name = textIn(policy, 'require') || textIn(standard ?? null, 'name')
  return name === '' ? null : `jwt ${name}`
}

/** A certificate that is optional or not checked keeps nobody out. */
function certificateOf(host: JsonObject): string | null {
  const validation = objectIn(host, 'tls', 'clientValidation')
  const isLax =
    validation['optionalClientCertificate'] === true || validation['skipClientCertValidation'] === true
  return hasIn(host, 'tls', 'clientValidation') && !isLax ? 'client certificate' : null
}
