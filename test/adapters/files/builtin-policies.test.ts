import { expect, it } from 'vitest'
import { builtinNames, builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'

it('knows the packs that ship, and no test file', () => {
  expect(builtinNames()).toEqual(expect.arrayContaining(['files', 'gate', 'recommended']))
  expect(builtinNames()).not.toContain('tests')
})

it('gives a pack with its text, marked as shipped', () => {
  const [pack] = builtinPolicy('recommended') ?? []
  expect(pack).toMatchObject({
    path: 'builtin:recommended',
    text: expect.stringContaining('kind: Policy'),
    builtin: true,
  })
})

it('gives the packs that guard the gate as locked, and every pack as all', () => {
  expect(builtinPolicy('locked')?.map(({ path }) => path)).toEqual(['builtin:gate', 'builtin:files'])
  expect(builtinPolicy('all')?.map(({ path }) => path)).toEqual(
    builtinNames()
      .filter((name) => name !== 'recommended')
      .map((name) => `builtin:${name}`),
  )
})

it.each(['', 'nowhere', '../package', 'recommended.yaml', 'tests', 'tests/ingress', 'constructor'])(
  'has no pack %j',
  (name) => {
    expect(builtinPolicy(name)).toBeUndefined()
  },
)
