import type { Json } from '../../../model/json.ts'
import type { KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder, shared, some } from './list-rule.ts'

/** Ingresses and the annotations of their controllers. */
export const INGRESS: readonly KindFacts[] = [
  {
    kinds: ['networking.k8s.io/Ingress'],
    lists: {
      'spec.rules': keyed(['host', '']),
      'spec.rules[].http.paths': keyedInOrder(
        [
          ['path', ''],
          ['pathType', ''],
        ],
        some('pathType', isForController),
      ),
      // Of two certificates for one host the first is taken.
      'spec.tls': keyedInOrder([['secretName', '']], shared('hosts')),
    },
    sets: ['spec.tls[].hosts'],
    emptyIsAbsent: [
      'spec.tls',
      'spec.tls[].hosts',
      'spec.tls[].secretName',
      'spec.rules',
      'spec.rules[].host',
    ],
    addressTexts: [
      nginx('whitelist-source-range'),
      nginx('allowlist-source-range'),
      nginx('denylist-source-range'),
      nginx('limit-whitelist'),
      nginx('limit-allowlist'),
      "metadata.annotations['alb.ingress.kubernetes.io/inbound-cidrs']",
    ],
    aliases: {
      [nginx('whitelist-source-range')]: 'nginx.ingress.kubernetes.io/allowlist-source-range',
      [nginx('limit-whitelist')]: 'nginx.ingress.kubernetes.io/limit-allowlist',
    },
  },
  {
    kinds: ['networking.k8s.io/IngressClass'],
    defaults: { v1: { 'spec.parameters.scope': 'Cluster' } },
  },
]

function nginx(name: string): string {
  return `metadata.annotations['nginx.ingress.kubernetes.io/${name}']`
}

/** Exact and Prefix paths are matched by length; how any other path is ordered is the controller's own affair. */
function isForController(pathType: Json | undefined): boolean {
  return pathType !== 'Exact' && pathType !== 'Prefix'
}
