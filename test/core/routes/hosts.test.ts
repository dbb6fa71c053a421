import { describe, expect, it } from 'vitest'
import { commonHost } from '../../../src/core/routes/hosts.ts'

describe('two hosts', () => {
  it.each([
    ['*', '*', '*'],
    ['*', 'a.example', 'a.example'],
    ['*.example', 'a.example', 'a.example'],
    ['*.example', 'b.a.example', 'b.a.example'],
    ['*.example', '*.a.example', '*.a.example'],
    ['*.example', 'example', null],
    ['*.example', 'badexample', null],
    ['*.a.example', '*.b.example', null],
    ['a.example', 'b.example', null],
    ['*.${domain}', 'a.${domain}', 'a.${domain}'],
    ['*.${domain}', 'a.example', 'a.example'],
    ['*.example', 'a.${domain}', 'a.${domain}'],
    ['*.${domain}', '*.example', '*.${domain}'],
  ])('%s and %s have %s in common', (a, b, common) => {
    expect(commonHost(a, b)).toBe(common)
    expect(commonHost(b, a)).toBe(common)
  })
})
