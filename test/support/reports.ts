import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { textFile } from '../../src/core/decision/cases/run-case.ts'
import type { Decision } from '../../src/core/decision/decision.ts'
import type { ChangedFile } from '../../src/core/model/changed-file.ts'
import { HOSTILE_NAMES } from './hostile-names.ts'
import { decideSituation } from './situation.ts'

const SITUATIONS = 'test/core/report/situations'

/** The people and teams of the situations: nobody else may be called. */
export const KNOWN_PEOPLE: RegExp =
  /^@(?:amy|ben|cleo|dan|eve|finn|gus|kim|sue|tom|val|renovate|acme\/(?:net|sre|shop|security|platform|secret|all|team-[a-d]))$/

/** A decision under the name of what it shows. */
export interface NamedDecision {
  readonly name: string
  readonly decision: Decision
}

/** The reports to look at: every situation, the smallest report, and the largest with the worst names. */
export function namedDecisions(): readonly NamedDecision[] {
  const folders = readdirSync(SITUATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const scaled = scaledToZero('prod/shop/app.yaml', 'app')
  return [
    ...folders.map(({ name }) => ({ name, decision: decideSituation(join(SITUATIONS, name)) })),
    { name: ONE, decision: decideSituation(join(SITUATIONS, '01-nothing-risky'), [scaled]) },
    {
      name: THREE_HUNDRED,
      decision: decideSituation(join(SITUATIONS, '32-hostile-texts'), hostileFiles(300)),
    },
  ]
}

/** Reports so small that every row of their tables is shown; together they have every hostile name in every place. */
export function hostileDecisions(): readonly NamedDecision[] {
  const files = hostileFiles(4 * HOSTILE_NAMES.length)
  return Array.from({ length: files.length / FILES }, (_, index) => ({
    name: `hostile names ${String(index + 1)}`,
    decision: decideSituation(
      join(SITUATIONS, '01-nothing-risky'),
      files.slice(index * FILES, (index + 1) * FILES),
    ),
  }))
}

/** So many files give no more rows than a table shows. */
const FILES = 5

/** The report with one finding. */
export const ONE = 'one-finding'
/** The report with three hundred findings and more, every name of them hostile. */
export const THREE_HUNDRED = 'three-hundred-hostile-findings'

function scaledToZero(path: string, name: string): ChangedFile {
  const deployment = (replicas: number): string =>
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace: 'shop' },
      spec: { replicas, template: { spec: { containers: [{ name: 'app', image: 'example.com/app:1' }] } } },
    })
  return { path, base: textFile(deployment(3)), head: textFile(deployment(0)) }
}

/** Files that turn every hostile name into a path, a name, a host, a value and a line of a text, and give a finding each. */
function hostileFiles(number: number): readonly ChangedFile[] {
  return Array.from({ length: number }, (_, index) => {
    const name = (offset: number): string => HOSTILE_NAMES[(index + offset) % HOSTILE_NAMES.length] ?? ''
    const folder = String(index).padStart(3, '0')
    const path = `prod/shop/${folder}/${name(0)}.yaml`
    switch (index % 4) {
      case 0:
        return scaledToZero(path, `${name(1)}${folder}`)
      case 1:
        return { path, base: null, head: textFile(JSON.stringify(hostileIngress(name))) }
      case 2:
        return hostileText(path, name)
      default:
        return { path, base: textFile('{}'), head: textFile(`{ ${name(1)}`) }
    }
  }).toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function hostileIngress(name: (offset: number) => string): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: name(1), namespace: name(2), annotations: { [name(3)]: name(4) } },
    spec: {
      ingressClassName: name(5),
      rules: [
        {
          host: name(6),
          http: {
            paths: [
              {
                path: `/${name(7)}`,
                pathType: 'Prefix',
                backend: { service: { name: name(8), port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  }
}

/** A text of several lines, so that its lines are shown, beside a binding that is a finding. */
function hostileText(path: string, name: (offset: number) => string): ChangedFile {
  const list = (lines: readonly string[]): string =>
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: name(1), namespace: name(2) },
          data: { [name(3)]: lines.join('\n') },
        },
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRoleBinding',
          metadata: { name: name(4) },
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
          subjects: lines.map((line) => ({ kind: 'ServiceAccount', namespace: 'shop', name: line })),
        },
      ],
    })
  return {
    path,
    base: textFile(list(['first', 'second'])),
    head: textFile(list(['first', name(5), name(6)])),
  }
}
