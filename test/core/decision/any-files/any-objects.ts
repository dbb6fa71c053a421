import { type Blueprint, map, type MapPlan, ordered, unordered, value } from './blueprint.ts'
import type { Random } from './random.ts'

/** An object of some kind with a name of its own. */
export function anyObject(random: Random, title: string): MapPlan {
  return random.pick(KINDS)(random, title)
}

const KINDS: readonly [Make, ...Make[]] = [
  deployment,
  statefulSet,
  service,
  ingress,
  networkPolicy,
  configMap,
  secret,
  role,
  httpRoute,
  application,
  thing,
]

type Make = (random: Random, title: string) => MapPlan

const QUANTITIES: readonly [readonly unknown[], ...(readonly unknown[])[]] = [
  ['1', 1, '1000m', '1.0'],
  ['500m', 0.5, '0.5'],
  ['1Gi', '1024Mi', 1_073_741_824],
  ['1k', 1000, '1e3'],
]

/** Texts that are something else in YAML when they stand there without quotes. */
const TEXTS: readonly [string, ...string[]] = [
  'plain',
  'yes',
  'on',
  '012',
  '1e3',
  'null',
  '~',
  '',
  '- a',
  'a: b',
  '# no comment',
  'two\nlines\n',
  "it's",
  '"quoted"',
  ' padded ',
  '0x1F',
  '2026-01-01',
  '{{ a }}',
  '1_000',
  '<<',
]

function text(random: Random): Blueprint {
  return value('edited', random.pick(TEXTS))
}

function quantity(random: Random): Blueprint {
  return value('17', ...random.pick(QUANTITIES))
}

function fixed(one: string | number): Blueprint {
  return value(undefined, one)
}

/** Some entries, each with its own name. */
function some(random: Random, make: (title: string) => Blueprint): readonly Blueprint[] {
  return random
    .shuffle(['a', 'b', 'c', 'd'])
    .slice(0, 1 + random.below(4))
    .map(make)
}

function texts(random: Random): MapPlan {
  const keys = random.shuffle(['a', 'b.c/d', 'yes', '1', 'e-f']).slice(0, 1 + random.below(5))
  return map(Object.fromEntries(keys.map((key) => [key, text(random)])))
}

function object(apiVersion: string, kind: string, title: string, random: Random, rest: MapPlan): MapPlan {
  const annotations = random.once(2) ? { annotations: texts(random) } : {}
  const metadata = map(
    { name: fixed(title), namespace: fixed('shop'), ...annotations },
    { labels: [{}, null], finalizers: [[], null] },
  )
  return map({ apiVersion: fixed(apiVersion), kind: fixed(kind), metadata, ...rest.members }, rest.silent)
}

function container(random: Random, title: string): Blueprint {
  return map(
    {
      name: fixed(title),
      image: value('edited:1', 'web:1'),
      args: ordered(...some(random, (one) => value('edited', one))),
      env: unordered(
        ...some(random, (one) => map({ name: fixed(one), value: value('edited', `value of ${one}`) })),
      ),
      ports: unordered(
        map({ containerPort: fixed(53), name: value('edited', 'dns') }, { protocol: ['TCP'], hostPort: [0] }),
        map({ containerPort: fixed(53), protocol: fixed('UDP'), name: value('edited', 'dns-udp') }),
      ),
      resources: map(
        { limits: map({ cpu: quantity(random), memory: quantity(random) }) },
        { requests: [{}, null] },
      ),
      readinessProbe: map(
        { periodSeconds: value(7, 5) },
        { timeoutSeconds: [1, null], failureThreshold: [3] },
      ),
    },
    {
      imagePullPolicy: ['IfNotPresent', null],
      command: [[], null],
      tty: [false],
      terminationMessagePolicy: ['File'],
      volumeMounts: [[]],
    },
  )
}

function podTemplate(random: Random): Blueprint {
  const spec = map(
    {
      containers: ordered(container(random, 'main'), container(random, 'side')),
      volumes: unordered(
        ...some(random, (one) =>
          map({
            name: fixed(one),
            secret: map({ secretName: value('edited', one) }, { defaultMode: [420] }),
          }),
        ),
      ),
      tolerations: unordered(...some(random, (one) => map({ key: fixed(one) }))),
    },
    {
      restartPolicy: ['Always', null],
      dnsPolicy: ['ClusterFirst'],
      hostNetwork: [false, null],
      initContainers: [[], null],
    },
  )
  return map({
    metadata: map(
      { labels: map({ app: fixed('web') }) },
      { annotations: [{}, null], creationTimestamp: [null] },
    ),
    spec,
  })
}

function deployment(random: Random, title: string): MapPlan {
  const spec = map(
    {
      selector: map({ matchLabels: map({ app: fixed('web') }) }),
      template: podTemplate(random),
      minReadySeconds: value(9, 5),
    },
    { replicas: [1, null], revisionHistoryLimit: [10], strategy: [{}, null, { type: 'RollingUpdate' }] },
  )
  return object(
    'apps/v1',
    'Deployment',
    title,
    random,
    map({ spec }, { status: [{}, null, { replicas: 3 }] }),
  )
}

