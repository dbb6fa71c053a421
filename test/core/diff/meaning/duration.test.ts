import { describe, expect, it } from 'vitest'
import { parseGoDuration, parsePrometheusDuration } from '../../../../src/core/diff/meaning/duration.ts'

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

describe('Prometheus durations', () => {
  it.each([
    ['1d', '24h'],
    ['1w', '7d'],
    ['1y', '365d'],
    ['1h30m', '90m'],
    ['0', '0s'],
    ['1000ms', '1s'],
  ])('%s is %s', (a, b) => {
    expect(parsePrometheusDuration(a)).toBe(parsePrometheusDuration(b))
    expect(parsePrometheusDuration(a)).toBeDefined()
  })

  it.each(['', '1', '1.5h', '1m1h', '1d 1h', 'd'])('%j is none', (text) => {
    expect(parsePrometheusDuration(text)).toBeUndefined()
  })
})
