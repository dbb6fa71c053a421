/** What files do that hold no objects and change the cluster all the same: they decide how others are built, or which count. */
export const FILE_ROLES = [
  'kustomization',
  'patch-list',
  'helm-chart',
  'helm-values',
  'helm-template',
  'argocd-source',
  'jsonnet',
  'ignore-list',
  'sops-rules',
  'git-attributes',
] as const

/** One of {@link FILE_ROLES}. */
export type FileRole = (typeof FILE_ROLES)[number]
