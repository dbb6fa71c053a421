import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import type { PlacedManifest } from '../../../src/core/diff/placed-manifest.ts'
import { placed } from '../../support/manifest.ts'

/** A ConfigMap `web` that holds one value, in a file. */
function at(path: string, value: number, line = 1): PlacedManifest {
  return placed(
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { value } },
    { path, line },
  )
}

/** A Job whose name the server makes up. */
function generated(value: number): PlacedManifest {
  return placed({ apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'run-' }, spec: { value } })
}

function inEnvironment(environment: string): PlacedManifest {
  return {
    ...at(`${environment}/x.yaml`, 1),
    placement: { environment, cluster: null, namespace: 'default' },
  }
}

function inNamespace(namespace: string): PlacedManifest {
  return placed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace } })
}

function deployment(spec: object): PlacedManifest {
  return placed({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec })
}

/** A patch of a Deployment `web`. */
function patch(path: string, replicas: number): PlacedManifest {
  return placed(
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { replicas } },
    { path, role: 'kustomize-patch' },
  )
}

/** That Deployment as an object. */
function deploymentAt(path: string, replicas: number): PlacedManifest {
  return placed(
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { replicas } },
    { path },
  )
}

type Case = readonly [
  name: string,
  base: readonly PlacedManifest[],
  head: readonly PlacedManifest[],
  changes: readonly string[],
  unchanged: { readonly moved?: number; readonly reformatted?: number },
]

const CASES: readonly Case[] = [
  [
    'an object that a new name makes a patch',
    [deploymentAt('a/x.yaml', 1)],
    [patch('a/x-patch.yaml', 1)],
    [],
    { moved: 1 },
  ],
  [
    'a patch that a new name makes an object',
    [patch('a/x-patch.yaml', 1)],
    [deploymentAt('a/x.yaml', 1)],
    [],
    { moved: 1 },
  ],
  [
    'the same with another value',
    [deploymentAt('a/x.yaml', 1)],
    [patch('a/x-patch.yaml', 2)],
    ['CREATE a/x-patch.yaml', 'DELETE a/x.yaml'],
    {},
  ],
  [
    'an object that stays beside its patch',
    [deploymentAt('a/x.yaml', 1)],
    [deploymentAt('a/x.yaml', 1), patch('a/x-patch.yaml', 1)],
    ['CREATE a/x-patch.yaml'],
    { reformatted: 1 },
  ],
  ['the same place', [at('a/x.yaml', 1)], [at('a/x.yaml', 2)], ['UPDATE a/x.yaml'], {}],
  ['another file, the same meaning', [at('a/x.yaml', 1)], [at('b/y.yaml', 1)], [], { moved: 1 }],
  [
    'another file, another meaning',
    [at('a/x.yaml', 1)],
    [at('b/y.yaml', 2)],
    ['UPDATE b/y.yaml from a/x.yaml'],
    {},
  ],
  [
    'a file of the same folder',
    [at('a/x.yaml', 1)],
    [at('a/y.yaml', 2)],
    ['UPDATE a/y.yaml from a/x.yaml'],
    {},
  ],
  [
    'a copy',
    [at('a/x.yaml', 1)],
    [at('a/x.yaml', 1), at('b/x.yaml', 1)],
    ['CREATE b/x.yaml'],
    { reformatted: 1 },
  ],
  [
    'a copy that goes',
    [at('a/x.yaml', 1), at('b/x.yaml', 1)],
    [at('a/x.yaml', 1)],
    ['DELETE b/x.yaml'],
    { reformatted: 1 },
  ],
  [
    'the place before the meaning',
    [at('a/x.yaml', 1), at('b/x.yaml', 2)],
    [at('a/x.yaml', 2), at('b/x.yaml', 1)],
    ['UPDATE a/x.yaml', 'UPDATE b/x.yaml'],
    {},
  ],
  [
    'two overlays that move',
    [at('dev/x.yaml', 1), at('prod/x.yaml', 2)],
    [at('new/dev/x.yaml', 1), at('new/prod/x.yaml', 2)],
    [],
    { moved: 2 },
  ],
  [
    'two overlays that move, one of which changes',
    [at('dev/x.yaml', 1), at('prod/x.yaml', 2)],
    [at('new/dev/x.yaml', 1), at('new/prod/x.yaml', 3)],
    ['UPDATE new/prod/x.yaml from prod/x.yaml'],
    { moved: 1 },
  ],
  [
    'two overlays that move and change: nothing is guessed',
    [at('dev/x.yaml', 1), at('prod/x.yaml', 2)],
    [at('new/dev/x.yaml', 3), at('new/prod/x.yaml', 4)],
    ['DELETE dev/x.yaml', 'CREATE new/dev/x.yaml', 'CREATE new/prod/x.yaml', 'DELETE prod/x.yaml'],
    {},
  ],
  [
    'files of two folders that get another name and change',
    [at('dev/x.yaml', 1), at('prod/x.yaml', 2)],
    [at('dev/y.yaml', 3), at('prod/y.yaml', 4)],
    ['UPDATE dev/y.yaml from dev/x.yaml', 'UPDATE prod/y.yaml from prod/x.yaml'],
    {},
  ],
  [
    'overlays that trade their values under other names',
    [at('dev/x.yaml', 1), at('prod/x.yaml', 2)],
    [at('dev/y.yaml', 2), at('prod/y.yaml', 1)],
    ['UPDATE dev/y.yaml from dev/x.yaml', 'UPDATE prod/y.yaml from prod/x.yaml'],
    {},
  ],
  [
    'the same where copies stand in each folder',
    [at('dev/x.yaml', 1), at('dev/y.yaml', 2), at('prod/x.yaml', 3), at('prod/y.yaml', 4)],
    [at('dev/u.yaml', 3), at('dev/v.yaml', 4), at('prod/u.yaml', 1), at('prod/v.yaml', 2)],
    [
      'CREATE dev/u.yaml',
      'CREATE dev/v.yaml',
      'DELETE dev/x.yaml',
      'DELETE dev/y.yaml',
      'CREATE prod/u.yaml',
      'CREATE prod/v.yaml',
      'DELETE prod/x.yaml',
      'DELETE prod/y.yaml',
    ],
    {},
  ],
  [
    'copies that get other names in their folder',
    [at('a/x.yaml', 1), at('a/y.yaml', 2)],
    [at('a/u.yaml', 2), at('a/v.yaml', 1)],
    [],
    { moved: 2 },
  ],
  [
    'copies in one file, the equal ones first',
    [at('a.yaml', 1, 1), at('a.yaml', 2, 9)],
    [at('a.yaml', 2, 1), at('a.yaml', 3, 9)],
    ['UPDATE a.yaml'],
    { reformatted: 1 },
  ],
  ['a patch that moves', [patch('dev/patch.yaml', 1)], [patch('new/patch.yaml', 1)], [], { moved: 1 }],
  [
    'a patch that goes and another that comes',
    [patch('dev/patch.yaml', 1)],
    [patch('prod/patch.yaml', 2)],
    ['DELETE dev/patch.yaml', 'CREATE prod/patch.yaml'],
    {},
  ],
  ['a name that the server makes up', [], [generated(1)], ['CREATE a.yaml'], {}],
  ['the same without a name', [generated(1)], [generated(1)], [], { reformatted: 1 }],
  ['another without a name is made anew', [generated(1)], [generated(2)], ['CREATE a.yaml'], {}],
]

