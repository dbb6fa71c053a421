import { describe, expect, it } from 'vitest'
import { parseGoDuration } from '../../../src/core/diff/duration.ts'

describe('Go durations', () => {
  it.each([
    ['60s', '1m'],
    ['1m0s', '1m'],
    ['1.5h', '90m'],
    ['1000ms', '1s'],
  ])('%s is %s', (a, b) => {
    expect(parseGoDuration(a)).toBe(parseGoDuration(b))
    expect(parseGoDuration(a)).toBeDefined()
  })

  it.each(['', '1d', '1', '1 m', 'm', '1m x', '0.0000000001s'])('%j is none', (text) => {
    expect(parseGoDuration(text)).toBeUndefined()
  })
})
