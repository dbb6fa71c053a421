import { describe, expect, it } from 'vitest'
import { type PairReading, readPair } from '../../../src/core/decision/read-pair.ts'
import type { FileVersion } from '../../../src/core/model/changed-file.ts'

const file = (text: string): FileVersion => ({
  kind: 'file',
  id: text,
  bytes: new TextEncoder().encode(text),
})
const LINK: FileVersion = { kind: 'symlink', id: '1', target: '../b.yaml' }
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n'
const TEMPLATE = `${MAP}data:\n  {{ .values }}\n`
const SKIP = '# +argocd:skip-file-rendering\n'

function read(
  base: FileVersion | string | null,
  head: FileVersion | string | null,
  path = 'a.yaml',
): PairReading {
  const side = (version: FileVersion | string | null): FileVersion | null =>
    typeof version === 'string' ? file(version) : version
  return readPair({ path, base: side(base), head: side(head) }, true, { isSecretName: () => false })
}

const codes = ({ issues }: PairReading): string[] => issues.map(({ code }) => code)
const names = (manifests: PairReading['base']): string[] => manifests.map(({ ref }) => ref.name)

describe('what a file is', () => {
  it.each<readonly [string, FileVersion | string | null, FileVersion | string | null, PairReading['state']]>([
    ['objects that stay', MAP, MAP, 'objects'],
    ['objects that come', null, MAP, 'objects'],
    ['objects that go', MAP, null, 'objects'],
    ['objects that become settings', MAP, 'a: 1\n', 'objects'],
    ['settings that become objects', 'a: 1\n', MAP, 'objects'],
    ['settings', 'a: 1\n', 'a: 2\n', 'not-manifests'],
    ['settings that go', 'a: 1\n', null, 'not-manifests'],
    ['what becomes a link', MAP, LINK, 'unreadable'],
    ['what was a link', LINK, MAP, 'unreadable'],
    ['a link that goes', LINK, null, 'unreadable'],
    ['a template that becomes objects', TEMPLATE, MAP, 'unreadable'],
    ['objects that become a template', MAP, TEMPLATE, 'unreadable'],
  ])('%s', (_, base, head, state) => {
    expect(read(base, head).state).toBe(state)
  })

  it('is nothing that is looked at when the policy does not select it', () => {
    const change = { path: 'README.md', base: file(MAP), head: file(MAP) }
    expect(readPair(change, false, { isSecretName: () => false })).toEqual({
      state: 'not-selected',
      base: [],
      head: [],
      routed: { base: [], head: [] },
      issues: [],
      role: null,
      rewritten: false,
      fields: [],
    })
  })

  it('has the role of its new side, else of its old one', () => {
    const patches = '- op: add\n  path: /a\n  value: 1\n'
    expect(read(MAP, patches).role).toBe('patch-list')
    expect(read(patches, MAP).role).toBe('patch-list')
    expect(read(patches, null).role).toBe('patch-list')
    expect(read(MAP, MAP).role).toBeNull()
  })
})

describe('a template', () => {
  it('that says the same is told by nobody', () => {
    expect(codes(read(TEMPLATE, TEMPLATE))).toEqual([])
  })

  it('that says something else is told', () => {
    expect(codes(read(TEMPLATE, TEMPLATE.replace('.values', '.other')))).toEqual(['manifest.template'])
  })

  it.each<readonly [string, FileVersion | string | null]>([
    ['new', null],
    ['one instead of objects', MAP],
    ['one instead of a link', LINK],
    ['one instead of broken text', 'a: [\n'],
  ])('that is %s is told', (_, base) => {
    expect(codes(read(base, TEMPLATE))).toEqual(['manifest.template'])
  })

  it('that becomes a link is told as a link', () => {
    expect(codes(read(TEMPLATE, LINK))).toEqual(['file.symlink'])
  })

  it('that goes is told as what was', () => {
    const { issues } = read(TEMPLATE, null)
    expect(issues.map(({ text }) => text.startsWith('In the version that is merged into: '))).toEqual([true])
  })

  it('that becomes objects is told as what was, and the objects are there', () => {
    const reading = read(TEMPLATE, MAP)
    expect(reading.issues.map(({ text }) => text.startsWith('In the version that is merged into: '))).toEqual(
      [true],
    )
    expect([names(reading.base), names(reading.head)]).toEqual([[], ['a']])
  })
})

describe('broken text', () => {
  it('is told on every change: nobody can see that it says the same', () => {
    expect(codes(read('a: [\n', 'a: [\n'))).toEqual(codes(read(null, 'a: [\n')))
  })

  it('on the new side leaves the objects of the old one out', () => {
    expect(read(MAP, 'a: [\n')).toMatchObject({ state: 'unreadable', base: [], head: [], fields: [] })
  })
})

describe('settings', () => {
  it('that mean the same are rewritten', () => {
    expect(read('a: 1\nb: 2\n', '# said anew\nb: 2\na: 1\n')).toMatchObject({ rewritten: true, fields: [] })
    expect(read('a: 1\n', 'a: 2\n')).toMatchObject({ rewritten: false, fields: [{ path: '/a' }] })
  })

  it('beside objects are not compared', () => {
    expect(read('a: 1\n', MAP)).toMatchObject({ rewritten: false, fields: [] })
    expect(read(MAP, 'a: 1\n')).toMatchObject({ rewritten: false, fields: [] })
    expect(read(MAP, MAP).whole).toBeUndefined()
  })

  it('that come or go are told as a whole', () => {
    expect(read(null, 'a: 1\n').whole).toMatchObject({ op: 'add' })
    expect(read('a: 1\n', null).whole).toMatchObject({ op: 'remove' })
    expect(read(null, MAP).whole).toBeUndefined()
    expect(read(TEMPLATE, null).whole).toBeUndefined()
  })

  it('that fill an empty file, or empty it, are told as a whole too', () => {
    expect(read('', 'a: 1\n').fields).toMatchObject([{ op: 'add' }])
    expect(read('a: 1\n', '').fields).toMatchObject([{ op: 'remove' }])
    expect(read('', '# nothing\n')).toMatchObject({ rewritten: true, fields: [] })
  })
})

describe('the comment that keeps Argo CD from deploying a file', () => {
  it('that comes leaves what was deployed without a route now', () => {
    const reading = read(MAP, SKIP + MAP)
    expect(codes(reading)).toEqual(['argocd.skip-marker'])
    expect([names(reading.routed.base), names(reading.routed.head)]).toEqual([['a'], []])
  })

  it('that comes with an object that is new keeps that one, since other tools deploy it', () => {
    const more = MAP.replace('name: a', 'name: b')
    const reading = read(MAP, `${SKIP}${MAP}---\n${more}`)
    expect([names(reading.routed.base), names(reading.routed.head)]).toEqual([['a'], ['b']])
  })

  it('that goes gives what is deployed now no route before', () => {
    const reading = read(SKIP + MAP, MAP)
    expect(reading.issues).toMatchObject([{ code: 'argocd.skip-marker', line: 1, severity: 'low' }])
    expect([names(reading.routed.base), names(reading.routed.head)]).toEqual([[], ['a']])
  })

  it('that stays changes nothing', () => {
    const reading = read(SKIP + MAP, SKIP + MAP.replace('name: a', 'name: b'))
    expect(codes(reading)).toEqual([])
    expect([names(reading.routed.base), names(reading.routed.head)]).toEqual([['a'], ['b']])
  })

  it('in a file that is new or goes is told by nobody', () => {
    expect(codes(read(null, SKIP + MAP))).toEqual([])
    expect(codes(read(SKIP + MAP, null))).toEqual([])
  })
})
