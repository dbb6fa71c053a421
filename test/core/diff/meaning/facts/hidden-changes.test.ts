import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../../../src/core/diff/diff-manifests.ts'
import { placed } from '../../../../support/manifest.ts'
import { type Case, meansAnother, meansTheSame } from './meaning-cases.ts'

const HTTP_ROUTE = 'gateway.networking.k8s.io/v1/HTTPRoute'
const INGRESS = 'networking.k8s.io/v1/Ingress'
const POD = 'v1/Pod'
const JOB = 'batch/v1/Job'
const FLUX = 'kustomize.toolkit.fluxcd.io/v1/Kustomization'

/** Two entries of a list in the one order and in the other. */
function swapped(
  name: string,
  kind: string,
  [a, b]: readonly [string, string],
  around: (list: string) => string,
): Case {
  return [name, kind, around(`[${a}, ${b}]`), around(`[${b}, ${a}]`)]
}

const aliases = (list: string): string => `spec: {hostAliases: ${list}}`
const certificates = (list: string): string => `spec: {tls: ${list}}`
const images = (list: string): string => `spec: {images: ${list}}`
const headers = (list: string): string => `spec: {rules: [{matches: [{headers: ${list}}]}]}`
const added = (list: string): string =>
  `spec: {rules: [{filters: [{type: RequestHeaderModifier, requestHeaderModifier: {add: ${list}}}]}]}`

// Lists without order in which order decides as soon as two entries claim the same.
meansAnother([
  swapped(
    'which address a name has',
    POD,
    ['{ip: 192.0.2.1, hostnames: [a]}', '{ip: 192.0.2.2, hostnames: [b, A]}'],
    aliases,
  ),
  swapped(
    'which certificate a host has',
    INGRESS,
    ['{secretName: a, hosts: [a.example]}', '{secretName: b, hosts: [A.example]}'],
    certificates,
  ),
  swapped('which image an image becomes', FLUX, ['{name: a, newName: b}', '{name: b, newName: c}'], images),
  swapped('which header counts', HTTP_ROUTE, ['{name: a, value: x}', '{name: A, value: y}'], headers),
  swapped('which header comes first', HTTP_ROUTE, ['{name: a, value: x}', '{name: A, value: y}'], added),
])

meansTheSame([
  swapped(
    'addresses of two names',
    POD,
    ['{ip: 192.0.2.1, hostnames: [a]}', '{ip: 192.0.2.2, hostnames: [b]}'],
    aliases,
  ),
  swapped(
    'certificates of two hosts',
    INGRESS,
    ['{secretName: a, hosts: [a.example]}', '{secretName: b, hosts: [b.example]}'],
    certificates,
  ),
  swapped('images', FLUX, ['{name: a, newName: b}', '{name: c, newName: d}'], images),
  swapped('headers', HTTP_ROUTE, ['{name: a, value: x}', '{name: b, value: y}'], headers),
])

// Defaults and readings that hold only where nothing beside them says otherwise.
meansAnother([
  [
    'a limit beside one for each index',
    JOB,
    'spec: {backoffLimitPerIndex: 1, backoffLimit: 6}',
    'spec: {backoffLimitPerIndex: 1}',
  ],
  [
    'a limit of a job to come beside one for each index',
    'batch/v1/CronJob',
    'spec: {jobTemplate: {spec: {backoffLimitPerIndex: 1, backoffLimit: 6}}}',
    'spec: {jobTemplate: {spec: {backoffLimitPerIndex: 1}}}',
  ],
  [
    'a label that a selector wants to be empty',
    'v1/PersistentVolumeClaim',
    'spec: {selector: {matchLabels: {a: null}}}',
    'spec: {selector: {}}',
  ],
  [
    'a label that a webhook wants to be empty',
    'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration',
    'webhooks: [{name: a, namespaceSelector: {matchLabels: {a: null}}}]',
    'webhooks: [{name: a}]',
  ],
  [
    'an address that some readers refuse',
    'v1/Service',
    'spec: {loadBalancerSourceRanges: [010.0.0.0/8]}',
    'spec: {loadBalancerSourceRanges: [10.0.0.0/8]}',
  ],
  [
    'a mask that some readers refuse',
    'v1/Service',
    'spec: {loadBalancerSourceRanges: [10.0.0.0/08]}',
    'spec: {loadBalancerSourceRanges: [10.0.0.0/8]}',
  ],
])

meansTheSame([
  ['the limit that a job has', JOB, 'spec: {backoffLimit: 6}', 'spec: {}'],
  [
    'the limit that a job with one for each index has',
    JOB,
    'spec: {backoffLimitPerIndex: 1, backoffLimit: 2147483647}',
    'spec: {backoffLimitPerIndex: 1}',
  ],
])

describe('a piece means another', () => {
  const secret = (body: object): object => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a' },
    ...body,
  })
  const deployment = (pod: object): object => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a' },
    spec: { template: { spec: pod } },
  })

  it.each([
    ['that empties a store', secret({ data: null }), secret({})],
    ['that takes a key out of one store', secret({ data: { a: null } }), secret({ stringData: { a: null } })],
    [
      'by another name of a field',
      deployment({ serviceAccount: 'a' }),
      deployment({ serviceAccountName: 'a' }),
    ],
  ])('%s', (_name, old, now) => {
    for (const [before, after] of [
      [old, now],
      [now, old],
    ] as const) {
      const { changes } = diffManifests(
        [placed(before, { role: 'kustomize-patch' })],
        [placed(after, { role: 'kustomize-patch' })],
      )
      expect(changes).toHaveLength(1)
    }
  })
})
