import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import type { Change } from '../../../src/core/model/change.ts'
import { placed } from '../../support/manifest.ts'

const deployment = (spec: object = {}, metadata: object = {}): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  spec,
})

const summary = (change: Change): string => `${change.operation} ${change.ref.kind} ${change.verbs.join(' ')}`

describe('an object', () => {
  it('that is new is created', () => {
    const { changes } = diffManifests([], [placed(deployment({ replicas: 3 }))])
    expect(changes.map(summary)).toEqual(['CREATE Deployment create'])
    expect(changes[0]).toMatchObject({ oldObject: null, fields: [], source: { oldPath: null, line: 1 } })
  })

  it('that is gone is deleted', () => {
    const { changes } = diffManifests([placed(deployment())], [])
    expect(changes.map(summary)).toEqual(['DELETE Deployment delete'])
    expect(changes[0]).toMatchObject({ object: null, content: 'deleted' })
  })

  it('that differs is updated, with the fields that differ', () => {
    const { changes } = diffManifests(
      [placed(deployment({ replicas: 3 }))],
      [placed(deployment({ replicas: 0 }))],
    )
    expect(changes.map(summary)).toEqual(['UPDATE Deployment scale'])
    expect(changes[0]?.fields).toEqual([
      { op: 'replace', path: '/spec/replicas', old: 3n, new: 0n, line: 3, redacted: false },
    ])
  })
})
