import { describe, expect, it } from 'vitest'
import { ask } from '../../../../support/expressions.ts'

describe('functions of CEL that the library has in another way', () => {
  it.each([
    '"abab".replace("a", "$&") == "$&b$&b" && "aaa".replace("a", "b", 2) == "bba" && "aaa".replace("a", "b", 0) == "aaa"',
    '"aaa".replace("a", "b", -1) == "bbb" && "ab".replace("", "-") == "-a-b-"',
    '"a,b,c".split(",", 2) == ["a", "b,c"] && "a,b".split(",", 0) == [] && "a,b,c".split(",", -1) == ["a", "b", "c"]',
    '"a,b".split(",", 5) == ["a", "b"] && "a,b,c".split(",", 1) == ["a,b,c"]',
    'int("-12") == -12 && int("+7") == 7 && uint("7") == 7u && double("1.5e3") == 1500.0 && double("1") == 1.0',
    '([1] + [2] + []) == [1, 2] && ([1, 2] + [3])[2] == 3',
  ])('%s', (text) => {
    expect(ask(text)).toBe(true)
  })

  it.each([
    'int("")',
    'int("0x10")',
    'int(" 1")',
    'int("1.5")',
    'int("9223372036854775808")',
    'uint("-1")',
    'uint("")',
    'double("")',
    'double("a")',
    'double("1 ")',
  ])('%s is no number', (text) => {
    expect(ask(`${text} == ${text.startsWith('uint') ? '0u' : '0'}`)).toMatch(/^\w+\(\) takes a/)
  })
})
