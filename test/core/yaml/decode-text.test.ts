import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/core/yaml/decode-text.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const utf16 = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'utf16le'))

describe('decodeText', () => {
  it.each([
    ['plain', 'a: 1\n'],
    ['with CRLF', 'a: 1\r\nb: 2\r\n'],
    ['with tabs and what is not ASCII', 'a:\té \u{1F600} \u00A0'],
    ['empty', ''],
  ])('reads text %s', (_name, value) => {
    expect(decodeText(text(value), 'a.yaml')).toEqual({ ok: true, value })
  })

  it.each([
    ['a byte order mark at the start', text('\uFEFFa: 1'), 'yaml.bom', 1, 1],
    ['a byte order mark after a separator', text('a: 1\n---\n\uFEFFb: 1'), 'yaml.bom', 3, 1],
    ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe, ...utf16('a: 1')), 'yaml.encoding', 1, 1],
    ['UTF-16 of the other order', Uint8Array.of(0xfe, 0xff, 0, 0x61), 'yaml.encoding', 1, 1],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'yaml.encoding', 1, 1],
    ['UTF-16 without a mark', utf16('a: 1'), 'yaml.binary', 1, 2],
    ['a NUL', text('a: 1\nb: "x\0"'), 'yaml.binary', 2, 6],
    ['a NUL before what is not UTF-8', Uint8Array.of(0x61, 0x0a, 0x00, 0xff), 'yaml.binary', 2, 1],
    ['a byte that is not UTF-8', Uint8Array.of(...text('a: 1\né: "b'), 0xff, 0x22), 'yaml.encoding', 2, 6],
    ['a cut sequence', Uint8Array.of(...text('a: b'), 0xe2, 0x82), 'yaml.encoding', 1, 5],
    ['a cut sequence before text', Uint8Array.of(0x61, 0xe2, 0x82, 0x62), 'yaml.encoding', 1, 2],
    ['an overlong sequence', Uint8Array.of(0x61, 0xc0, 0x80), 'yaml.encoding', 1, 2],
    ['a bell', text('a: \x07'), 'yaml.control-character', 1, 4],
    ['DEL', text('a: \x7f'), 'yaml.control-character', 1, 4],
    ['a C1 control', text('a: \u0099'), 'yaml.control-character', 1, 4],
    ['U+FFFE', text('a: \uFFFE'), 'yaml.control-character', 1, 4],
    ['NEL', text('a: b # c\u0085  d: e'), 'yaml.line-break', 1, 9],
    ['a line separator', text('a: b # c\u2028  d: e'), 'yaml.line-break', 1, 9],
    ['a paragraph separator', text('a: 1\nb: \u2029'), 'yaml.line-break', 2, 4],
    ['a lone CR', text('a: 1\nb: 2\rc: 3\r\n'), 'yaml.line-break', 2, 5],
    ['a CR at the end', text('a: 1\r'), 'yaml.line-break', 1, 5],
    ['more than 5 MiB', new Uint8Array(5 * 1024 * 1024 + 1).fill(0x20), 'yaml.too-large', 1, 1],
  ])('refuses %s', (_name, bytes, code, line, column) => {
    const result = decodeText(bytes, 'dir/a.yaml')
    expect(result).toMatchObject({
      ok: false,
      error: { code, line, column, path: 'dir/a.yaml', severity: 'high' },
    })
  })

  it('gives exactly what encodes to the bytes, or an issue', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const result = decodeText(bytes, 'a')
        if (result.ok) expect(text(result.value)).toEqual(bytes)
        else expect(result.error.column).toBeGreaterThan(0)
      }),
    )
  })
})
