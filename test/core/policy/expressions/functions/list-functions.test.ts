import { describe, expect, it } from 'vitest'
import { ask } from '../../../../support/expressions.ts'

describe('lists', () => {
  it.each([
    '[1, 2, 3].sum() == 6 && [].sum() == 0 && [1, 0.5].sum() == 1.5',
    '[9007199254740993, 1].sum() == 9007199254740994',
    '[2, 1, 3].min() == 1 && [2, 3, 1].max() == 3 && ["b", "a"].min() == "a" && [1, 1.5].max() == 1.5',
    '[1, 1, 2].isSorted() && ![2, 1].isSorted() && [].isSorted() && ["a", "b"].isSorted()',
    '["a", "b", "a"].indexOf("a") == 0 && ["a", "b", "a"].lastIndexOf("a") == 2 && ["a"].indexOf("c") == -1',
    '[{"a": 1}].indexOf({"a": 1}) == 0 && [1, 2].indexOf(2.0) == 1',
    '"abc".indexOf("c") == 2',
    'object.map(o, o.n).sum() == 5',
  ])('%s', (text) => {
    expect(ask(text, { object: [{ n: 2 }, { n: 3 }] })).toBe(true)
  })

  it.each([
    ['["a"].sum() == 1', 'sum() takes a list of numbers'],
    ['[9223372036854775807, 1].sum() == 0', 'sum() has a result of more than 64 bits'],
    ['[].min() == 1', 'min() takes a list with something in it'],
    ['[null].max() == null', 'max() takes a list of numbers, or one of texts'],
    ['[1, "a"].max() == 1', 'max() takes a list of numbers, or one of texts'],
    ['[1, "a"].isSorted()', 'isSorted() takes a list of numbers, or one of texts'],
  ])('%s is not known', (text, why) => {
    expect(ask(text)).toBe(why)
  })
})
