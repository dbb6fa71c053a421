import { describe, expect, it } from 'vitest'

import type { Json } from '../../../../src/core/model/json.ts'
import { pairElements } from '../../../../src/core/policy/change-operators/pair-elements.ts'

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
    const pairs = pairElements('sources', [old, OTHER], [OTHER, now])
    expect(pairs).toEqual(
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
