import { describe, expect, it } from 'vitest'

import { builtinSchemas } from '../../../src/adapters/files/kind-schemas.ts'
import { checkObject, newIssues } from '../../../src/core/schema/check-object.ts'
import { yaml } from '../../support/manifest.ts'

/** The issues of a YAML text as `line code`, with the text of one where it matters. */
function issuesOf(source: string, path = 'a.yaml'): readonly string[] {
  return yaml(source, path)
    .flatMap(({ manifest }) => checkObject(manifest, builtinSchemas))
    .map(({ line, column, code }) => `${String(line)}:${String(column)} ${code}`)
}

function textsOf(source: string): string {
  return yaml(source)
    .flatMap(({ manifest }) => checkObject(manifest, builtinSchemas))
    .map(({ text }) => text)
    .join('\n')
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: example/web:1
          ports:
            - {name: http, containerPort: 8080}
          volumeMounts:
            - {name: data, mountPath: /data}
          env:
            - {name: MODE, value: "on"}
          resources:
            requests: {cpu: 100m}
            limits: {cpu: 1}
      volumes:
        - {name: data, emptyDir: {}}
`

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports:
    - {name: http, port: 80, targetPort: http}
`

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  tls:
    - hosts: [shop.example]
  rules:
    - host: shop.example
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
`

const SECRET = `apiVersion: v1
kind: Secret
metadata:
  name: web
data:
  key: aHVudGVyMg==
`

interface Case {
  readonly name: string
  readonly of: string
  readonly change: readonly [string, string]
  readonly expected: readonly string[]
}

const CASES: readonly Case[] = [
  { name: 'a Deployment that is good', of: DEPLOYMENT, change: ['', ''], expected: [] },
  { name: 'a Service that is good', of: SERVICE, change: ['', ''], expected: [] },
  { name: 'an Ingress that is good', of: INGRESS, change: ['', ''], expected: [] },
  { name: 'a Secret that is good', of: SECRET, change: ['', ''], expected: [] },
  {
    name: 'a field that is not known',
    of: DEPLOYMENT,
    change: ['replicas: 3', 'replica: 3'],
    expected: ['6:3 schema.unknown-field'],
  },
  {
    name: 'a field in another place',
    of: DEPLOYMENT,
    change: ['      volumes:', '      ports:\n        - {}\n      volumes:'],
    expected: ['25:7 schema.unknown-field'],
  },
  {
    name: 'text for a number',
    of: DEPLOYMENT,
    change: ['replicas: 3', 'replicas: "3"'],
    expected: ['6:13 schema.type'],
  },
  {
    name: 'a boolean for text',
    of: DEPLOYMENT,
    change: ['value: "on"', 'value: true'],
    expected: ['21:35 schema.type'],
  },
  {
    name: 'a number that is too large for int32',
    of: DEPLOYMENT,
    change: ['replicas: 3', 'replicas: 3000000000'],
    expected: ['6:13 schema.range'],
  },
  { name: 'null, which is nothing', of: DEPLOYMENT, change: ['replicas: 3', 'replicas: null'], expected: [] },
  {
    name: 'a place that is filled in later',
    of: DEPLOYMENT,
    change: ['replicas: 3', 'replicas: ${REPLICAS}'],
    expected: [],
  },
  {
    name: 'what is missing in a list',
    of: DEPLOYMENT,
    change: ['- name: web', '- command: [web]'],
    expected: ['14:11 schema.required'],
  },
  {
    name: 'a word that is not on the list',
    of: DEPLOYMENT,
    change: ['image:', 'imagePullPolicy: always\n          image:'],
    expected: ['15:28 schema.enum'],
  },
  {
    name: 'a quantity that is none',
    of: DEPLOYMENT,
    change: ['cpu: 100m', 'cpu: 100 m'],
    expected: ['23:29 schema.quantity'],
  },
  {
    name: 'a request beyond the limit',
    of: DEPLOYMENT,
    change: ['cpu: 100m', 'cpu: 2'],
    expected: ['23:29 schema.limit'],
  },
  {
    name: 'a port beyond 65535',
    of: DEPLOYMENT,
    change: ['containerPort: 8080', 'containerPort: 80800'],
    expected: ['17:43 schema.port'],
  },
  { name: 'a port of 0', of: SERVICE, change: ['port: 80,', 'port: 0,'], expected: ['8:26 schema.port'] },
  {
    name: 'a name of a port that is too long',
    of: DEPLOYMENT,
    change: ['name: http', 'name: http-of-the-shop'],
    expected: ['17:22 schema.port-name'],
  },
  {
    name: 'a number in quotes, which is a name',
    of: SERVICE,
    change: ['targetPort: http', 'targetPort: "80"'],
    expected: ['8:42 schema.port-name'],
  },
  {
    name: 'a second port without a name',
    of: SERVICE,
    change: ['targetPort: http}', 'targetPort: http}\n    - {port: 81}'],
    expected: ['9:7 schema.required'],
  },
  {
    name: 'a port that is there twice',
    of: SERVICE,
    change: ['targetPort: http}', 'targetPort: http}\n    - {name: web, port: 80}'],
    expected: ['9:25 schema.duplicate'],
  },
  {
    name: 'the same port for another protocol',
    of: SERVICE,
    change: ['targetPort: http}', 'targetPort: http}\n    - {name: web, port: 80, protocol: UDP}'],
    expected: [],
  },
  {
    name: 'a variable that is set twice',
    of: DEPLOYMENT,
    change: ['value: "on"}', 'value: "on"}\n            - {name: MODE, value: "off"}'],
    expected: ['22:22 schema.duplicate'],
  },
  {
    name: 'a container that is there twice',
    of: DEPLOYMENT,
    change: ['      volumes:', '      initContainers:\n        - name: web\n      volumes:'],
    expected: ['14:17 schema.duplicate'],
  },
  {
    name: 'a volume that is there twice',
    of: DEPLOYMENT,
    change: ['emptyDir: {}}', 'emptyDir: {}}\n        - {name: data}'],
    expected: ['27:18 schema.duplicate'],
  },
  {
    name: 'a mount without a volume',
    of: DEPLOYMENT,
    change: ['- {name: data, emptyDir', '- {name: date, emptyDir'],
    expected: ['19:22 schema.no-volume'],
  },
  {
    name: 'a selector that misses its pods',
    of: DEPLOYMENT,
    change: ['labels: {app: web}', 'labels: {app: shop}'],
    expected: ['8:24 schema.selector'],
  },
  {
    name: 'a label that is too long',
    of: DEPLOYMENT,
    change: ['  name: web', `  name: web\n  labels: {a: ${'b'.repeat(64)}}`],
    expected: ['5:15 schema.label'],
  },
  {
    name: 'a key of a label that is none',
    of: DEPLOYMENT,
    change: ['  name: web', '  name: web\n  labels: {a/b/c: d}'],
    expected: ['5:19 schema.label'],
  },
  {
    name: 'a key of an annotation that is none',
    of: SERVICE,
    change: ['  name: web', '  name: web\n  annotations: {"a b": c}'],
    expected: ['5:24 schema.annotation'],
  },
  {
    name: 'a name with capitals',
    of: DEPLOYMENT,
    change: ['  name: web', '  name: Web'],
    expected: ['4:9 schema.name'],
  },
  {
    name: 'a name with a dot, where it may have one',
    of: DEPLOYMENT,
    change: ['  name: web', '  name: web.shop'],
    expected: [],
  },
  {
    name: 'a name with a dot, where it may not',
    of: SERVICE,
    change: ['  name: web', '  name: web.shop'],
    expected: ['4:9 schema.name'],
  },
  {
    name: 'a Service whose name begins with a digit',
    of: SERVICE,
    change: ['  name: web', '  name: 1web'],
    expected: ['4:9 schema.name'],
  },
  {
    name: 'a namespace with a dot',
    of: SERVICE,
    change: ['  name: web', '  name: web\n  namespace: a.b'],
    expected: ['5:14 schema.name'],
  },
  {
    name: 'a host with capitals',
    of: INGRESS,
    change: ['- host: shop', '- host: Shop'],
    expected: ['9:13 schema.host'],
  },
  {
    name: 'a wildcard host',
    of: INGRESS,
    change: ['- host: shop.example', "- host: '*.example'"],
    expected: [],
  },
  {
    name: 'a percentage that is none',
    of: DEPLOYMENT,
    change: ['  replicas: 3', '  strategy: {rollingUpdate: {maxSurge: "25"}}'],
    expected: ['6:40 schema.percent'],
  },
  {
    name: 'what is no Base64',
    of: SECRET,
    change: ['aHVudGVyMg==', 'hunter2!'],
    expected: ['6:8 schema.format'],
  },
  {
    name: 'Base64 over several lines',
    of: SECRET,
    change: ['key: aHVudGVyMg==', 'key: |\n    aHVu\n    dGVyMg==\n'],
    expected: [],
  },
  {
    name: 'a status, which is not looked at',
    of: DEPLOYMENT,
    change: ['spec:\n  replicas', 'status: {replicas: "x", other: 1}\nspec:\n  replicas'],
    expected: [],
  },
]

it.each(CASES)('$name', ({ of, change: [from, to], expected }) => {
  const source = of.replace(from, () => to)
  if (from !== to) expect(source).not.toBe(of)
  expect(issuesOf(source)).toEqual(expected)
})

describe('what it says', () => {
  it('names the field that was meant', () => {
    const [issue] = yaml(DEPLOYMENT.replace('replicas: 3', 'replica: 3')).flatMap(({ manifest }) =>
      checkObject(manifest, builtinSchemas),
    )
    expect(issue).toMatchObject({ severity: 'low', path: 'a.yaml', suggestion: 'replicas' })
    expect(issue?.text).toBe(
      '"replica" is no field of spec: the server drops or refuses it. Did you mean "replicas"?',
    )
  })

  it('says the unquoted words of YAML 1.1 behind a boolean', () => {
    expect(textsOf(DEPLOYMENT.replace('value: "on"', 'value: on'))).toContain(
      'Quote it: unquoted yes, no, on and off',
    )
  })

  it.each([
    ['data', 'key: aHVudGVyMg==', 'key: hunter2-in-clear!'],
    ['a field of its own', 'data:\n  key: aHVudGVyMg==', 'stringData:\n  key: [hunter2-in-clear!]'],
    ['a place for a word', '\ndata:', '\ntype: {a: hunter2-in-clear!}\nbinary:'],
  ])('never shows what could be a secret: %s', (_, from, to) => {
    const source = SECRET.replace(from, to)
    expect(issuesOf(source)).not.toEqual([])
    expect(textsOf(source)).not.toContain('hunter2')
  })

  it('never shows the value of a variable', () => {
    expect(textsOf(DEPLOYMENT.replace('value: "on"', 'value: [hunter2]'))).toMatch(
      /must be text, and it is a list/,
    )
    expect(textsOf(DEPLOYMENT.replace('value: "on"', 'value: [hunter2]'))).not.toContain('hunter2')
  })

  it('stops at 50', () => {
    const env = Array.from(
      { length: 300 },
      (_, index) => `            - {name: A, valeu: "${String(index)}"}\n`,
    )
    expect(
      issuesOf(DEPLOYMENT.replace('          env:\n', () => `          env:\n${env.join('')}`)),
    ).toHaveLength(50)
  })
})

describe('objects of which less is known', () => {
  it('says nothing of a kind without schema', () => {
    expect(issuesOf('apiVersion: shop.example/v1\nkind: Basket\nmetadata: {name: A B}\nspec: {}\n')).toEqual(
      [],
    )
  })

  it('leaves an encrypted object alone', () => {
    expect(issuesOf(`${SECRET.replace('aHVudGVyMg==', 'ENC[x]')}sops: {version: 3}\n`)).toEqual([])
  })

  it('asks a patch for no more than what it has', () => {
    const patch =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  $patch: replace\n  replica: 3\n  paused: "no"\n'
    expect(issuesOf(patch, 'patches/web.yaml')).toEqual(['6:3 schema.unknown-field', '7:11 schema.type'])
  })

  it('takes an object that lacks what its kind cannot be without for a patch', () => {
    const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replica: 3\n'
    expect(issuesOf(patch)).toEqual(['5:3 schema.unknown-field'])
  })

  it('lets maps of free form be', () => {
    const release =
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web}\nspec:\n  interval: 1m\n  chartRef: {kind: OCIRepository, name: web}\n  values: {anything: [1, {goes: true}]}\n'
    expect(issuesOf(release)).toEqual([])
  })

  it('knows the fields that the packages leave out', () => {
    const definition =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: baskets.shop.example}\nspec:\n  group: shop.example\n  scope: Namespaced\n  names: {kind: Basket, plural: baskets}\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object, description: x, x-kubernetes-preserve-unknown-fields: true}}\n'
    expect(issuesOf(definition)).toEqual([])
  })

  it('lets a StatefulSet mount its claims', () => {
    const set = DEPLOYMENT.replace('kind: Deployment', 'kind: StatefulSet').replace(
      'volumes:\n        - {name: data, emptyDir: {}}\n',
      'restartPolicy: Always\n  serviceName: web\n  volumeClaimTemplates:\n    - metadata: {name: data}\n      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n',
    )
    expect(issuesOf(set)).toEqual([])
  })
})

it.each([
  ['extensions/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1'],
  ['policy/v1beta1', 'PodDisruptionBudget', '1.25', 'policy/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.32', 'flowcontrol.apiserver.k8s.io/v1'],
])('%s %s is gone since %s: %s instead', (apiVersion, kind, since, instead) => {
  const [issue, ...others] = yaml(
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: web}\n`,
  ).flatMap(({ manifest }) => checkObject(manifest, builtinSchemas))
  expect(others).toEqual([])
  expect(issue).toMatchObject({ code: 'schema.removed-version', line: 1, suggestion: instead })
  expect(issue?.text).toContain(`since ${since}`)
})

