import { expect, it } from 'vitest'

import { didYouMean } from '../../../src/core/model/did-you-mean.ts'

it.each([
  ['scael', ['scale', 'delete'], 'scale'],
  ['HIGH', ['high', 'low'], 'high'],
  ['recomended', ['recommended'], 'recommended'],
  ['x', ['high'], undefined],
  ['something', ['else'], undefined],
  ['', ['a'], 'a'],
])('%s among %s is %s', (seen, known, want) => {
  expect(didYouMean(seen, known)).toBe(want)
})
