import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import { lineChanges } from '../../../src/core/diff/line-changes.ts'
import { placed } from '../../support/manifest.ts'

describe('the lines in which two texts differ', () => {
  it.each([
    ['one line that is another', 'a\nb\nc', 'a\nx\nc', ['- 2 b', '+ 2 x']],
    ['a line that comes in', 'a\nc', 'a\nb\nc', ['+ 2 b']],
    ['a line that goes', 'a\nb\nc', 'a\nc', ['- 2 b']],
    ['a line feed at the end', 'a\nb\n', 'a\nb', ['- 3 ']],
    ['numbers behind other changes', 'a\nb\nc\nd', 'b\nc\nd\ne', ['- 1 a', '+ 4 e']],
    ['JSON on one line', '{"a":1,"b":2}', '{"a":1,"b":3}', ['- 3   "b": 2', '+ 3   "b": 3']],
  ])('%s', (_name, old, now, lines) => {
    const shown = lineChanges(old, now)?.map(
      ({ op, line, text }) => `${op === 'add' ? '+' : '-'} ${String(line)} ${text}`,
    )
    expect(shown).toEqual(lines)
  })

  it.each([
    ['texts of one line', 'a', 'b'],
    ['texts that have nothing in common', 'a\nb', 'c\nd'],
    ['JSON that is only laid out otherwise', '{"a":1}', '{ "a": 1 }'],
    ['what is no text', 1n, 'a\nb'],
    ['thousands of lines', 'a\n'.repeat(3000) + 'z', 'b\n'.repeat(3000) + 'z'],
  ])('are not told for %s', (_name, old, now) => {
    expect(lineChanges(old, now)).toBeUndefined()
  })

  it('make the new text of the old one', () => {
    const lines = fc.array<string>(fc.constantFrom('a', 'b', 'c', ''), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = lineChanges(before.join('\n'), after.join('\n'))
        fc.pre(changes !== undefined)
        const gone = new Set(changes.filter(({ op }) => op === 'remove').map(({ line }) => line))
        const made = before.filter((_text, index) => !gone.has(index + 1))
        for (const { op, line, text } of changes) if (op === 'add') made.splice(line - 1, 0, text)
        expect(made).toEqual(after)
      }),
    )
  })
})

describe('a text in a ConfigMap', () => {
  const configMap = (text: string): object => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web' },
    data: { 'app.yaml': text },
  })
  const change = (old: string, now: string) =>
    diffManifests([placed(configMap(old))], [placed(configMap(now))]).changes[0]?.fields[0]

  it('shows the lines that differ', () => {
    expect(change('port: 80\nhost: a\n', 'port: 80\nhost: b\n')).toMatchObject({
      op: 'replace',
      path: '/data/app.yaml',
      lines: [
        { op: 'remove', line: 2, text: 'host: a' },
        { op: 'add', line: 2, text: 'host: b' },
      ],
    })
  })

  it('shows no password in them', () => {
    const field = change('user: a\npassword: alpha\n', 'user: b\npassword: beta\n')
    expect(JSON.stringify(field)).not.toMatch(/alpha|beta/)
    expect(field?.redacted).toBe(true)
  })
})
