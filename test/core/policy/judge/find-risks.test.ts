import { describe, expect, it } from 'vitest'

import type { Change, ChangeSet, FieldChange, FileChange } from '../../../../src/core/model/change.ts'
import type { Finding } from '../../../../src/core/model/finding.ts'
import type { Json } from '../../../../src/core/model/json.ts'
import { parseInstant } from '../../../../src/core/model/instant.ts'
import type { Route } from '../../../../src/core/model/route.ts'
import { findRisks } from '../../../../src/core/policy/judge/find-risks.ts'
import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import { aChange, aChangeSet, aPolicy, type ChangeOptions, NOW, policyText } from '../../../support/policy.ts'

const PULL_REQUEST = { number: 7, title: 'Scale', author: 'amy', base: 'main' }

function find(spec: string, changes: ChangeSet | readonly Change[], now = NOW): readonly Finding[] {
  const set = 'changes' in changes ? changes : aChangeSet(changes)
  return findRisks(aPolicy(spec), set, PULL_REQUEST, now)
}

const web = (replicas: number | null, more = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  ${replicas === null ? '{}' : `replicas: ${String(replicas)}`}
${more}`

const scaled = (options: ChangeOptions = {}): Change =>
  aChange(web(3), web(1), { verbs: ['scale'], environment: 'production', cluster: 'eu', ...options })

const matchRule = (match: string): string => `rules: [{ id: r, severity: high, message: m, match: ${match} }]`
const removedRule = (match: string): string =>
  `rules: [{ id: r, severity: high, message: m, match: ${match}, change: [{ path: spec.replicas, op: removed }] }]`
const changeRule = (change: string): string =>
  `rules: [{ id: r, severity: low, message: m, change: ${change} }]`
const whenRule = (when: string, more = ''): string =>
  `rules: [{ id: r, severity: low, effect: notice, message: m, when: ${JSON.stringify(when)}${more} }]`
const twoContainers = (a: string, b: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: a, image: ${a} }, { name: b, image: ${b} }] }`
const anIngress = (name: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: ${name}, namespace: shop }\nspec: {}`
const exceptionSpec = (
  until: string,
  match: string,
): string => `rules: [{ id: r, severity: high, message: m }]
exceptions: [{ rule: r, match: ${match}, until: "${until}", owner: "@a/b", reason: later }]`

describe('match', () => {
  it.each([
    ['nothing asked', '{}', 1],
    ['the kind', '{ kinds: [apps/Deployment] }', 1],
    ['a kind of any group', '{ kinds: ["*/Deployment"] }', 1],
    ['any kind of a group', '{ kinds: ["apps/*"] }', 1],
    ['another group', '{ kinds: [extensions/Deployment] }', 0],
    ['one of several', '{ kinds: [core/Pod, apps/Deployment] }', 1],
    ['the namespace', '{ namespaces: ["sh*"] }', 1],
    ['another namespace', '{ namespaces: [pay] }', 0],
    ['the name', '{ names: [web] }', 1],
    ['the case of a name', '{ names: [WEB] }', 0],
    ['the environment', '{ environments: [production] }', 1],
    ['another environment', '{ environments: ["dev*"] }', 0],
    ['the cluster', '{ clusters: [eu] }', 1],
    ['the operation', '{ operations: [UPDATE] }', 1],
    ['another operation', '{ operations: [CREATE, DELETE] }', 0],
    ['the verb', '{ verbs: [scale, delete] }', 1],
    ['another verb', '{ verbs: [delete] }', 0],
    ['all of it', '{ kinds: [apps/Deployment], namespaces: [shop], verbs: [scale] }', 1],
    ['all but one', '{ kinds: [apps/Deployment], namespaces: [pay], verbs: [scale] }', 0],
  ])('%s', (_, match, want) => {
    expect(find(matchRule(match), [scaled()])).toHaveLength(want)
  })

  it('matches no namespace of an object that has none, and no environment outside of all', () => {
    const role = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: r }'
    expect(find(matchRule('{ namespaces: ["*"] }'), [aChange(null, role)])).toEqual([])
    expect(find(matchRule('{ environments: ["**"] }'), [aChange(null, role)])).toEqual([])
  })
})

describe('operations', () => {
  it('a rule about changes passes over deleted objects unless it asks for them', () => {
    expect(find(removedRule('{}'), [aChange(web(3), null)])).toEqual([])
    expect(find(removedRule('{ operations: [DELETE] }'), [aChange(web(3), null)])).toHaveLength(1)
    expect(find(removedRule('{}'), [aChange(web(3), web(null))])).toHaveLength(1)
  })
  it('a rule without changes sees them', () => {
    expect(find('rules: [{ id: r, severity: high, message: m }]', [aChange(web(3), null)])).toHaveLength(1)
  })
})

describe('a finding', () => {
  it('says what, where and how bad', () => {
    const spec = `rules:
  - id: shop.scaled
    severity: high
    change: [{ path: spec.replicas, op: decreased }]
    messageExpression: title + " from " + string(oldValue) + " to " + string(value) + " in " + namespace
    why: because
    references: [https://example.com]
    narrows: true`
    const [finding] = find(spec, [scaled({ path: 'new.yaml', oldPath: 'old.yaml' })])
    expect(finding).toEqual({
      rule: 'shop.scaled',
      severity: 'high',
      effect: 'require',
      message: 'Deployment shop/web from 3 to 1 in shop',
      why: 'because',
      references: ['https://example.com'],
      object: { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'shop', name: 'web' },
      environment: 'production',
      cluster: 'eu',
      path: 'new.yaml',
      line: 5,
      pointer: '/spec/replicas',
      paths: ['new.yaml', 'old.yaml'],
      subject: { kind: 'object', identity: 'production|apps|Deployment|shop|web' },
      narrows: true,
      exception: null,
    })
  })

  it('is one for each rule and object, the most severe first, then by place', () => {
    const spec = `rules:
  - { id: b, severity: low, message: m }
  - { id: a, severity: high, message: m }
  - { id: c, severity: critical, message: m, match: { names: [none] } }`
    const findings = find(spec, [scaled({ path: 'b.yaml' }), scaled({ path: 'a.yaml' })])
    expect(findings.map((finding) => `${finding.rule} ${finding.path}`)).toEqual([
      'a a.yaml',
      'a b.yaml',
      'b a.yaml',
      'b b.yaml',
    ])
  })

  it('needs all entries of change, and one of any', () => {
    const both = '[{ path: spec.replicas, op: decreased }, { path: spec.paused, op: set-true }]'
    const either = '[{ any: [{ path: spec.replicas, op: decreased }, { path: spec.paused, op: set-true }] }]'
    expect(find(changeRule(both), [scaled()])).toEqual([])
    expect(find(changeRule(both), [aChange(web(3), web(1, '  paused: true'))])).toHaveLength(1)
    expect(find(changeRule(either), [scaled()])).toHaveLength(1)
    expect(
      find(changeRule('[{ path: [spec.paused, spec.replicas], op: changed }]'), [scaled()])[0]?.pointer,
    ).toBe('/spec/replicas')
  })
})

describe('conditions', () => {
  it.each([
    ['the object', 'object.spec.replicas < 3', 1],
    ['the old object', 'oldObject.spec.replicas > object.spec.replicas', 1],
    ['not so', 'object.spec.replicas > 3', 0],
    ['has()', 'has(object.spec.paused) && object.spec.paused', 0],
    ['the operation', 'operation == "UPDATE"', 1],
    ['the verbs', '"scale" in verbs', 1],
    ['the environment', 'environment == "production" && cluster == "eu"', 1],
    [
      'the pull request',
      'pullRequest.author == "amy" && pullRequest.base == "main" && pullRequest.number == 7',
      1,
    ],
    ['the name', 'namespace == "shop" && name == "web" && kind == "Deployment" && group == "apps"', 1],
    ['the word in a text', '"namespace" == \'name\' + \'space\' && r"\\" != namespace', 1],
    ['a loop with its own variable', '["a"].all(x, x == "a")', 1],
    ['string functions', '"A".lowerAscii() == "a" && "a,b".split(",").size() == 2', 1],
  ])('%s', (_, when, want) => {
    const findings = find(whenRule(when), [scaled()])
    expect(findings).toHaveLength(want)
    for (const finding of findings) expect(finding.message).toBe('m')
  })

  it('speaks of each matched place when it uses the value', () => {
    const spec = `rules:
  - id: r
    severity: low
    change: [{ path: $containers.image, op: changed }]
    when: value.startsWith("evil/") && oldValue != value
    messageExpression: value + " of " + string(values.size()) + " at " + pointer`
    const [finding, ...more] = find(spec, [
      aChange(twoContainers('a:1', 'b:1'), twoContainers('a:2', 'evil/b:1')),
    ])
    expect(more).toEqual([])
    expect(finding?.message).toBe('evil/b:1 of 1 at /spec/containers/1/image')
    expect(finding?.line).toBe(4)
    expect(find(spec, [aChange(twoContainers('a:1', 'b:1'), twoContainers('a:2', 'b:2'))])).toEqual([])
  })

  it.each([
    ['a field that is not there', 'object.spec.nothing.at.all == 1', /reads a field that is not there/],
    ['types that do not fit', 'object.spec < 1', /_<_ does not take/],
    ['no boolean', '"text"', /its result is no boolean/],
    ['a regular expression that is none', 'name.matches("(")', /could not be evaluated/],
    [
      'too much work',
      '[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, object.metadata.annotations.all(c, object.metadata.annotations.all(d, true))))',
      /reads more than 1000000 values/,
    ],
  ])('%s holds', (_, when, message) => {
    const annotations = Array.from({ length: 200 }, (__, index) => `a${String(index)}: x`).join(', ')
    const change = aChange(
      null,
      `apiVersion: v1\nkind: Pod\nmetadata: { name: p, annotations: { ${annotations} } }\nspec: {}`,
    )
    const [finding] = find(whenRule(when), [change])
    expect(finding).toMatchObject({
      rule: 'r',
      severity: 'high',
      effect: 'require',
      exception: null,
      narrows: false,
    })
    expect(finding?.message).toMatch(/^The rule r could not be evaluated for Pod p: /)
    expect(finding?.message).toMatch(message)
  })

  it('never repeats a value in the message of a failed condition', () => {
    const secret = 'hunter2hunter2'
    const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: p, labels: { a: ${secret} } }\nspec: {}`
    for (const when of [
      'int(object.metadata.labels.a) > 0',
      'object[object.metadata.labels.a] == 1',
      'duration(object.metadata.labels.a) == duration("1h")',
      'timestamp(object.metadata.labels.a) == timestamp("x")',
      'bool(object.metadata.labels.a)',
      'object.metadata.labels.a.matches(object.metadata.labels.a + "(")',
      '{object.metadata.labels.a: 1, object.metadata.labels.a: 2}.size() == 1',
    ]) {
      const [finding] = find(whenRule(when), [aChange(null, pod)])
      expect(finding?.message, when).toContain('could not be evaluated')
      expect(finding?.message, when).not.toContain(secret)
    }
  })

  it('a message that cannot be made holds too', () => {
    const [finding] = find(
      'rules: [{ id: r, severity: critical, effect: deny, messageExpression: object.nope }]',
      [scaled()],
    )
    expect(finding).toMatchObject({ severity: 'critical', effect: 'deny' })
    expect(finding?.message).toContain('could not be evaluated')
  })

  it('a condition that cannot be evaluated holds, and denies nothing', () => {
    const [finding] = find(
      'rules: [{ id: r, severity: critical, effect: deny, when: object.nope == 1, message: m }]',
      [scaled()],
    )
    expect(finding).toMatchObject({ severity: 'critical', effect: 'require' })
  })

  it('sees the routes of its own object only', () => {
    const change = aChange(null, anIngress('web'))
    const route = (name: string): Route => ({
      host: `${name}.example.com`,
      path: '/',
      pathType: 'Prefix',
      conditions: null,
      backend: 'web:80',
      tls: false,
      auth: null,
      sources: null,
      class: null,
      object: { ...change.ref, name },
      via: [],
      environment: null,
    })
    const set = aChangeSet([change], {
      routes: {
        added: [route('web'), route('other')],
        removed: [],
        changed: [{ old: route('web'), new: { ...route('web'), tls: true } }],
      },
    })
    const when =
      'routes.added.map(r, r.host) == ["web.example.com"] && !routes.changed[0].old.tls && routes.changed[0]["new"].tls'
    expect(find(whenRule(when), set).map((finding) => finding.message)).toEqual(['m'])
  })
})

