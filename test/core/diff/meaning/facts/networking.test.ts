import { type Case, meansAnother, meansTheSame } from './meaning-cases.ts'

const SERVICE = 'v1/Service'
const POLICY = 'networking.k8s.io/v1/NetworkPolicy'
const INGRESS = 'networking.k8s.io/v1/Ingress'
const ROUTE = 'gateway.networking.k8s.io/v1/HTTPRoute'
const AUTHORIZATION = 'security.istio.io/v1/AuthorizationPolicy'
const VIRTUAL_SERVICE = 'networking.istio.io/v1/VirtualService'

const ranges = (name: string, old: string, now: string): Case => [
  name,
  SERVICE,
  `spec: {loadBalancerSourceRanges: ${old}}`,
  `spec: {loadBalancerSourceRanges: ${now}}`,
]

meansTheSame([
  ['a target port', SERVICE, 'spec: {ports: [{port: 80, targetPort: 80}]}', 'spec: {ports: [{port: 80}]}'],
  ['what outside traffic may do', SERVICE, 'spec: {externalTrafficPolicy: Cluster}', 'spec: {}'],
  ranges('a range within another', '[10.0.0.0/8, 10.1.0.0/16]', '[10.0.0.0/8]'),
  ranges('ranges in another order', '[10.0.0.0/8, 192.0.2.0/24]', '[192.0.2.0/24, 10.0.0.0/8]'),
  ranges('two halves', '[10.0.0.0/9, 10.128.0.0/9]', '[10.0.0.0/8]'),
  ranges('host bits', '[10.1.2.3/8]', '[10.0.0.0/8]'),
  ranges('both families', '["::/0", 10.0.0.0/8]', '[10.0.0.0/8, "0::/0"]'),
  ranges('none', '[]', 'null'),
  [
    'policy types without rules for egress',
    POLICY,
    'spec: {podSelector: {}, policyTypes: [Ingress]}',
    'spec: {podSelector: {}}',
  ],
  [
    'policy types with rules for egress',
    POLICY,
    'spec: {podSelector: {}, policyTypes: [Egress, Ingress], egress: [{}]}',
    'spec: {podSelector: {}, egress: [{}]}',
  ],
  ['no way in', POLICY, 'spec: {podSelector: {}, ingress: []}', 'spec: {podSelector: {}}'],
  [
    'endpoints',
    'discovery.k8s.io/v1/EndpointSlice',
    'endpoints: [{addresses: [10.0.0.1]}, {addresses: [10.0.0.2]}]',
    'endpoints: [{addresses: [10.0.0.2]}, {addresses: [10.0.0.1]}]',
  ],
  [
    'a rule for every host',
    INGRESS,
    'spec: {rules: [{host: "", http: {paths: []}}]}',
    'spec: {rules: [{http: {paths: []}}]}',
  ],
  [
    'where a route hangs',
    ROUTE,
    'spec: {parentRefs: [{name: a}, {name: b, group: gateway.networking.k8s.io, kind: Gateway}]}',
    'spec: {parentRefs: [{name: b}, {name: a}]}',
  ],
  [
    'the weight of a backend',
    ROUTE,
    'spec: {rules: [{backendRefs: [{name: a, port: 1, weight: 1, kind: Service, group: ""}]}]}',
    'spec: {rules: [{backendRefs: [{name: a, port: 1}]}]}',
  ],
  [
    'a route for every path',
    ROUTE,
    'spec: {rules: [{matches: [{path: {type: PathPrefix, value: /}}]}]}',
    'spec: {rules: [{}]}',
  ],
  [
    'matches and headers in another order',
    ROUTE,
    'spec: {rules: [{matches: [{headers: [{name: a, value: x}, {name: b, value: y}]}, {method: GET}]}]}',
    'spec: {rules: [{matches: [{method: GET}, {headers: [{name: b, value: y, type: Exact}, {name: a, value: x}]}]}]}',
  ],
  [
    'a timeout',
    ROUTE,
    'spec: {rules: [{timeouts: {request: 60s}}]}',
    'spec: {rules: [{timeouts: {request: 1m}}]}',
  ],
  [
    'who may refer',
    'gateway.networking.k8s.io/v1beta1/ReferenceGrant',
    'spec: {from: [{kind: a}, {kind: b}], to: [{kind: c}, {kind: d}]}',
    'spec: {from: [{kind: b}, {kind: a}], to: [{kind: d}, {kind: c}]}',
  ],
  [
    'routes of the same namespace',
    'gateway.networking.k8s.io/v1/Gateway',
    'spec: {listeners: [{name: a, allowedRoutes: {namespaces: {from: Same}}}]}',
    'spec: {listeners: [{name: a}]}',
  ],
  [
    'rules of an authorization',
    AUTHORIZATION,
    'spec: {action: ALLOW, rules: [{to: [{operation: {methods: [GET, PUT]}}]}, {from: [{source: {ipBlocks: [10.0.0.0/8, 10.1.0.0/16]}}]}]}',
    'spec: {rules: [{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}, {to: [{operation: {methods: [PUT, GET]}}]}]}',
  ],
  [
    'hosts and matches',
    VIRTUAL_SERVICE,
    'spec: {hosts: [a, b], gateways: [c, mesh], http: [{match: [{port: 1}, {port: 2}]}]}',
    'spec: {hosts: [b, a], gateways: [mesh, c], http: [{match: [{port: 2}, {port: 1}]}]}',
  ],
  [
    'who may come in',
    'traefik.io/v1alpha1/Middleware',
    'spec: {ipAllowList: {sourceRange: [10.1.0.0/16, 10.0.0.0/8]}}',
    'spec: {ipAllowList: {sourceRange: [10.0.0.0/8]}}',
  ],
  [
    'entry points',
    'traefik.io/v1alpha1/IngressRoute',
    'spec: {entryPoints: [web, websecure]}',
    'spec: {entryPoints: [websecure, web]}',
  ],
])

