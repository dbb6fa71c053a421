import { describe, expect, it } from 'vitest'

import { isJsonList, type Json } from '../../../../src/core/model/json.ts'
import { valueAt } from '../../../../src/core/model/json-pointer.ts'
import { pairElements } from '../../../../src/core/policy/change-operators/pair-elements.ts'
import { readYaml } from '../../../../src/core/yaml/read-yaml.ts'

function list(text: string): readonly Json[] {
  const read = readYaml(`list: ${text}`, 'a.yaml')
  const value = read.ok ? (valueAt(read.value[0]?.value ?? null, '/list') ?? null) : null
  if (!isJsonList(value)) throw new Error(`no list: ${text}`)
  return value
}

/** Which elements belong together, as `old-new`; equal ones are left out. */
function pairs(name: string, before: string, after: string): readonly string[] {
  return pairElements(name, list(before), list(after)).map(
    (pair) => `${String(pair.old ?? '')}-${String(pair.new ?? '')}`,
  )
}

describe('routing rules belong together', () => {
  it.each([
    [
      'when they match the same',
      'rules',
      '[{ matches: [{ path: { value: /a } }], backendRefs: [{ name: a }] }]',
      '[{ backendRefs: [{ name: x }] }, { matches: [{ path: { value: /a } }], backendRefs: [{ name: b }] }]',
      ['-0', '0-1'],
    ],
    [
      'when they match everything',
      'http',
      '[{ match: [{ port: 80 }], route: [{ a: 1 }] }, { route: [{ a: 1 }] }]',
      '[{ route: [{ b: 1 }] }, { match: [{ port: 80 }], route: [{ a: 1 }] }]',
      ['1-0'],
    ],
    [
      'not when they match something else',
      'http',
      '[{ match: [{ port: 80 }], route: [{ a: 1 }] }]',
      '[{ match: [{ port: 81 }], route: [{ a: 1 }] }]',
      ['-0', '0-'],
    ],
    [
      'by their conditions in Contour',
      'routes',
      '[{ services: [{ name: a }] }, { conditions: [{ prefix: /a }], services: [] }]',
      '[{ conditions: [{ prefix: /a }], services: [{ name: b }] }]',
      ['1-0', '0-'],
    ],
    [
      'by nothing but their match in Traefik',
      'routes',
      '[{ match: A, services: [{ name: a }] }]',
      '[{ match: B, services: [{ name: a }] }]',
      ['-0', '0-'],
    ],
    [
      'by their port, when they are servers',
      'servers',
      '[{ port: { number: 443 }, hosts: [a] }]',
      '[{ port: { number: 80 }, hosts: [a] }, { port: { number: 443 }, hosts: [b] }]',
      ['-0', '0-1'],
    ],
    [
      'not when they are rights or clauses without a match',
      'rules',
      '[{ from: [{ a: 1 }] }, { verbs: [get], matches: [{}], backendRefs: [] }]',
      '[{ from: [{ b: 1 }] }, { verbs: [list], matches: [{}], backendRefs: [] }]',
      ['-0', '-1', '0-', '1-'],
    ],
    [
      'by their type, when they are filters',
      'filters',
      '[{ type: A, a: 1 }]',
      '[{ type: A, a: 2 }]',
      ['0-0'],
    ],
  ])('%s', (_name, name, before, after, want) => {
    expect(pairs(name, before, after)).toEqual(want)
  })
})

const OTHER = { repoURL: 'z', path: 'z', targetRevision: 'z' }

describe('the sources of an application', () => {
  it.each<readonly [string, Json, Json, boolean]>([
    [
      'by their place',
      { repoURL: 'a', path: 'p', targetRevision: '1' },
      { repoURL: 'a', path: 'p', targetRevision: '2' },
      true,
    ],
    ['by the folder in another repository', { repoURL: 'a', path: 'p' }, { repoURL: 'b', path: 'p' }, true],
    ['by the repository of another folder', { repoURL: 'a', path: 'p' }, { repoURL: 'a', path: 'q' }, true],
    ['by what others call them', { repoURL: 'a', ref: 'values' }, { repoURL: 'b', ref: 'values' }, true],
    ['not with nothing in common', { repoURL: 'a', path: 'p' }, { repoURL: 'b', chart: 'q' }, false],
  ])('are paired %s', (_, old, now, isPaired) => {
    const found = pairElements('sources', [old, OTHER], [OTHER, now])
    expect(found).toEqual(
      isPaired
        ? [{ old: 0, new: 1 }]
        : [
            { old: null, new: 1 },
            { old: 0, new: null },
          ],
    )
  })
})

describe('the generators of an ApplicationSet', () => {
  it('are paired by their kind', () => {
    const old = [{ git: { revision: 'a' } }, { list: { elements: ['x'] } }]
    const now = [{ list: { elements: ['y'] } }, { git: { revision: 'b' } }, { clusters: {} }]
    expect(pairElements('generators', old, now)).toEqual([
      { old: 1, new: 0 },
      { old: 0, new: 1 },
      { old: null, new: 2 },
    ])
  })

  it('of a kustomization are texts, and equal or not', () => {
    expect(pairElements('generators', ['a.yaml'], ['b.yaml'])).toEqual([
      { old: null, new: 0 },
      { old: 0, new: null },
    ])
  })
})

describe('charts of a kustomization', () => {
  it('are paired by release and name', () => {
    const old = [{ name: 'web', releaseName: 'a', version: '1' }]
    const now = [
      { name: 'web', releaseName: 'b', version: '1' },
      { name: 'web', releaseName: 'a', version: '2' },
    ]
    expect(pairElements('helmCharts', old, now)).toEqual([
      { old: null, new: 0 },
      { old: 0, new: 1 },
    ])
  })
})