describe('files', () => {
  const set = aChangeSet([], {
    files: [
      {
        path: '.github/workflows/a.yml',
        operation: 'UPDATE',
        content: 'file:1',
        rewritten: false,
        role: null,
        fields: [],
      },
      {
        path: 'prod/broken.yaml',
        operation: 'CREATE',
        content: 'file:2',
        rewritten: false,
        role: null,
        fields: [],
      },
    ],
    issues: [
      { code: 'yaml.syntax', severity: 'high', path: 'prod/broken.yaml', line: 9, column: 1, text: 'Later.' },
      { code: 'yaml.tab', severity: 'high', path: 'prod/broken.yaml', line: 4, column: 2, text: 'A tab.' },
      {
        code: 'manifest.duplicate',
        severity: 'high',
        path: 'other.yaml',
        line: 1,
        column: 1,
        text: 'Twice.',
      },
    ],
  })

  it('matches changed files by path and operation', () => {
    const spec = `rules:
  - { id: flow, severity: critical, match: { files: [.github/workflows/**] }, messageExpression: path + " " + operation }
  - { id: new, severity: low, match: { files: ["**"], operations: [CREATE] }, message: m }`
    expect(find(spec, set)).toMatchObject([
      {
        rule: 'flow',
        message: '.github/workflows/a.yml UPDATE',
        object: null,
        line: null,
        paths: ['.github/workflows/a.yml'],
        subject: { kind: 'file', path: '.github/workflows/a.yml' },
      },
      { rule: 'new', path: 'prod/broken.yaml' },
    ])
  })

  it('matches what was wrong, once for each file, at the first place', () => {
    const spec = `environments: [{ name: production, paths: ["prod/**"] }]
rules: [{ id: bad, severity: high, match: { issues: ["yaml.*"] }, messageExpression: code + " in line " + string(line) + " (" + text + ")" }]`
    expect(find(spec, set)).toMatchObject([
      {
        path: 'prod/broken.yaml',
        line: 4,
        message: 'yaml.tab in line 4 (A tab.)',
        environment: 'production',
      },
    ])
  })

  it('keeps rules about files away from objects, and the other way round', () => {
    expect(find('rules: [{ id: r, severity: low, message: m }]', set)).toEqual([])
    expect(
      find('rules: [{ id: r, severity: low, message: m, match: { files: ["**"] } }]', [scaled()]),
    ).toEqual([])
  })
})

