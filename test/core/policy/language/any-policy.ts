import * as fc from 'fast-check'

import { VERBS } from '../../../../src/core/model/change.ts'
import { SEVERITIES } from '../../../../src/core/model/severity.ts'
import { CHANGE_OPS } from '../../../../src/core/policy/rule.ts'
import type { Plain } from './good-policy.ts'

const severity = fc.constantFrom(...SEVERITIES)
const duration = fc.constantFrom('30m', '4h', '1h30m', '7d', '63h')
const owner = fc.constantFrom('codeowners', '@ben', '@acme/net', '@acme/sre')
const person = fc.constantFrom('@ben', '@acme/net', '@acme/sre')
const glob = fc.constantFrom('*', 'prod*', 'a-b', '{a,b}', '[ab]c', 'x.y')
const path = fc.constantFrom('clusters/**', 'apps/*/web.yaml', '**/*.yaml', 'a.yaml')
const kind = fc.constantFrom('apps/Deployment', 'core/Service', '*/Ingress', 'rbac.authorization.k8s.io/*')
const sentence = fc.constantFrom(
  'it is risky',
  'Später: "ja"',
  "it's so",
  '- no list',
  '# no comment',
  '{ no map',
)
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(value, { minLength: 1, maxLength: 3 })

const match = fc.record(
  {
    kinds: some(kind),
    namespaces: some(glob),
    names: some(glob),
    environments: some(glob),
    clusters: some(glob),
    operations: fc.subarray(['CREATE', 'UPDATE', 'DELETE'], { minLength: 1 }),
    verbs: fc.subarray([...VERBS], { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: [] },
)

const test = fc
  .record(
    {
      path: fc.oneof(
        fc.constantFrom('spec.replicas', '$containers.image', "metadata.labels['a/*']"),
        some(fc.constantFrom('spec.a', 'spec.b[]')),
      ),
      op: fc.constantFrom(...CHANGE_OPS),
      absent: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.boolean(), fc.constant('*'), fc.constant([])),
    },
    { requiredKeys: ['path', 'op'] },
  )
  .map((written) => (written.op === 'matches' ? { ...written, values: ['x*'] } : written))

const rule = fc.record(
  {
    match,
    change: some(fc.oneof(test, fc.record({ any: some(test) }))),
    when: fc.constantFrom('true', 'object != null', 'environment == "a" && size(verbs) > 1'),
    severity,
    effect: fc.constantFrom('require', 'deny', 'notice'),
    message: sentence,
    messageExpression: fc.constant('"seen at " + title'),
    why: sentence,
    references: some(fc.webUrl()),
    narrows: fc.boolean(),
  },
  { requiredKeys: ['severity', 'message'] },
)

const needs = fc.record(
  {
    approvals: fc.array(
      fc.record(
        { from: some(owner), strict: fc.boolean(), excludeCommitters: fc.boolean() },
        { requiredKeys: ['from'] },
      ),
      { maxLength: 3 },
    ),
    distinct: fc.boolean(),
    window: fc.record(
      { max: duration, openedBy: some(person), bookAhead: duration },
      { requiredKeys: ['max'] },
    ),
  },
  { requiredKeys: [] },
)
const requirements = fc.record(
  { low: needs, medium: needs, high: needs, critical: needs },
  { requiredKeys: [] },
)

const environment = fc.record(
  {
    cluster: fc.constantFrom('eu', 'us'),
    paths: some(path),
    namespace: glob,
    maxSeverity: severity,
    requirements,
  },
  { requiredKeys: ['paths'] },
)

const window = fc.record(
  {
    kind: fc.constantFrom('allow', 'deny'),
    schedule: fc.constantFrom('0 17 * * 5', '*/30 9-17 * * MON-FRI', '0 0 1,15 JAN-MAR *', '5 4 * * SUN'),
    duration,
    timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York'),
    environments: some(glob),
    clusters: some(glob),
    namespaces: some(glob),
    kinds: some(kind),
    minSeverity: severity,
    reason: sentence,
  },
  { requiredKeys: ['kind', 'schedule', 'duration'] },
)

const exception = fc.record(
  {
    rule: fc.constantFrom('ingress.host.added', 'ingress.tls.missing'),
    match,
    until: fc.constantFrom('2026-12-31', '2027-01-01T00:00:00Z', '2020-01-01', '2099-01-01'),
    owner: person,
    reason: sentence,
  },
  { requiredKeys: ['rule', 'until', 'owner', 'reason'] },
)

const override = fc
  .record({ severity, effect: fc.constantFrom('require', 'deny', 'notice'), enabled: fc.boolean() })
  .map((change) => ({ rule: 'ingress.host.added', ...change }))

/** Gives each entry of a list a name of its own, at this key. */
function named<T extends object>(entry: fc.Arbitrary<T>, key: string): fc.Arbitrary<object[]> {
  return fc
    .array(entry, { maxLength: 3 })
    .map((entries) => entries.map((one, index) => ({ [key]: `${key}${String(index)}`, ...one })))
}

/** Policies that the language allows; some of them say things that are warned of. */
export const anyPolicy: fc.Arbitrary<Plain> = fc
  .record(
    {
      manifests: fc.record(
        {
          include: some(path),
          exclude: fc.array(path, { maxLength: 2 }),
          secrets: fc.array(glob, { maxLength: 2 }),
          render: fc.record({ kustomize: fc.constantFrom('auto', 'never') }),
        },
        { requiredKeys: [] },
      ),
      environments: named(environment, 'name'),
      rules: named(rule, 'id'),
      overrides: fc.array(override, { maxLength: 1 }),
      requirements,
      owners: fc.record({ fallback: fc.array(person, { maxLength: 2 }) }),
      windows: named(window, 'name'),
      exceptions: fc.array(exception, { maxLength: 3 }),
      breakGlass: fc.record(
        {
          label: fc.constant('break-glass'),
          by: some(person),
          approvals: fc.integer({ min: 1, max: 3 }),
          max: duration,
          reviewWithin: duration,
          reviewedBy: some(person),
        },
        { requiredKeys: ['label', 'by', 'max', 'reviewedBy'] },
      ),
    },
    { requiredKeys: [] },
  )
  .map((spec) => {
    const document = {
      apiVersion: 'drawbridge.dev/v1alpha1',
      kind: 'Policy',
      metadata: { name: 'any' },
      spec: { extends: ['builtin:ingress'], ...spec },
    }
    return JSON.parse(JSON.stringify(document)) as Plain
  })
