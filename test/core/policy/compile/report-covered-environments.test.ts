import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { compileGlobs } from '../../../../src/core/policy/patterns/globs.ts'
import { aPolicy } from '../../../support/policy.ts'

/** The environments that no file is ever in, as the policy says. */
function covered(...paths: readonly (readonly string[])[]): readonly string[] {
  const environments = paths.map(
    (globs, index) => `{ name: e${String(index)}, paths: ${JSON.stringify(globs)} }`,
  )
  return aPolicy(`environments: [${environments.join(', ')}]`).warnings.flatMap(({ code, text }) =>
    code === 'policy.covered-environment' ? [/environment "(\w+)"/.exec(text)?.[1] ?? ''] : [],
  )
}

it.each([
  { name: 'the same glob', first: ['a/**'], second: ['a/**'], want: true },
  { name: 'everything', first: ['**'], second: ['a/b/**'], want: true },
  { name: 'a folder above', first: ['clusters/**'], second: ['clusters/prod/**'], want: true },
  { name: 'a folder by a pattern', first: ['clusters/p*/**'], second: ['clusters/prod/**'], want: true },
  { name: 'one file', first: ['clusters/**'], second: ['clusters/prod/web.yaml'], want: true },
  { name: 'two environments together', first: ['a/**', 'b/**'], second: ['a/x/**', 'b/y.yaml'], want: true },
  { name: 'only one of two', first: ['a/**'], second: ['a/x/**', 'b/**'], want: false },
  { name: 'a folder below', first: ['clusters/prod/**'], second: ['clusters/**'], want: false },
  { name: 'a folder beside', first: ['clusters/p*/**'], second: ['clusters/dev/**'], want: false },
  { name: 'some of the files', first: ['clusters/**/*.yaml'], second: ['clusters/prod/**'], want: false },
  { name: 'a name that begins alike', first: ['prod/**'], second: ['prod-eu/**'], want: false },
])('$name: $want', ({ first, second, want }) => {
  expect(covered(first, second)).toEqual(want ? ['e1'] : [])
})

it('never says so of an environment that a file is in', () => {
  const segment = fc.constantFrom('a', 'b', 'ab', '*', 'a*', '**', '?', '{a,b}', '[ab]')
  const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
  const path = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'abc', 'c'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join('/'))
  fc.assert(
    fc.property(
      fc.array(fc.array(glob, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 }),
      fc.array(path, { minLength: 20, maxLength: 40 }),
      (environments, paths) => {
        for (const name of covered(...environments)) {
          const index = Number(name.slice(1))
          const own = compileGlobs(environments[index] ?? [])
          const earlier = compileGlobs(environments.slice(0, index).flat())
          for (const one of paths)
            if (own.matches(one)) expect([one, earlier.matches(one)]).toEqual([one, true])
        }
      },
    ),
    { numRuns: 400 },
  )
})
