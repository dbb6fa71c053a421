import { describe, expect, it } from 'vitest'

import { isManifestPath, placementOf } from '../../../src/core/policy/select-files.ts'
import { aPolicy } from '../../support/policy.ts'

describe('which files are desired state', () => {
  it.each([
    ['', 'apps/web.yaml', true],
    ['', 'web.yml', true],
    ['', 'a/b/c.json', true],
    ['', '.hidden/a.yaml', true],
    ['', 'README.md', false],
    ['', 'charts/web/Chart.lock', true],
    ['', 'requirements.lock', true],
    ['', 'web/package.lock', false],
    ['', 'apps/Kustomization', true],
    ['', 'apps/MyKustomization', false],
    ['', 'web.YAML', false],
    ['', '.github/workflows/a.yml', false],
    ['', 'apps/.github/a.yml', true],
    ['include: ["clusters/**"]', 'clusters/prod/.a.yaml', true],
    ['include: ["clusters/**"]', 'clusters/prod/template.tpl', false],
    ['include: ["clusters/**"]', 'clusters/prod/README.md', false],
    ['include: ["clusters/**"]', 'apps/a.yaml', false],
    ['include: ["*.yaml"]', 'apps/a.yaml', false],
    ['include: ["**"], exclude: ["**/values*.yaml"]', 'a/values-prod.yaml', false],
    ['include: ["**"], exclude: ["**/values*.yaml"]', 'values.yaml', false],
    ['exclude: ["secret/**"]', 'Secret/a.yaml', true],
  ])('{ %s }: %s is %s', (manifests, path, want) => {
    expect(isManifestPath(aPolicy(`extends: []\nmanifests: { ${manifests} }`), path)).toBe(want)
  })
})

describe('where objects go', () => {
  const policy = aPolicy(`environments:
  - { name: production, cluster: eu, paths: ["clusters/prod-*/**"], namespace: shop }
  - { name: rest, paths: ["clusters/**"] }`)
  it.each([
    ['clusters/prod-eu/a.yaml', { environment: 'production', cluster: 'eu', namespace: 'shop' }],
    ['clusters/dev/a.yaml', { environment: 'rest', cluster: null, namespace: 'default' }],
    ['apps/a.yaml', { environment: null, cluster: null, namespace: 'default' }],
  ])('%s', (path, want) => {
    expect(placementOf(policy, path)).toEqual(want)
  })
})
