import { expect, it } from 'vitest'
import { falseParts } from '../../../../src/core/policy/judge/false-parts.ts'

it.each([
  { condition: 'a && b', parts: ['b'] },
  { condition: 'b && b', parts: ['b', 'b'] },
  { condition: 'a && (b || b) && a', parts: ['(b || b)'] },
  { condition: '(a && b)', parts: [] },
  { condition: 'b', parts: [] },
  { condition: 'a || a && b', parts: [] },
  { condition: 'a ? b : a && b', parts: [] },
  { condition: 'text == "x && y" && b', parts: ['b'] },
  { condition: "text == 'it\\'s && so' && a", parts: ["text == 'it\\'s && so'"] },
  { condition: 'text == r"\\" && b', parts: ['b', 'text == r"\\"'] },
  { condition: 'a && [a, b].all(x, x && a)', parts: ['[a, b].all(x, x && a)'] },
  { condition: 'a && // b && b\n b', parts: ['// b && b\n b'] },
  { condition: 'a && nothing', parts: [] },
])('$condition', ({ condition, parts }) => {
  const variables = { a: () => true, b: () => false, text: () => 'x && y' }
  expect(falseParts(condition, variables).toSorted()).toEqual(parts.toSorted())
})
