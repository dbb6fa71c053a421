import type { FileRole } from '../model/file-role.ts'

/** What the name of a file says it decides; null for a file that decides nothing but what it holds. */
export function fileRole(path: string): FileRole | null {
  const rooted = `/${path}`
  return NAMES.find(([pattern]) => pattern.test(rooted))?.[1] ?? null
}

const NAMES: readonly (readonly [pattern: RegExp, role: FileRole])[] = [
  [/\/(?:kustomization\.ya?ml|Kustomization)$/, 'kustomization'],
  [/\/(?:Chart\.yaml|Chart\.lock|requirements\.yaml|requirements\.lock)$/, 'helm-chart'],
  [/\/charts\/[^/]+\.tgz$/, 'helm-chart'],
  [/\/values[^/]*\.(?:ya?ml|json)$/, 'helm-values'],
  [/\/templates\/.*\.(?:tpl|txt)$/, 'helm-template'],
  [/\/\.argocd-source(?:-[^/]*)?\.yaml$/, 'argocd-source'],
  [/\.(?:jsonnet|libsonnet)$/, 'jsonnet'],
  [/\/\.(?:helmignore|sourceignore)$/, 'ignore-list'],
  [/\/\.sops\.ya?ml$/, 'sops-rules'],
  [/\/\.git(?:attributes|modules)$/, 'git-attributes'],
]
