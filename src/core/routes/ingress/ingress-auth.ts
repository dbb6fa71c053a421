import { maskText } from '../../diff/secrets/mask-text.ts'
import { type Guards, NO_GUARDS } from '../guards.ts'
import { pluginGuards } from './kong-plugins.ts'
import type { Neighbours } from '../neighbours.ts'
import { nginxGuards } from '../nginx/nginx-policies.ts'
import type { RouteOwner } from '../open-route.ts'
import { annotatedGuards } from '../traefik/traefik-middlewares.ts'

const NGINX = 'nginx.ingress.kubernetes.io'
const ALB = 'alb.ingress.kubernetes.io'

/** Annotations of which the mere presence means that people have to sign in, with the word for it. */
const SIGN_IN: readonly (readonly [annotation: string, word: string])[] = [
  [`${NGINX}/auth-url`, 'auth-url'],
  [`${NGINX}/auth-type`, 'auth-type'],
  ['haproxy.org/auth-type', 'auth-type'],
  ['haproxy-ingress.github.io/auth-url', 'auth-url'],
  ['haproxy-ingress.github.io/auth-secret', 'auth-secret'],
  ['haproxy-ingress.github.io/oauth', 'oauth'],
  ['ingress.kubernetes.io/auth-type', 'auth-type'],
  ['ingress.kubernetes.io/auth-url', 'auth-url'],
  ['nginx.org/basic-auth-secret', 'basic-auth-secret'],
  ['nginx.com/jwt-key', 'jwt-key'],
]

/** Annotations of a client certificate, with the one that can make it optional. */
const CERTIFICATES: readonly (readonly [annotation: string, verify: string])[] = [
  [`${NGINX}/auth-tls-secret`, `${NGINX}/auth-tls-verify-client`],
  ['haproxy-ingress.github.io/auth-tls-secret', 'haproxy-ingress.github.io/auth-tls-verify-client'],
]

/** What signs people in at an Ingress, in words, by the annotations of known controllers; null for nobody. */
export function ingressAuth(annotations: ReadonlyMap<string, string>): string | null {
  const words: string[] = []
  for (const [annotation, word] of SIGN_IN) {
    const value = annotations.get(annotation)
    if (value !== undefined) words.push(`${word} ${maskText(value, () => '***')}`)
  }
  words.push(...clientCertificates(annotations), ...albAuth(annotations))
  return words.join(', ') || null
}

/** What the plugins, middlewares and policies guard that the annotations name. */
export function ingressGuards(
  annotations: ReadonlyMap<string, string>,
  owner: RouteOwner,
  around: Neighbours,
): readonly Guards[] {
  const named = (annotation: string): readonly string[] =>
    (annotations.get(annotation) ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
  const policies = named('nginx.org/policies').map((name) => {
    const slash = name.indexOf('/')
    return slash < 0 ? { name } : { namespace: name.slice(0, slash), name: name.slice(slash + 1) }
  })
  return [
    ...named('traefik.ingress.kubernetes.io/router.middlewares').map((name) => annotatedGuards(name, around)),
    ...named('konghq.com/plugins').map((name) => pluginGuards(name, owner.object, around)),
    policies.length === 0 ? NO_GUARDS : nginxGuards(policies, owner.object, around),
  ]
}

/** Whether either a sign-in or an allowed source is enough. */
export function isEitherEnough(annotations: ReadonlyMap<string, string>): boolean {
  return annotations.get(`${NGINX}/satisfy`) === 'any'
}

/** A client certificate that is optional keeps nobody out. */
function clientCertificates(annotations: ReadonlyMap<string, string>): readonly string[] {
  return CERTIFICATES.flatMap(([annotation, verify]) => {
    const secret = annotations.get(annotation)
    return secret !== undefined && (annotations.get(verify) ?? 'on') === 'on'
      ? [`auth-tls-secret ${secret}`]
      : []
  })
}

function albAuth(annotations: ReadonlyMap<string, string>): readonly string[] {
  const type = annotations.get(`${ALB}/auth-type`) ?? 'none'
  const lets = annotations.get(`${ALB}/auth-on-unauthenticated-request`) === 'allow'
  const words = type === 'none' || lets ? [] : [`auth-type ${type}`]
  const mutual = annotations.get(`${ALB}/mutual-authentication`) ?? ''
  return /"mode"\s*:\s*"verify"/i.test(mutual) ? [...words, 'client certificate'] : words
}
