/** A value as YAML and JSON hold it, to be changed by tests. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain }

/** A policy that says something with every key of the language, and nothing wrong. Made anew each time. */
export function goodPolicy(): { [key: string]: Plain } {
  return {
    apiVersion: 'drawbridge.dev/v1alpha1',
    kind: 'Policy',
    metadata: { name: 'acme' },
    spec: {
      extends: ['builtin:ingress'],
      manifests: {
        include: ['clusters/**'],
        exclude: ['**/values*.yaml'],
        secrets: ['*_DSN'],
        render: { kustomize: 'auto', helm: 'never' },
      },
      environments: [
        { name: 'production', cluster: 'prod-eu', paths: ['clusters/prod/**'], namespace: 'shop' },
        {
          name: 'sandbox',
          paths: ['clusters/dev/**'],
          maxSeverity: 'medium',
          requirements: { medium: { approvals: [] } },
        },
      ],
      rules: [
        {
          id: 'acme.scaled-down',
          match: {
            kinds: ['apps/Deployment', '*/StatefulSet'],
            namespaces: ['pay*'],
            names: ['web'],
            environments: ['production'],
            clusters: ['prod-eu'],
            operations: ['UPDATE'],
            verbs: ['scale'],
          },
          change: [
            { path: 'spec.replicas', op: 'decreased', absent: 1 },
            { any: [{ path: ['spec.a', 'spec.b'], op: 'matches', values: ['x*'] }] },
          ],
          when: 'object.spec.replicas < 3',
          severity: 'high',
          effect: 'require',
          message: 'fewer replicas',
          why: 'fewer serve less',
          references: ['https://example.com'],
          narrows: false,
        },
        { id: 'acme.file', match: { files: ['scripts/**'] }, severity: 'low', message: 'a script' },
        { id: 'acme.unread', match: { issues: ['yaml.*'] }, severity: 'low', messageExpression: '"m"' },
      ],
      overrides: [{ rule: 'ingress.host.added', severity: 'medium' }],
      requirements: {
        high: {
          approvals: [
            { from: ['codeowners'], count: 2, strict: true },
            { from: ['@acme/platform'], excludeCommitters: true },
          ],
          distinct: true,
          window: { max: '4h', openedBy: ['@acme/sre'], bookAhead: '7d' },
        },
      },
      owners: { fallback: ['@acme/platform'] },
      windows: [
        {
          name: 'friday',
          kind: 'deny',
          schedule: '0 17 * * 5',
          duration: '63h',
          timeZone: 'Europe/Paris',
          environments: ['production'],
          clusters: ['prod-*'],
          namespaces: ['shop'],
          kinds: ['apps/*'],
          minSeverity: 'medium',
          reason: 'nobody is here',
        },
        { name: 'office', kind: 'allow', schedule: '0 9 * * MON-FRI', duration: '8h' },
      ],
      exceptions: [
        {
          rule: 'ingress.tls.missing',
          match: { namespaces: ['sandbox'] },
          until: '2026-12-31',
          owner: '@acme/platform',
          reason: 'it is a test',
        },
      ],
    },
  }
}

/** Puts a value at a place; undefined takes away what is there. The place exists but for its last key. */
export function put(root: Plain, path: readonly (string | number)[], value: Plain | undefined): void {
  let target: Plain | undefined = root
  for (const key of path.slice(0, -1)) target = memberOf(target, key)
  const last = path.at(-1) ?? ''
  if (Array.isArray(target)) {
    if (value === undefined) target.splice(Number(last), 1)
    else target[Number(last)] = value
  } else if (typeof target === 'object' && target !== null) {
    if (value === undefined) Reflect.deleteProperty(target, last)
    else Object.defineProperty(target, last, { value, enumerable: true, configurable: true, writable: true })
  }
}

/** What stands at a key. */
export function memberOf(value: Plain | undefined, key: string | number): Plain | undefined {
  if (Array.isArray(value)) return value[Number(key)]
  return typeof value === 'object' && value !== null ? value[key] : undefined
}