describe('the settings of files', () => {
  const chart = (more: Partial<FileChange>): ChangeSet =>
    aChangeSet([], {
      files: [
        {
          path: 'charts/shop/values.yaml',
          operation: 'UPDATE',
          content: 'file:1',
          rewritten: false,
          role: 'helm-values',
          fields: [],
          ...more,
        },
      ],
    })
  const replaced = (path: string, old: Json, now: Json, line: number): FieldChange => ({
    op: 'replace',
    path,
    old,
    new: now,
    line,
    redacted: false,
  })
  const fields = [replaced('/image/tag', '1.0.0', '1.0.1', 3), replaced('/replicas', 3n, 0n, 7)]

  it('are a list, with the role of the file', () => {
    const when =
      'role == "helm-values" && fields.map(f, f.path + " " + f.op) == ["/image/tag replace", "/replicas replace"] && fields[1].new == 0'
    const rule = `rules: [{ id: r, severity: low, message: m, match: { files: ["**"] }, when: ${JSON.stringify(when)} }]`
    expect(find(rule, chart({ fields }))).toMatchObject([{ message: 'm', pointer: null, line: null }])
    expect(find(rule, chart({ fields, role: null }))).toEqual([])
  })

  it('are asked for one by one by a rule that speaks of a value', () => {
    const rule = `rules:
  - id: r
    severity: high
    match: { files: ["**/values.yaml"] }
    when: pointer.endsWith("/replicas") && value == 0
    messageExpression: path + " " + pointer + " from " + string(oldValue)`
    expect(find(rule, chart({ fields }))).toMatchObject([
      { message: 'charts/shop/values.yaml /replicas from 3', pointer: '/replicas', line: 7 },
    ])
    expect(find(rule, chart({ fields: fields.slice(0, 1) }))).toEqual([])
  })

  it('of a file in which nothing is known to differ satisfy no rule that speaks of a value', () => {
    const rule = `rules: [{ id: r, severity: low, match: { files: ["**"] }, messageExpression: pointer }]`
    expect(find(rule, chart({}))).toEqual([])
  })

  it('of a file that is new are all that it holds', () => {
    const whole: FieldChange = {
      op: 'add',
      path: '',
      new: { web: { privileged: true } },
      line: 1,
      redacted: false,
    }
    const rule = `rules: [{ id: r, severity: low, match: { files: ["**"] }, when: value == true, messageExpression: pointer }]`
    expect(find(rule, chart({ operation: 'CREATE', whole }))).toMatchObject([
      { message: '/web/privileged', line: 1 },
    ])
  })

  it('that cannot be compared as the condition wants hold', () => {
    const rule = `rules: [{ id: r, severity: low, match: { files: ["**"] }, when: value > 1, message: m }]`
    expect(find(rule, chart({ fields: fields.slice(0, 1) }))).toMatchObject([{ severity: 'high' }])
  })
})

