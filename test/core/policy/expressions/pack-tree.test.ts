import { describe, expect, it } from 'vitest'

import { builtinNames, packFile } from '../../../../src/adapters/files/builtin-policies.ts'
import { parseCel } from '../../../../src/core/policy/expressions/cel-parser.ts'
import type { CelNode } from '../../../../src/core/policy/expressions/cel-tree.ts'
import { createExpression } from '../../../../src/core/policy/expressions/expression.ts'
import { packTree } from '../../../../src/core/policy/expressions/pack-tree.ts'
import { unpackTree } from '../../../../src/core/policy/expressions/unpack-tree.ts'
import { makePack } from '../../../../src/core/policy/make-pack.ts'

function treeOf(text: string): CelNode {
  const parsed = parseCel(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.text}`)
  return parsed.value.root
}

/** The tree as text, members by name, without the numbers of its nodes, which only serve to find a place. */
function shown(root: CelNode): string {
  return JSON.stringify(root, (key, value: unknown) => {
    if (key === 'id') return undefined
    if (typeof value === 'bigint') return `${String(value)}n`
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  })
}

describe('a packed tree', () => {
  it.each([
    'true',
    'null',
    '-5 + 9223372036854775807',
    '1.5',
    '"a\\n\\"b\\u1F600"',
    'a.b.c',
    'has(a.b) && !has(a.c)',
    'size(x) > 0 ? x[0] : ""',
    '[1, "a", [true]]',
    '{"a": 1, 2: b}',
    'x.all(i, i > 0) || x.exists(i, i in [1, 2])',
    'x.map(i, i > 0, i.b).filter(j, j != null)',
    'namespace + title.lowerAscii()',
  ])('%s is what it was', (text) => {
    const packed = packTree(treeOf(text))
    expect(shown(unpackTree(packed ?? '').root)).toBe(shown(treeOf(text)))
  })

  it.each(['1u', 'b"a"', 'Type{a: 1}'])('of %s is not made', (text) => {
    expect(packTree(treeOf(text))).toBeUndefined()
  })

  it('is there for every expression and pattern of the packs', () => {
    const documents = builtinNames().flatMap((name) => {
      const pack = makePack(packFile(name))
      return pack.ok ? pack.value.documents : []
    })
    const trees = documents.flatMap((document) => Object.entries(document.trees ?? {}))
    expect(trees.length).toBeGreaterThan(1000)
    expect(trees.filter(([text, tree]) => shown(unpackTree(tree).root) !== shown(treeOf(text)))).toEqual([])
    const texts = documents.flatMap(({ document }) =>
      (document.spec.rules ?? []).flatMap(({ when, messageExpression }) => [
        when ?? [],
        messageExpression ?? [],
      ]),
    )
    const known = new Set(trees.map(([text]) => text))
    expect(texts.flat().filter((text) => !known.has(text))).toEqual([])
  })

  it('gives the answer of its text', () => {
    const text = 'x.filter(i, i % 2 == 0).size() == 2 && namespace == "shop"'
    const variables = { x: () => [1n, 2n, 4n], namespace: () => 'shop' }
    const expression = createExpression(text, packTree(treeOf(text)))
    expect(expression.ask(variables)).toEqual({ ok: true, value: true })
    expect([expression.uses('x'), expression.uses('namespace'), expression.uses('y')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each(['', 'x', '{}', '["z"]', '["i"]', '["f","a","b","c"]', '["s",null,"a",false]'])(
    'that is broken throws: %s',
    (text) => {
      expect(() => unpackTree(text)).toThrow()
    },
  )
})