function statefulSet(random: Random, title: string): MapPlan {
  const claim = (one: string): Blueprint =>
    map({
      metadata: map({ name: fixed(one) }),
      spec: map({
        accessModes: unordered(fixed('ReadWriteOnce'), fixed('ReadOnlyMany')),
        resources: map({ requests: map({ storage: quantity(random) }) }),
      }),
    })
  const spec = map(
    {
      template: podTemplate(random),
      replicas: value(5, 3),
      volumeClaimTemplates: unordered(...some(random, claim)),
    },
    { podManagementPolicy: ['OrderedReady'], updateStrategy: [{}, { type: 'RollingUpdate' }] },
  )
  return object('apps/v1', 'StatefulSet', title, random, map({ spec }))
}

function service(random: Random, title: string): MapPlan {
  const spec = map(
    {
      selector: map({ app: value('edited', 'web') }),
      ports: unordered(
        map({ port: fixed(80), name: value('edited', 'http') }, { targetPort: [80], protocol: ['TCP'] }),
        map({ port: fixed(53), protocol: fixed('UDP'), targetPort: value('edited', 'dns') }),
        map({ port: fixed(53), targetPort: value(54, 5353) }, { protocol: ['TCP', null] }),
      ),
    },
    { type: ['ClusterIP', null], sessionAffinity: ['None'], loadBalancerSourceRanges: [[], null] },
  )
  return object('v1', 'Service', title, random, map({ spec }))
}

function ingress(random: Random, title: string): MapPlan {
  const path = (one: string): Blueprint =>
    map({
      path: fixed(`/${one}`),
      pathType: fixed('Prefix'),
      backend: map({ service: map({ name: value('edited', one), port: map({ number: value(81, 80) }) }) }),
    })
  const rule = (one: string): Blueprint =>
    map({ host: fixed(`${one}.example.com`), http: map({ paths: unordered(...some(random, path)) }) })
  return object(
    'networking.k8s.io/v1',
    'Ingress',
    title,
    random,
    map({
      spec: map(
        { rules: unordered(...some(random, rule)), ingressClassName: value('edited', 'nginx') },
        { tls: [[], null] },
      ),
    }),
  )
}

function networkPolicy(random: Random, title: string): MapPlan {
  const peer = (one: string): Blueprint =>
    map({ podSelector: map({ matchLabels: map({ app: fixed(one) }) }) })
  const rule = (one: string): Blueprint =>
    map({
      from: unordered(...some(random, peer)),
      ports: unordered(map({ port: fixed(one) }, { protocol: ['TCP'] })),
    })
  const spec = map(
    {
      podSelector: map({ matchLabels: map({ app: value('edited', 'web') }) }),
      ingress: unordered(...some(random, rule)),
    },
    { policyTypes: [['Ingress'], [], null], egress: [[], null] },
  )
  return object('networking.k8s.io/v1', 'NetworkPolicy', title, random, map({ spec }))
}

function configMap(random: Random, title: string): MapPlan {
  return object(
    'v1',
    'ConfigMap',
    title,
    random,
    map({ data: texts(random) }, { immutable: [false], binaryData: [{}, null] }),
  )
}

function secret(random: Random, title: string): MapPlan {
  const data = map({ a: value('ZWRpdGVk', 'YQ=='), b: fixed('Yg==') })
  return object(
    'v1',
    'Secret',
    title,
    random,
    map({ data }, { type: ['Opaque', null], stringData: [{ b: 'b' }, {}] }),
  )
}

function role(random: Random, title: string): MapPlan {
  const rule = (one: string): Blueprint =>
    map(
      {
        apiGroups: unordered(fixed('')),
        resources: unordered(fixed(one)),
        verbs: unordered(fixed('get'), fixed('list')),
      },
      { resourceNames: [[], null] },
    )
  return object(
    'rbac.authorization.k8s.io/v1',
    'Role',
    title,
    random,
    map({ rules: unordered(...some(random, rule)) }),
  )
}

function httpRoute(random: Random, title: string): MapPlan {
  const backend = (one: string): Blueprint =>
    map(
      { name: fixed(one), port: fixed(80), filters: ordered(map({ type: value('edited', 'a') })) },
      { weight: [1], kind: ['Service'] },
    )
  const rule = map({ backendRefs: unordered(...some(random, backend)) })
  const spec = map({
    hostnames: unordered(fixed('a.example.com'), fixed('b.example.com')),
    parentRefs: unordered(
      map({ name: fixed('a') }, { kind: ['Gateway'] }),
      map({ name: fixed('b'), sectionName: fixed('x') }),
    ),
    rules: ordered(rule, map({ backendRefs: unordered(backend('z')) })),
  })
  return object('gateway.networking.k8s.io/v1', 'HTTPRoute', title, random, map({ spec }))
}

function application(random: Random, title: string): MapPlan {
  const helm = map({
    valueFiles: ordered(...some(random, (one) => value('edited', `${one}.yaml`))),
    parameters: unordered(...some(random, (one) => map({ name: fixed(one), value: text(random) }))),
  })
  const syncPolicy = map({
    syncOptions: unordered(fixed('A=true'), fixed('B=true')),
    automated: map({ prune: value(false, true) }, { selfHeal: [false] }),
  })
  const spec = map({ source: map({ repoURL: value('edited', 'https://example.com/a'), helm }), syncPolicy })
  return object('argoproj.io/v1alpha1', 'Application', title, random, map({ spec }))
}

function thing(random: Random, title: string): MapPlan {
  const spec = map({
    steps: ordered(...some(random, (one) => map({ run: value('edited', one) }))),
    size: value(2, 1),
    more: texts(random),
  })
  return object('example.com/v1', 'Thing', title, random, map({ spec }))
}
