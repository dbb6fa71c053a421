import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readText } from '../../../src/adapters/files/read-text.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  writeFileSync(join(folder, 'text'), 'ü\r\n')
  writeFileSync(join(folder, 'marked'), '\uFEFFa')
  writeFileSync(join(folder, 'latin'), new Uint8Array([0xe4]))
  writeFileSync(join(folder, 'large'), new Uint8Array(5 * 1024 * 1024 + 1))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  { name: 'text', want: 'ü\r\n' },
  { name: 'marked', want: '\uFEFFa' },
])('$name is given as it is', ({ name, want }) => {
  expect(readText(join(folder, name))).toEqual({ ok: true, value: want })
})

it.each([
  { name: 'nowhere', code: 'file-missing', sentence: /^There is no file .*nowhere/ },
  { name: '.', code: 'is-directory', sentence: /is a directory\. Name a file in it\.$/ },
  { name: 'text/x', code: 'not-a-directory', sentence: /a part of its path is no directory/ },
  { name: 'latin', code: 'not-utf8', sentence: /is not UTF-8 text/ },
  { name: 'large', code: 'too-large', sentence: /larger than 5 MiB/ },
])('$name is $code', ({ name, code, sentence }) => {
  const read = readText(join(folder, name))
  expect(read).toMatchObject({ ok: false, error: { code } })
  expect(read.ok ? '' : read.error.text).toMatch(sentence)
})
