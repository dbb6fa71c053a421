import { describe, expect, it } from 'vitest'

import { isSameTemplate } from '../../../src/core/manifests/same-template.ts'

describe('a template in another form', () => {
  it.each([
    ['other ends of lines', 'a: {{ .a }}\nb: 1\n', 'a: {{ .a }}\r\nb: 1\r\n', true],
    ['empty lines at the end', 'a: {{ .a }}\n', 'a: {{ .a }}\n\n', true],
    ['no end of the last line', 'a: {{ .a }}\n', 'a: {{ .a }}', true],
    ['the same', 'a: |+\n  {{ .a }}\n', 'a: |+\n  {{ .a }}\n', true],
    ['lines that a text keeps', 'a: |+\n  {{ .a }}\n', 'a: |+\n  {{ .a }}\n\n', false],
    ['lines of a string', 'a: {{ `x\n` }}\n', 'a: {{ `x\r\n` }}\n', false],
    ['an empty line within', 'a: {{ .a }}\nb: 1\n', 'a: {{ .a }}\n\nb: 1\n', false],
    ['a space more', 'a: {{ .a }}\n', 'a:  {{ .a }}\n', false],
  ])('%s', (_, one, other, same) => {
    const [a, b] = [one, other].map((text) => new TextEncoder().encode(text))
    expect(a && b && isSameTemplate(a, b)).toBe(same)
  })
})
