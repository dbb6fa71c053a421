import { maskText } from '../diff/secret-words.ts'

const NGINX = 'nginx.ingress.kubernetes.io'
const ALB = 'alb.ingress.kubernetes.io'

/** Annotations of which the mere presence means that people have to sign in, with the word for it. */
const SIGN_IN: readonly (readonly [annotation: string, word: string])[] = [
  [`${NGINX}/auth-url`, 'auth-url'],
  [`${NGINX}/auth-type`, 'auth-type'],
  ['haproxy.org/auth-type', 'auth-type'],
  ['haproxy-ingress.github.io/auth-url', 'auth-url'],
  ['haproxy-ingress.github.io/auth-secret', 'auth-secret'],
  ['haproxy-ingress.github.io/auth-tls-secret', 'auth-tls-secret'],
  ['nginx.org/basic-auth-secret', 'basic-auth-secret'],
  ['nginx.com/jwt-key', 'jwt-key'],
]

/** Annotations that name plugins; one that signs people in can only be told by its name. */
const PLUGINS: readonly (readonly [annotation: string, word: string])[] = [
  ['traefik.ingress.kubernetes.io/router.middlewares', 'middleware'],
  ['konghq.com/plugins', 'plugin'],
]

/** What signs people in at an Ingress, in words, by the annotations of known controllers; null for nobody. */
export function ingressAuth(annotations: ReadonlyMap<string, string>): string | null {
  const words: string[] = []
  for (const [annotation, word] of SIGN_IN) {
    const value = annotations.get(annotation)
    if (value !== undefined) words.push(`${word} ${maskText(value, () => '***')}`)
  }
  words.push(...clientCertificate(annotations), ...albAuth(annotations), ...pluginAuth(annotations))
  if (words.length === 0) return null
  const any = annotations.get(`${NGINX}/satisfy`) === 'any' ? ' (or an allowed source)' : ''
  return words.join(', ') + any
}

/** Names of plugins that speak of signing in. */
export function signInNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => /auth|oidc|jwt|sso|login/i.test(name))
}

/** A client certificate that is optional keeps nobody out. */
function clientCertificate(annotations: ReadonlyMap<string, string>): readonly string[] {
  const secret = annotations.get(`${NGINX}/auth-tls-secret`)
  const verify = annotations.get(`${NGINX}/auth-tls-verify-client`) ?? 'on'
  return secret !== undefined && verify === 'on' ? [`auth-tls-secret ${secret}`] : []
}

function albAuth(annotations: ReadonlyMap<string, string>): readonly string[] {
  const type = annotations.get(`${ALB}/auth-type`) ?? 'none'
  const lets = annotations.get(`${ALB}/auth-on-unauthenticated-request`) === 'allow'
  return type === 'none' || lets ? [] : [`auth-type ${type}`]
}

function pluginAuth(annotations: ReadonlyMap<string, string>): readonly string[] {
  return PLUGINS.flatMap(([annotation, word]) => {
    const names = (annotations.get(annotation) ?? '').split(',').map((name) => name.trim())
    return signInNames(names).map((name) => `${word} ${name}`)
  })
}
