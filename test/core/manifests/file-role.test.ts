import { expect, it } from 'vitest'
import { fileRole } from '../../../src/core/manifests/file-role.ts'

it.each([
  ['kustomization.yaml', 'kustomization'],
  ['prod/Kustomization', 'kustomization'],
  ['prod/my-kustomization.yaml', null],
  ['web/Chart.yaml', 'helm-chart'],
  ['web/charts/redis-1.2.3.tgz', 'helm-chart'],
  ['web/values-prod.yaml', 'helm-values'],
  ['web/default-values.yaml', null],
  ['web/templates/_helpers.tpl', 'helm-template'],
  ['web/templates/web.yaml', null],
  ['.argocd-source.yaml', 'argocd-source'],
  ['web/.argocd-source-web.yaml', 'argocd-source'],
  ['web/.argocd-sources.yaml', null],
  ['lib/web.libsonnet', 'jsonnet'],
  ['.helmignore', 'ignore-list'],
  ['.sops.yaml', 'sops-rules'],
  ['prod/.gitattributes', 'git-attributes'],
  ['prod/web.yaml', null],
])('%s: %s', (path, role) => {
  expect(fileRole(path)).toBe(role)
})
