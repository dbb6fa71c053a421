import { maskText } from '../../diff/secrets/mask-text.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { ObjectRef } from '../../model/object-ref.ts'
import { allGuards, type Guards, NO_GUARDS, sureGuards } from '../guards.ts'
import { signInNames } from '../sign-in-names.ts'
import { hasIn, listIn, objectIn, textIn, textsIn } from '../members.ts'
import type { Neighbour, Neighbours } from '../neighbours.ts'
import { sourcesOf } from '../sources.ts'

const GROUPS = ['traefik.io', 'traefik.containo.us']

/**
 * What a middleware guards. One that is known is told by what it does; one that is not, by a name that speaks of
 * signing in.
 */
export function middlewareGuards(
  name: string,
  namespace: string | null,
  around: Neighbours,
  kind = 'Middleware',
): Guards {
  return guardsOf(name, namespace, around, kind, new Set())
}

/** The guards of an Ingress's middleware list: `namespace-name@kubernetescrd`, or a name of another provider. */
export function annotatedGuards(name: string, around: Neighbours): Guards {
  const short = name.replace(/@kubernetescrd$/, '')
  const known = GROUPS.flatMap((group) => around.all(`${group}/Middleware`)).find(
    ({ object }) => short !== name && `${object.namespace ?? ''}-${object.name}` === short,
  )
  return known ? { ...middlewareGuards(known.object.name, known.object.namespace, around) } : byName(name)
}

/** Each middleware once: chains may name one more often, or even themselves. */
function guardsOf(
  name: string,
  namespace: string | null,
  around: Neighbours,
  kind: string,
  seen: Set<string>,
): Guards {
  const key = `${namespace ?? ''}/${name}`
  if (seen.has(key)) return NO_GUARDS
  seen.add(key)
  const found = GROUPS.map((group) => around.find(`${group}/${kind}`, namespace, name))
  const objects = found.flatMap((one) => one.objects)
  if (objects.length === 0 || found.some(({ state }) => state === 'partial')) return byName(name)
  return sureGuards(objects.map((object) => guardsIn(object, around, kind, seen)))
}

function byName(name: string): Guards {
  return { ...NO_GUARDS, auth: signInNames([name]).length > 0 ? `middleware ${name}` : null }
}

function guardsIn(middleware: Neighbour, around: Neighbours, kind: string, seen: Set<string>): Guards {
  const { object, value } = middleware
  const spec = objectIn(value, 'spec')
  const chain = listIn(spec, 'chain', 'middlewares').map((link) =>
    guardsOf(textIn(link, 'name'), textIn(link, 'namespace') || object.namespace, around, kind, seen),
  )
  const allowed = ['ipAllowList', 'ipWhiteList'].flatMap((member) => textsIn(spec, member, 'sourceRange'))
  const own = { auth: signInOf(object, spec), sources: sourcesOf(allowed), via: [object] }
  return allGuards([own, ...chain])
}

const SIGN_IN = [
  'forwardAuth',
  'basicAuth',
  'digestAuth',
  'oidc',
  'jwt',
  'ldap',
  'oAuthClientCredentials',
  'apiKey',
  'hmac',
]

function signInOf(object: ObjectRef, spec: JsonObject): string | null {
  const kinds = SIGN_IN.filter((member) => hasIn(spec, member)).map((member) =>
    told(member, spec[member] ?? null),
  )
  const plugins = signInNames(Object.keys(objectIn(spec, 'plugin'))).map((plugin) => `plugin ${plugin}`)
  const words = [...kinds, ...plugins]
  return words.length === 0 ? null : `middleware ${object.name} (${words.join(', ')})`
}

function told(member: string, value: Json): string {
  const address = textIn(value, 'address')
  return address === '' ? member : `${member} ${maskText(address, () => '***')}`
}