describe('pairing', () => {
  it.each(CASES)('%s', (_name, base, head, expected, unchanged) => {
    const result = diffManifests(base, head)
    const summary = result.changes.map(({ operation, source }) => {
      const from = source.oldPath === null ? '' : ` from ${source.oldPath}`
      return `${operation} ${source.path}${from}`
    })
    expect(summary).toEqual(expected)
    expect(result.unchanged).toEqual({ moved: 0, reformatted: 0, ...unchanged })
  })

  it('does not join what stands in two environments', () => {
    const { changes } = diffManifests([inEnvironment('dev')], [inEnvironment('prod')])
    expect(changes.map((change) => change.operation)).toEqual(['DELETE', 'CREATE'])
  })

  it('takes another namespace for another object', () => {
    const { changes } = diffManifests([inNamespace('a')], [inNamespace('b')])
    expect(changes.map((change) => `${change.operation} ${String(change.ref.namespace)}`).toSorted()).toEqual(
      ['CREATE b', 'DELETE a'],
    )
  })
})

describe('what an approval is about', () => {
  it('is another thing in the folder of another overlay', () => {
    const { changes } = diffManifests([], [at('dev/x.yaml', 1), at('prod/x.yaml', 1)])
    expect(new Set(changes.map((change) => change.identity)).size).toBe(2)
  })

  it('is another thing for each copy in one folder', () => {
    const { changes } = diffManifests([], [at('a/x.yaml', 1), at('a/y.yaml', 2)])
    expect(new Set(changes.map((change) => change.identity)).size).toBe(2)
  })

  it('stays the same whatever else changes', () => {
    const identity = diffManifests([], [at('dev/x.yaml', 1)]).changes[0]?.identity
    const other = diffManifests([at('prod/x.yaml', 1)], [at('dev/x.yaml', 1), at('prod/x.yaml', 2)])
    expect(other.changes.find((change) => change.source.path === 'dev/x.yaml')?.identity).toBe(identity)
  })

  it('has a content that depends on the meaning only', () => {
    const contents = [{ replicas: 1, paused: true }, { paused: true }, { replicas: 2, paused: true }].map(
      (spec) => diffManifests([], [deployment(spec)]).changes[0]?.content,
    )
    expect(contents[0]).toBe(contents[1])
    expect(contents[0]).not.toBe(contents[2])
  })
})
