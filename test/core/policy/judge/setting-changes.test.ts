import { describe, expect, it } from 'vitest'

import type { FieldChange, FileChange } from '../../../../src/core/model/change.ts'
import { fileSettings } from '../../../../src/core/policy/judge/setting-changes.ts'

const file = (fields: readonly FieldChange[], whole?: FieldChange): FileChange => ({
  path: 'values.yaml',
  operation: 'UPDATE',
  content: 'file:1',
  rewritten: false,
  role: 'helm-values',
  fields,
  whole,
})

const CASES: readonly {
  readonly name: string
  readonly field: FieldChange
  readonly settings: readonly (readonly unknown[])[]
}[] = [
  {
    name: 'a scalar that becomes another',
    field: { op: 'replace', path: '/a', old: 1n, new: 2n, line: 3, redacted: false },
    settings: [['replace', '/a', 1n, 2n, 3]],
  },
  {
    name: 'a map that comes, by what is in it',
    field: { op: 'add', path: '/a', new: { b: true, 'c/d': ['e', {}], f: [] }, line: 3, redacted: false },
    settings: [
      ['add', '/a/b', null, true, 3],
      ['add', '/a/c~1d/0', null, 'e', 3],
      ['add', '/a/c~1d/1', null, {}, 3],
      ['add', '/a/f', null, [], 3],
    ],
  },
  {
    name: 'a list that goes',
    field: { op: 'remove', path: '/a', old: ['x', 'y'], line: 3, redacted: false },
    settings: [
      ['remove', '/a/0', 'x', null, 3],
      ['remove', '/a/1', 'y', null, 3],
    ],
  },
  {
    name: 'a map that becomes a text',
    field: { op: 'replace', path: '/a', old: { b: 1n }, new: 'c', line: 3, redacted: false },
    settings: [
      ['remove', '/a/b', 1n, null, 3],
      ['add', '/a', null, 'c', 3],
    ],
  },
  {
    name: 'a secret, as a mask',
    field: { op: 'replace', path: '/password', line: 3, redacted: true },
    settings: [['replace', '/password', '***', '***', 3]],
  },
  {
    name: 'a secret that goes',
    field: { op: 'remove', path: '/password', line: 3, redacted: true },
    settings: [['remove', '/password', '***', null, 3]],
  },
  {
    name: 'nothing that becomes a value',
    field: { op: 'replace', path: '/a', old: null, new: 'b', line: 3, redacted: false },
    settings: [['replace', '/a', null, 'b', 3]],
  },
]

describe('the settings in which a file differs', () => {
  it.each(CASES)('$name', ({ field, settings }) => {
    const told = fileSettings(file([field])).map((one) => [one.op, one.path, one.old, one.new, one.line])
    expect(told).toEqual(settings)
  })

  it('are all of a file that is new', () => {
    const whole: FieldChange = { op: 'add', path: '', new: { a: 1n }, line: 1, redacted: false }
    expect(fileSettings(file([], whole))).toMatchObject([{ op: 'add', path: '/a', new: 1n }])
  })
})
