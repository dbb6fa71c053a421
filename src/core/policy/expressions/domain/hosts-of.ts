import { hostOf } from '../../../model/hosts.ts'
import type { Json, JsonObject } from '../../../model/json.ts'
import { groupOf, kindOf, objectsAt, textsAt, valueAt } from './members.ts'

/**
 * The hosts that an object asks traffic for, as routes name them, each once: `*` where it leaves the host open. None of
 * kinds that name no hosts.
 */
export function hostsOf(object: Json): readonly string[] {
  const group = groupOf(object)
  const read = FAMILIES.find(({ groups, kinds }) => groups.test(group) && kinds.test(kindOf(object)))?.read
  return read ? [...new Set(read(object).map(hostOf))] : []
}

/** The hosts of routes, each once. */
export function hostsOfRoutes(routes: readonly JsonObject[]): readonly string[] {
  return [...new Set(routes.flatMap((route) => textsAt(route, 'host')))]
}

interface Family {
  readonly groups: RegExp
  readonly kinds: RegExp
  readonly read: (object: Json) => readonly string[]
}

const FAMILIES: readonly Family[] = [
  { groups: /^(?:networking\.k8s\.io|extensions)$/, kinds: /^Ingress$/, read: ingressHosts },
  {
    groups: /^gateway\.networking\./,
    kinds: /Route$/,
    read: (object) => orAny(textsAt(object, 'spec', 'hostnames')),
  },
  { groups: /^gateway\.networking\./, kinds: /^(?:Gateway|X?ListenerSet)$/, read: listenerHosts },
  {
    groups: /^networking\.istio\.io$/,
    kinds: /^VirtualService$/,
    read: (object) => textsAt(object, 'spec', 'hosts'),
  },
  { groups: /^networking\.istio\.io$/, kinds: /^Gateway$/, read: istioServerHosts },
  { groups: /^traefik\.(?:io|containo\.us)$/, kinds: /^IngressRoute(?:TCP)?$/, read: traefikHosts },
  {
    groups: /^route\.openshift\.io$/,
    kinds: /^Route$/,
    read: (object) => orAny(textsAt(object, 'spec', 'host')),
  },
  {
    groups: /^projectcontour\.io$/,
    kinds: /^HTTPProxy$/,
    read: (object) => textsAt(object, 'spec', 'virtualhost', 'fqdn'),
  },
  {
    groups: /^k8s\.nginx\.org$/,
    kinds: /^(?:Virtual|Transport)Server$/,
    read: (object) => orAny(textsAt(object, 'spec', 'host')),
  },
]

const ALIASES = ['nginx.ingress.kubernetes.io/server-alias', 'haproxy-ingress.github.io/server-alias']

function ingressHosts(object: Json): readonly string[] {
  const hosts = objectsAt(object, 'spec', 'rules').flatMap((rule) => orAny(textsAt(rule, 'host')))
  const aliases = ALIASES.flatMap((name) => textsAt(object, 'metadata', 'annotations', name))
  const others = valueAt(object, 'spec', 'defaultBackend') ?? valueAt(object, 'spec', 'backend')
  return [
    ...hosts,
    ...aliases.flatMap((text) => text.split(/[\s,]+/).filter((alias) => alias !== '')),
    ...(others === null ? [] : ['*']),
  ]
}

function listenerHosts(object: Json): readonly string[] {
  return objectsAt(object, 'spec', 'listeners').flatMap((listener) => orAny(textsAt(listener, 'hostname')))
}

/** A host may have the namespace before it whose services it is for. */
function istioServerHosts(object: Json): readonly string[] {
  return objectsAt(object, 'spec', 'servers')
    .flatMap((server) => textsAt(server, 'hosts'))
    .map((host) => host.slice(host.indexOf('/') + 1))
}

/** A rule that names no host, excludes one or gives a pattern is for any: what it says besides is not worked out. */
function traefikHosts(object: Json): readonly string[] {
  return objectsAt(object, 'spec', 'routes').flatMap((route) => {
    const [rule = ''] = textsAt(route, 'match')
    const named = [...rule.matchAll(/\bHost(?:Header|SNI)?\(([^)]*)\)/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/`([^`]*)`|"([^"]*)"/g)].map(([, raw, quoted]) => raw ?? quoted ?? ''),
    )
    return /!|\bHost(?:SNI)?Regexp\b/.test(rule) ? [...named, '*'] : orAny(named)
  })
}

function orAny(hosts: readonly string[]): readonly string[] {
  return hosts.length === 0 ? ['*'] : hosts
}
