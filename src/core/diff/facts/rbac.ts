import type { KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'

/** Who may do what. */
export const RBAC: readonly KindFacts[] = [
  {
    kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
    sets: [
      'rules',
      'rules[].verbs',
      'rules[].resources',
      'rules[].apiGroups',
      'rules[].resourceNames',
      'rules[].nonResourceURLs',
    ],
  },
  {
    kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
    lists: { subjects: keyed('kind', ['namespace', ''], 'name') },
    defaults: { v1: { 'roleRef.apiGroup': 'rbac.authorization.k8s.io' } },
  },
  {
    kinds: ['core/ServiceAccount'],
    lists: { secrets: keyed('name'), imagePullSecrets: keyed('name') },
  },
]
