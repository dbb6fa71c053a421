import { describe, expect, it } from 'vitest'
import { dependsOnOthers, surroundingPaths } from '../../../src/core/decision/surrounding-paths.ts'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import { placed } from '../../support/manifest.ts'

const changesOf = (apiVersion: string, kind: string) =>
  diffManifests([], [placed({ apiVersion, kind, metadata: { name: 'web' } }, { path: 'apps/web/a.yaml' })])
    .changes

describe('what stands around a change', () => {
  it.each([
    ['apps/v1', 'Deployment', false],
    ['v1', 'Service', false],
    ['networking.k8s.io/v1', 'Ingress', false],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute', true],
    ['example.com/v1', 'Thing', true],
  ])('%s %s depends on others: %s', (apiVersion, kind, expected) => {
    expect(dependsOnOthers(changesOf(apiVersion, kind))).toBe(expected)
  })

  const paths = [
    'apps/web/b.yaml',
    'apps/web/deep/c.yaml',
    'apps/db/a.yaml',
    'platform/crds/things.yaml',
    'platform/example.com_things.yaml',
    'platform/gateways/public.yaml',
  ]

  it.each([
    [
      'example.com/v1',
      'Thing',
      ['apps/web/b.yaml', 'platform/crds/things.yaml', 'platform/example.com_things.yaml'],
    ],
    [
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      ['apps/web/b.yaml', 'platform/crds/things.yaml', 'platform/gateways/public.yaml'],
    ],
    ['apps/v1', 'Deployment', []],
  ])('is looked for beside it and by name: %s %s', (apiVersion, kind, expected) => {
    expect(surroundingPaths(changesOf(apiVersion, kind), paths)).toEqual(expected)
  })

  it('is the routes as well when what they pass through changes', () => {
    const routes = ['shop/route.yaml', 'shop/web.yaml']
    expect(surroundingPaths(changesOf('gateway.networking.k8s.io/v1', 'Gateway'), routes)).toEqual([
      'shop/route.yaml',
    ])
    expect(surroundingPaths(changesOf('gateway.networking.k8s.io/v1', 'HTTPRoute'), routes)).toEqual([])
  })

  it('is nothing when too much has such a name', () => {
    const many = Array.from({ length: 201 }, (_, index) => `crds/${String(index)}.yaml`)
    expect(surroundingPaths(changesOf('example.com/v1', 'Thing'), [...many, 'apps/web/b.yaml'])).toEqual([])
  })
})
