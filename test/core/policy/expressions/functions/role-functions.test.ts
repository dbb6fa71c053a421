import { describe, expect, it } from 'vitest'
import { ask } from '../../../../support/expressions.ts'

function role(...rules: readonly unknown[]): unknown {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', rules }
}

describe('granted', () => {
  it.each([
    ['what is written', { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }, true],
    ['another verb', { apiGroups: [''], resources: ['secrets'], verbs: ['list'] }, false],
    ['another resource', { apiGroups: [''], resources: ['pods'], verbs: ['get'] }, false],
    ['another group', { apiGroups: ['apps'], resources: ['secrets'], verbs: ['get'] }, false],
    ['every verb', { apiGroups: [''], resources: ['secrets'], verbs: ['*'] }, true],
    ['everything', { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }, true],
    ['one name', { apiGroups: [''], resources: ['secrets'], verbs: ['get'], resourceNames: ['db'] }, false],
    ['a subresource', { apiGroups: [''], resources: ['secrets/x'], verbs: ['get'] }, false],
  ])('%s', (_, rule, want) => {
    expect(ask('granted(object, "get", "", "secrets") == want', { object: role(rule), want })).toBe(true)
  })

  const object = role(
    { apiGroups: [''], resources: ['pods', '*/scale'], verbs: ['create'] },
    { apiGroups: [''], resources: ['secrets'], verbs: ['get'], resourceNames: ['db'] },
    { nonResourceURLs: ['/metrics/*'], verbs: ['get'] },
  )

  it.each([
    '!granted(object, "create", "", "pods/exec") && granted(object, "create", "", "deployments/scale")',
    'granted(object, "get", "", "secrets", "db") && !granted(object, "get", "", "secrets", "other")',
    'granted(object, "get", "/metrics/x") && !granted(object, "get", "/healthz")',
    '!granted(null, "get", "", "secrets") && !granted({"kind": "Role"}, "get", "", "secrets")',
    'grants(object).size() == 4 && grants(null) == []',
    'grants(object)[0] == {"verb": "create", "url": null, "group": "", "resource": "pods", "name": null}',
    'grants(object).exists(g, g.resource == "secrets" && g.name == "db")',
    'grants(object).exists(g, g.url == "/metrics/*" && g.verb == "get")',
  ])('%s', (text) => {
    expect(ask(text, { object })).toBe(true)
  })

  it('is not known of a role whose rights are too many to list', () => {
    const many = Array.from({ length: 101 }, (_, at) => String(at))
    const wide = role({ apiGroups: [''], resources: many, verbs: many })
    expect(ask('grants(object) == []', { object: wide })).toBe(
      'grants() lists at most 10000 rights of a role',
    )
    expect(ask('granted(object, "100", "", "100")', { object: wide })).toBe(true)
  })

  it('is not known of something that is no object', () => {
    expect(ask('granted("admin", "get", "", "secrets")')).toBe('granted() takes an object or null')
  })
})
