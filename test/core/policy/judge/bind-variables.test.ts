import { describe, expect, it } from 'vitest'
import type { Route } from '../../../../src/core/model/route.ts'
import { CHANGE_VARIABLES, VARIABLES } from '../../../../src/core/policy/compile/compile-expression.ts'
import type { CelBinding } from '../../../../src/core/policy/expressions/cel-values.ts'
import { type CheckedType, namesOf } from '../../../../src/core/policy/expressions/check/checked-type.ts'
import { variableTypes } from '../../../../src/core/policy/expressions/check/variable-types.ts'
import { objectVariables, placeVariables } from '../../../../src/core/policy/judge/bind-variables.ts'
import { aChange, aChangeSet } from '../../../support/policy.ts'

const change = aChange(
  null,
  'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, namespace: shop }',
  {
    verbs: ['create', 'expose'],
    environment: 'production',
    cluster: 'eu',
  },
)
const route: Route = {
  host: 'a.example',
  path: '/',
  pathType: 'Prefix',
  conditions: 'method GET',
  backend: 'web:80',
  tls: true,
  auth: 'basic',
  sources: ['10.0.0.0/8'],
  class: 'nginx',
  object: change.ref,
  via: [change.ref],
  environment: 'production',
}
const routes = { added: [route], removed: [route], changed: [{ old: route, new: route }] }
const place = { pointer: '/spec', value: 1n, oldValue: 2n }
const variables = {
  ...objectVariables(
    change,
    { ...aChangeSet([change]), routes },
    { number: 1, title: 'a', author: 'amy', base: 'main' },
  ),
  ...placeVariables(place, [place]),
}
const names = [...VARIABLES.objects, ...CHANGE_VARIABLES]

describe('the value of a variable is what it is checked for', () => {
  it.each(names)('%s', (name) => {
    const value = variables[name]?.({ left: 1000 })
    const type = variableTypes(names, undefined).get(name)
    expect(value).toBeDefined()
    expect(type && value !== undefined && mismatch(value, type, name)).toBeUndefined()
  })
})

/** Where a value is not of a type; undefined: nowhere. */
function mismatch(value: CelBinding, type: CheckedType, path: string): string | undefined {
  switch (type.kind) {
    case 'nullable':
      return value === null ? undefined : mismatch(value, type.type, path)
    case 'list':
      if (!Array.isArray(value)) return path
      return value
        .map((item, at) => mismatch(item, type.element, `${path}[${String(at)}]`))
        .find((found) => found)
    case 'record':
      return value instanceof Map ? recordMismatch(value, type.fields, path) : path
    case 'words':
      return typeof value === 'string' && type.words.includes(value) ? undefined : path
    default:
      return (namesOf(type)?.includes(TYPE_NAMES[typeof value] ?? '') ?? true) ? undefined : path
  }
}

function recordMismatch(
  value: ReadonlyMap<string, CelBinding>,
  fields: Readonly<Record<string, CheckedType>>,
  path: string,
): string | undefined {
  const [there, wanted] = [[...value.keys()].join(), Object.keys(fields).join()]
  if (there !== wanted) return `${path} has ${there}, not ${wanted}`
  return Object.entries(fields)
    .map(([key, type]) => mismatch(value.get(key) ?? null, type, `${path}.${key}`))
    .find((found) => found)
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'string',
  bigint: 'int',
  number: 'double',
  boolean: 'bool',
}
