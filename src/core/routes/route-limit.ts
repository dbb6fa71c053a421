import { isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { listIn } from './members.ts'
import { openRoute, type RouteOwner } from './open-route.ts'

/** More routes than these nobody looks through, and a small file can ask for millions. */
const MOST_ROUTES = 20_000

/** Whether the hosts of an object times its rules are too many to be listed. */
export function isTooWide(object: JsonObject): boolean {
  const hosts = Math.max(...HOSTS.map((key) => listIn(object, 'spec', key).length), aliasesOf(object), 1)
  const rules = RULES.reduce((sum, key) => sum + sizeOf(listIn(object, 'spec', key)), 0)
  return hosts * Math.max(rules, 1) > MOST_ROUTES
}

/** What stands for routes that are not listed: open to anybody. */
export function unlistedRoutes(owner: RouteOwner): readonly Route[] {
  const backend = `more than ${String(MOST_ROUTES)} routes, which are not listed`
  return [openRoute({ ...owner, host: '*', path: '/', pathType: 'Any', backend })]
}

const HOSTS = ['hostnames', 'hosts', 'addresses', 'externalIPs'] as const
const RULES = ['rules', 'http', 'tls', 'tcp', 'routes', 'listeners', 'servers', 'ports'] as const

function aliasesOf(object: JsonObject): number {
  const metadata = object['metadata']
  const annotations = isJsonObject(metadata) ? metadata['annotations'] : undefined
  if (!isJsonObject(annotations)) return 0
  const alias = annotations['nginx.ingress.kubernetes.io/server-alias']
  return typeof alias === 'string' ? alias.split(/[,\s]/).length + 1 : 0
}

/** The entries of a list, each as often as it has matches, paths or hosts in it. */
function sizeOf(rules: readonly Json[]): number {
  return rules.reduce<number>((sum, rule) => sum + Math.max(1, widest(rule, 2)), 0)
}

function widest(value: Json | undefined, depth: number): number {
  if (!isJsonObject(value)) return 0
  return Object.values(value).reduce<number>((most, member) => {
    if (isJsonList(member)) return Math.max(most, member.length)
    return depth > 0 ? Math.max(most, widest(member, depth - 1)) : most
  }, 0)
}
