import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { entryKind, parseTree } from '../../../src/adapters/git/tree-entry.ts'

it('reads what a tree object holds', () => {
  const name = fc.uint8Array({ minLength: 1, maxLength: 40 }).filter((bytes) => !bytes.includes(0))
  const oid = fc.uint8Array({ minLength: 20, maxLength: 20 })
  const mode = fc.constantFrom('100644', '100755', '120000', '160000', '40000')
  fc.assert(
    fc.property(fc.array(fc.tuple(mode, name, oid)), (entries) => {
      const bytes = Buffer.concat(
        entries.flatMap((entry) => [Buffer.from(`${entry[0]} `), entry[1], Buffer.from([0]), entry[2]]),
      )
      const want = entries.map((entry) => ({
        mode: entry[0],
        name: Buffer.from(entry[1]),
        oid: Buffer.from(entry[2]).toString('hex'),
      }))
      expect(parseTree(bytes)).toEqual(want)
    }),
  )
})

it.each([
  { mode: '100644', kind: 'file' },
  { mode: '100755', kind: 'file' },
  { mode: '100664', kind: 'file' },
  { mode: '120000', kind: 'symlink' },
  { mode: '160000', kind: 'submodule' },
  { mode: '40000', kind: 'directory' },
  { mode: '040000', kind: 'directory' },
])('$mode is a $kind', ({ mode, kind }) => {
  expect(entryKind(mode)).toBe(kind)
})