describe('only what is new', () => {
  function newOf(old: string | null, now: string): readonly string[] {
    const [before] = old === null ? [] : yaml(old)
    const [after] = yaml(now)
    if (!after) throw new Error('There is no object.')
    return newIssues(before?.manifest ?? null, after.manifest, builtinSchemas).map(
      ({ line, code }) => `${String(line)} ${code}`,
    )
  }

  const OLD_SINS = DEPLOYMENT.replace('replicas: 3', 'replica: 3').replace('value: "on"', 'value: true')

  it('is everything of a new object', () => {
    expect(newOf(null, OLD_SINS)).toEqual(['6 schema.unknown-field', '21 schema.type'])
  })

  it('is nothing when the mistakes were there', () => {
    expect(newOf(OLD_SINS, OLD_SINS.replace('web:1', 'web:2'))).toEqual([])
  })

  it('knows an old mistake again when its container has moved', () => {
    const moved = OLD_SINS.replace(
      '      containers:\n',
      '      containers:\n        - {name: side, image: example/side}\n',
    )
    expect(newOf(OLD_SINS, moved)).toEqual([])
  })

  it('is the one that came', () => {
    expect(newOf(OLD_SINS, OLD_SINS.replace('containerPort: 8080', 'containerPort: 80800'))).toEqual([
      '17 schema.port',
    ])
  })

  it('is what a whole object has lost', () => {
    expect(newOf(DEPLOYMENT, DEPLOYMENT.replace('  selector:\n    matchLabels: {app: web}\n', ''))).toEqual([
      '5 schema.required',
    ])
  })
})
