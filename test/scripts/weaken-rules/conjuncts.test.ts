import { expect, it } from 'vitest'

import { conjuncts } from '../../../scripts/weaken-rules/conjuncts.ts'

it.each([
  { text: 'a && b', parts: ['a', 'b'] },
  { text: 'a', parts: ['a'] },
  { text: 'x.exists(r, r.a && r.b) && "a && b" != c', parts: ['x.exists(r, r.a && r.b)', '"a && b" != c'] },
  { text: 'a && b || c', parts: ['a && b || c'] },
  { text: 'a ? b && c : d', parts: ['a ? b && c : d'] },
  { text: `'a"' == b && c["x)"]`, parts: [`'a"' == b`, 'c["x)"]'] },
  { text: '"\\"" + a && b', parts: ['"\\"" + a', 'b'] },
])('$text', ({ text, parts }) => {
  expect(conjuncts(text)).toEqual(parts)
})
