import { describe, expect, it } from 'vitest'

import type { Change, ChangeSet } from '../../../../src/core/model/change.ts'
import type { Finding } from '../../../../src/core/model/finding.ts'
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
    ['types that do not fit', 'object.spec < 1', /< does not take map and int\.$/],
    ['no boolean', '"text"', /its result is no boolean/],
    ['a variable that is not there', 'nothing == 1', /reads something that is not there/],
    ['division by nothing', '1 / (size(name) - size(name)) == 1', /its arithmetic has no result/],
    ['a number that is too large', '9223372036854775807 + size(name) > 0', /its arithmetic has no result/],
    ['an element beyond the end', 'verbs[5] == "scale"', /reads past the end of a list or text/],
    ['a text cut beyond its end', 'name.substring(5) == ""', /reads past the end of a list or text/],
    ['a text that is no number', 'int(name) == 1', /int\(\) takes a whole number of 64 bits/],
    [
      'a text that is no duration',
      'duration(name) > duration("1h")',
      /a type or form that it does not expect/,
    ],
    ['a function that is not there', 'name.shout() == "P"', /there is no function shout/],
    ['an argument of another type', 'name.startsWith(1)', /there is no string\.startsWith\(int\)\.$/],
    ['a loop over a text', 'name.all(c, c == "p")', /a type or form that it does not expect/],
    ['a part that is no boolean', 'name && true', /a part of it is no boolean/],
    ['a condition of ?: that is no boolean', '(name ? 1 : 2) == 1', /\?: does not take string/],
    ['a function of the domain', 'images(name) == []', /images\(\) takes an object or null/],
    ['text that does not parse', 'name ==', /it does not parse/],
    [
      'loops that stand too deep',
      '[1].all(a, [1].all(b, [1].all(c, [1].all(d, [1].all(e, true)))))',
      /more than 4 deep/,
    ],
    ['a regular expression that is none', 'name.matches("(")', /a regular expression in it is not valid RE2/],
    [
      'a regular expression that only others have',
      'name.matches("(?=p)")',
      /a regular expression in it is not valid RE2/,
    ],
    [
      'a regular expression that is too long',
      `name.matches("${'p'.repeat(1001)}")`,
      /has more than 1000 characters/,
    ],
    [
      'too much work',
      '[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, object.metadata.annotations.all(c, object.metadata.annotations.all(d, true))))',
      /takes more than 1000000 steps/,
    ],
  ])('%s holds', (_, when, message) => {
    const annotations = Array.from({ length: 200 }, (__, index) => `a${String(index)}: x`).join(', ')
    const change = aChange(
      null,
      `apiVersion: v1\nkind: Pod\nmetadata: { name: p, annotations: { ${annotations} } }\nspec: {}`,
    )
    const unchecked = aPolicy(whenRule(when), true)
    const [finding] = findRisks(unchecked, aChangeSet([change]), PULL_REQUEST, NOW)
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

  it('hold, all of them, when those before took the steps of the whole decision', () => {
    const policy = aPolicy(whenRule('object.metadata.name != "" && operation == "DELETE"'))
    const pods = ['a', 'b', 'c'].map((name) =>
      aChange(null, `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: {}`),
    )
    const findings = findRisks(policy, aChangeSet(pods), PULL_REQUEST, NOW, { left: 20 })
    expect(findings.map(({ message }) => message)).toEqual(
      ['b', 'c'].map(
        (name) =>
          `The rule r could not be evaluated for Pod ${name}: the conditions and messages of this decision together take more than 100000000 steps.`,
      ),
    )
    expect(findings.every(({ effect, severity }) => effect === 'require' && severity === 'high')).toBe(true)
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
