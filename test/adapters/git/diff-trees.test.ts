import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodePath, parseRawDiff } from '../../../src/adapters/git/diff-trees.ts'

const A = 'a'.repeat(40)
const B = 'b'.repeat(40)
const NONE = '0'.repeat(40)

function raw(header: string, path: string): Buffer {
  return Buffer.from(`:${header}\0${path}\0`)
}

it.each([
  {
    name: 'changed',
    header: `100644 100644 ${A} ${B} M`,
    base: { kind: 'file', oid: A },
    head: { kind: 'file', oid: B },
  },
  { name: 'added', header: `000000 100755 ${NONE} ${B} A`, base: null, head: { kind: 'file', oid: B } },
  { name: 'deleted', header: `120000 000000 ${A} ${NONE} D`, base: { kind: 'symlink', oid: A }, head: null },
  {
    name: 'another kind, the same bytes',
    header: `100644 120000 ${A} ${A} T`,
    base: { kind: 'file', oid: A },
    head: { kind: 'symlink', oid: A },
  },
  {
    name: 'a submodule',
    header: `000000 160000 ${NONE} ${B} A`,
    base: null,
    head: { kind: 'submodule', oid: B },
  },
])('reads an entry: $name', ({ header, base, head }) => {
  expect(parseRawDiff(raw(header, 'x\ny'))).toEqual([{ path: 'x\ny', base, head }])
})

it('leaves out what only became executable', () => {
  expect(parseRawDiff(raw(`100644 100755 ${A} ${A} M`, 'x'))).toEqual([])
})

it('reads every path of any number of entries', () => {
  const path = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0'))
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const bytes = Buffer.concat(paths.map((name) => raw(`000000 100644 ${NONE} ${B} A`, name)))
      expect(parseRawDiff(bytes).map((entry) => entry.path)).toEqual(paths)
    }),
  )
})

it.each([
  { name: 'no path', bytes: Buffer.from(`:100644 100644 ${A} ${B} M\0`) },
  { name: 'an open path', bytes: Buffer.from(`:100644 100644 ${A} ${B} M\0x`) },
  { name: 'no header', bytes: raw('', 'x') },
  { name: 'a directory', bytes: raw(`040000 040000 ${A} ${B} M`, 'x') },
])('refuses another form: $name', ({ bytes }) => {
  expect(() => parseRawDiff(bytes)).toThrow('unknown form')
})

it('refuses a path that is not UTF-8, showing its bytes', () => {
  expect(() => decodePath(new Uint8Array([0x61, 0xff, 0x0a]))).toThrow(
    String.raw`The path a\xff\x0a is not UTF-8`,
  )
})
