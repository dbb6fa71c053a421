import { describe, expect, it } from 'vitest'
import { sourceRole } from '../../../src/core/manifests/source-role.ts'

describe('sourceRole', () => {
  it.each([
    ['apps/web.yaml', { spec: {} }, 'manifest'],
    ['charts/web/templates/web.yaml', {}, 'helm-template'],
    ['templates.yaml', {}, 'manifest'],
    ['overlays/prod/patch.yaml', {}, 'kustomize-patch'],
    ['overlays/prod/patch-replicas.yaml', {}, 'kustomize-patch'],
    ['overlays/prod/replicas-patch.yml', {}, 'kustomize-patch'],
    ['overlays/prod/replicas.patch.yaml', {}, 'kustomize-patch'],
    ['overlays/prod/patches/replicas.yaml', {}, 'kustomize-patch'],
    ['charts/web/templates/patch.yaml', {}, 'helm-template'],
    ['dispatch.yaml', {}, 'manifest'],
    ['web.yaml', { spec: { containers: [{ name: 'c', $patch: 'delete' }] } }, 'kustomize-patch'],
  ])('%s %j is a %s', (path, value, role) => {
    expect(sourceRole(path, value)).toBe(role)
  })
})
