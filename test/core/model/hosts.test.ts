import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coversHost, hostOf } from '../../../src/core/model/hosts.ts'

describe('a host', () => {
  it.each([
    ['', '*'],
    [' A.Example. ', 'a.example'],
    ['*.A.example', '*.a.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['*.BÜCHER.example', '*.xn--bcher-kva.example'],
    ['xn--BCHER-kva.example', 'xn--bcher-kva.example'],
    ['2001:DB8:0:0::1', '[2001:db8::1]'],
    ['[2001:db8::1]', '[2001:db8::1]'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['a.example:8080', 'a.example:8080'],
    ['evil.example/bücher', 'evil.example/bücher'],
    ['u@bücher.example', 'u@bücher.example'],
    ['${HOST}', '${host}'],
  ])('%s is %s', (written, host) => {
    expect(hostOf(written)).toBe(host)
  })

  it('is read however many dots stand in it', () => {
    const dots = '.'.repeat(400_000)
    expect(hostOf(`a${dots}b${dots}`)).toBe(`a${dots}b`)
  })

  it('has one form', () => {
    const labels = fc.string({
      unit: fc.constantFrom('a', 'Z', '0', '-', '.', 'ü', 'ß', ':', '[', ']', '*', ' ', '/'),
    })
    fc.assert(
      fc.property(labels, (text) => {
        expect(hostOf(hostOf(text))).toBe(hostOf(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('two hosts', () => {
  it('a certificate covers one label', () => {
    expect(coversHost('*.example', 'a.example')).toBe(true)
    expect(coversHost('*.example', 'b.a.example')).toBe(false)
  })
})
