import { celFunc, CelScalar, type CelFunc, type CelValue, isCelList, listType, mapType } from '@bufbuild/cel'
import { coversHost, hostOf } from '../../../model/hosts.ts'
import { hostsOf, hostsOfRoutes } from '../domain/hosts-of.ts'
import { openedRoutes, routeUrl } from '../domain/opened-routes.ts'
import { charge } from '../meter.ts'
import { listOf, objectList, objectOrNull } from './json-values.ts'

const { BOOL, DYN, STRING } = CelScalar
const MAP = mapType(STRING, DYN)

/** Hosts of objects and of routes, and which routes let somebody in. */
export const routeFunctions: readonly CelFunc[] = [
  celFunc('hosts', [DYN], listType(STRING), (from) => hostList(hostsIn(from))),
  celFunc('hostCovers', [STRING, STRING], BOOL, (pattern, host) => coversHost(hostOf(pattern), hostOf(host))),
  celFunc('opened', [MAP], listType(MAP), (routes) => listOf(openedRoutes(objectOrNull('opened', routes)))),
  celFunc('url', [MAP], STRING, (route) => routeUrl(objectOrNull('url', route))),
]

/** To bring one host into its form. */
const HOST_STEPS = 5

function hostList(hosts: readonly string[]): ReturnType<typeof listOf> {
  charge(hosts.length * HOST_STEPS)
  return listOf(hosts)
}

function hostsIn(from: CelValue): readonly string[] {
  return isCelList(from) ? hostsOfRoutes(objectList('hosts', from)) : hostsOf(objectOrNull('hosts', from))
}