describe('the fields of objects', () => {
  it('are those in which the object differs', () => {
    const change = {
      ...scaled(),
      fields: [
        { op: 'replace' as const, path: '/spec/replicas', old: 3n, new: 1n, line: 5, redacted: false },
      ],
    }
    expect(
      find(whenRule('fields.exists(f, f.path == "/spec/replicas" && f.old == 3 && f.new == 1)'), [change]),
    ).toHaveLength(1)
    expect(find(whenRule('fields.exists(f, f.path == "/spec/other")'), [change])).toEqual([])
  })

  it('are all that there is of an object that comes or goes', () => {
    const told = (before: string | null, after: string | null, op: string): number =>
      find(whenRule(`fields.exists(f, f.op == "${op}" && f.path == "/spec/replicas")`), [
        aChange(before, after),
      ]).length
    expect(told(null, web(3), 'add')).toBe(1)
    expect(told(web(3), null, 'remove')).toBe(1)
    expect(told(web(3), null, 'add')).toBe(0)
  })
})

describe('severity', () => {
  const locked = {
    path: 'policies/gate.yaml',
    text: policyText('rules: [{ id: gate, severity: critical, locked: true, message: m }]', 'gate'),
    builtin: true,
  }
  it('is capped by the environment, unless the rule is locked', () => {
    const own = policyText(`environments: [{ name: production, paths: ["**"], maxSeverity: low }]
rules: [{ id: own, severity: critical, message: m }]`)
    const loaded = loadPolicy([{ path: 'policy.yaml', text: own, builtin: false }], (name) =>
      name === 'locked' ? [locked] : undefined,
    )
    if (!loaded.ok) throw new Error('invalid')
    const of = (change: Change): readonly string[] =>
      findRisks(loaded.value, aChangeSet([change]), null, NOW).map(
        ({ rule, severity }) => `${rule} ${severity}`,
      )
    expect(of(scaled())).toEqual(['gate critical', 'own low'])
    expect(of(scaled({ environment: 'other' }))).toEqual(['gate critical', 'own critical'])
  })
})

describe('exceptions', () => {
  it.each([
    ['a day, before it', '2026-11-23', '2026-11-22T10:00:00Z', true],
    ['a day, at its end', '2026-11-22', '2026-11-22T23:59:59Z', true],
    ['a day, after it', '2026-11-22', '2026-11-23T00:00:00Z', false],
    ['a moment, just before', '2026-11-22T10:00:00Z', '2026-11-22T09:59:59Z', true],
    ['a moment, at it', '2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', false],
  ])('%s', (_, until, now, holds) => {
    const [finding] = find(exceptionSpec(until, '{ namespaces: [shop] }'), [scaled()], parseInstant(now))
    expect(finding?.exception).toEqual(holds ? { owner: '@a/b', until, reason: 'later' } : null)
  })
  it('is for what it matches only', () => {
    expect(find(exceptionSpec('2027-01-01', '{ namespaces: [pay] }'), [scaled()])[0]?.exception).toBeNull()
    expect(
      find(exceptionSpec('2027-01-01', '{ kinds: [apps/Deployment], names: [web] }'), [scaled()])[0]
        ?.exception,
    ).not.toBeNull()
  })
})