meansAnother([
  [
    'a target port that is a name',
    SERVICE,
    'spec: {ports: [{port: 80, targetPort: "80"}]}',
    'spec: {ports: [{port: 80}]}',
  ],
  [
    'another target port',
    SERVICE,
    'spec: {ports: [{port: 80, targetPort: 8080}]}',
    'spec: {ports: [{port: 80}]}',
  ],
  ranges('a wider range', '[10.0.0.0/8]', '[10.0.0.0/7]'),
  ranges('a range less', '[10.0.0.0/8, 192.0.2.0/24]', '[10.0.0.0/8]'),
  ranges('a gap', '[10.0.0.0/9, 10.129.0.0/16]', '[10.0.0.0/8]'),
  ranges('both families and one', '["::/0", 0.0.0.0/0]', '[0.0.0.0/0]'),
  ranges('something that is no range', '[10.0.0.0/8, office]', '[10.0.0.0/8]'),
  ranges('the whole internet', '[0.0.0.0/0]', 'null'),
  [
    'types that leave egress open',
    POLICY,
    'spec: {egress: [{}], policyTypes: [Ingress]}',
    'spec: {egress: [{}]}',
  ],
  ['types that close egress', POLICY, 'spec: {policyTypes: [Egress]}', 'spec: {}'],
  ['a rule that lets all in', POLICY, 'spec: {ingress: [{}]}', 'spec: {ingress: []}'],
  [
    'every namespace and none',
    POLICY,
    'spec: {ingress: [{from: [{namespaceSelector: {}}]}]}',
    'spec: {ingress: [{from: [{}]}]}',
  ],
  [
    'the order of rules of a route',
    ROUTE,
    'spec: {rules: [{name: a}, {name: b}]}',
    'spec: {rules: [{name: b}, {name: a}]}',
  ],
  [
    'the order of filters',
    ROUTE,
    'spec: {rules: [{filters: [{type: a}, {type: b}]}]}',
    'spec: {rules: [{filters: [{type: b}, {type: a}]}]}',
  ],
  [
    'the order of certificates',
    'gateway.networking.k8s.io/v1/Gateway',
    'spec: {listeners: [{name: a, tls: {certificateRefs: [{name: x}, {name: y}]}}]}',
    'spec: {listeners: [{name: a, tls: {certificateRefs: [{name: y}, {name: x}]}}]}',
  ],
  [
    'a weight',
    ROUTE,
    'spec: {rules: [{backendRefs: [{name: a, weight: 0}]}]}',
    'spec: {rules: [{backendRefs: [{name: a}]}]}',
  ],
  [
    'the order of routes',
    VIRTUAL_SERVICE,
    'spec: {http: [{name: a}, {name: b}]}',
    'spec: {http: [{name: b}, {name: a}]}',
  ],
  ['a rule that matches all', AUTHORIZATION, 'spec: {rules: [{}]}', 'spec: {}'],
  ['an authorization that denies', AUTHORIZATION, 'spec: {action: DENY}', 'spec: {}'],
  [
    'the order of middlewares',
    'traefik.io/v1alpha1/IngressRoute',
    'spec: {routes: [{middlewares: [{name: a}, {name: b}]}]}',
    'spec: {routes: [{middlewares: [{name: b}, {name: a}]}]}',
  ],
])
