import { below, type KindFacts } from './kind-facts.ts'

const GROUPS = ['traefik.io', 'traefik.containo.us']
const LISTS = ['spec.ipAllowList', 'spec.ipWhiteList']

/** Traefik. Requests pass through `middlewares` in their order. */
export const TRAEFIK: readonly KindFacts[] = [
  {
    kinds: GROUPS.flatMap((group) => [
      `${group}/IngressRoute`,
      `${group}/IngressRouteTCP`,
      `${group}/IngressRouteUDP`,
    ]),
    unordered: ['spec.entryPoints'],
  },
  {
    kinds: GROUPS.flatMap((group) => [`${group}/Middleware`, `${group}/MiddlewareTCP`]),
    addressLists: [
      ...below(LISTS, ['sourceRange']),
      ...below(['spec.ipAllowList'], ['ipStrategy.excludedIPs']),
    ],
  },
]
