import { expect, it } from 'vitest'
import { exampleOf } from '../../../../src/core/report/rules/rule-example.ts'
import { RULE, runOf, SCALED } from '../../decision/cases/case-world.ts'

function example(text: string): ReturnType<typeof exampleOf> {
  const [run] = runOf(RULE, `name: a\n${text}\nexpect: { outcome: hold }`).files[0]?.runs ?? []
  if (!run) throw new Error('nothing was run')
  return exampleOf(run, 'acme.down')
}

it('shows a change with a little around it, and what the rule says of it', () => {
  expect(example(SCALED)).toEqual({
    name: 'a',
    path: 'tests/acme.yaml',
    line: 5,
    message: 'Deployment shop/web loses replicas',
    lines: [
      '  apiVersion: apps/v1',
      '  kind: Deployment',
      '  metadata: { name: web, namespace: shop }',
      '- spec: { replicas: 3 }',
      '+ spec: { replicas: 1 }',
    ],
  })
})

it('leaves out what is the same for long', () => {
  const lines = (middle: string): string =>
    JSON.stringify(
      Array.from({ length: 30 }, (_, at) => (at === 15 ? middle : `k${String(at)}: 1`)).join('\n'),
    )
  expect(example(`before: ${lines('a: 1')}\nafter: ${lines('a: 2')}`).lines).toEqual([
    '  k0: 1',
    '  k1: 1',
    '  k2: 1',
    '  k3: 1',
    '  ...',
    '  k13: 1',
    '  k14: 1',
    '- a: 1',
    '+ a: 2',
    '  k16: 1',
    '  k17: 1',
    '  ...',
  ])
})

it('names files when there are several, and ends somewhere', () => {
  const long = JSON.stringify(Array.from({ length: 60 }, (_, at) => `k${String(at)}: 1`).join('\n'))
  const { lines, message } = example(`files: { before: , after: { a.yaml: ${long}, b.yaml: "c: 1" } }`)
  expect(lines[0]).toBe('a.yaml:')
  expect(lines).toHaveLength(41)
  expect(lines.at(-1)).toBe('... 23 more lines')
  expect(message).toBeNull()
})
