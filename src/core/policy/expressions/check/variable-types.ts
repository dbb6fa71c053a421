import { type Operation, VERBS } from '../../../model/change.ts'
import type { FieldPlace } from '../../known-fields.ts'
import { ANY, type CheckedType, INT, listOf, nullable, STRING } from './checked-type.ts'

const OPERATIONS: readonly Operation[] = ['CREATE', 'UPDATE', 'DELETE']

/** A route, as `routes` and the functions about routes give it. */
export const ROUTE: CheckedType = {
  kind: 'record',
  noun: 'a route',
  fields: {
    host: STRING,
    path: STRING,
    pathType: STRING,
    conditions: nullable(STRING),
    backend: STRING,
    tls: { kind: 'plain', name: 'bool' },
    auth: nullable(STRING),
    sources: nullable(listOf(STRING)),
    class: nullable(STRING),
    object: STRING,
    via: listOf(STRING),
    title: STRING,
    admission: STRING,
  },
}

const CHANGED_ROUTE: CheckedType = {
  kind: 'record',
  noun: 'a changed route',
  fields: { old: ROUTE, new: ROUTE },
}

const TYPES: Readonly<Record<string, CheckedType>> = {
  operation: { kind: 'words', noun: 'operation', words: OPERATIONS },
  verbs: listOf({ kind: 'words', noun: 'verb', words: VERBS }),
  environment: nullable(STRING),
  cluster: nullable(STRING),
  routes: {
    kind: 'record',
    noun: 'routes',
    fields: { added: listOf(ROUTE), removed: listOf(ROUTE), changed: listOf(CHANGED_ROUTE) },
  },
  pullRequest: nullable({
    kind: 'record',
    noun: 'pullRequest',
    fields: { number: INT, title: STRING, author: nullable(STRING), base: STRING },
  }),
  namespace: STRING,
  name: STRING,
  title: STRING,
  kind: STRING,
  group: STRING,
  path: STRING,
  code: STRING,
  text: STRING,
  line: INT,
  pointer: STRING,
  values: listOf(ANY),
  role: nullable(STRING),
  fields: listOf({
    kind: 'record',
    noun: 'a field',
    fields: {
      op: { kind: 'words', noun: 'operation', words: ['add', 'remove', 'replace'] },
      path: STRING,
      old: ANY,
      new: ANY,
    },
  }),
}

/** The types of variables. `root` is where the objects start that a rule looks at; undefined when their kinds are not known. */
export function variableTypes(
  names: readonly string[],
  root: FieldPlace | undefined,
): ReadonlyMap<string, CheckedType> {
  return new Map(
    names.map((name) => {
      const isObject = name === 'object' || name === 'oldObject'
      if (isObject && root) return [name, nullable({ kind: 'place', place: root, path: name })]
      return [name, TYPES[name] ?? ANY]
    }),
  )
}
