import type { FieldVerbRule } from './field-verb-rule.ts'
import { loosensBudget } from './disruption-budget.ts'
import { grantedVerbs } from './granted-verbs.ts'
import { isJsonObject } from '../../model/json.ts'

const ROLES = ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole']
const BINDINGS = ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding']

/** The type of a Secret in which the cluster puts a token that does not expire. */
export const TOKEN_TYPE = 'kubernetes.io/service-account-token'

/** The kinds that `kubectl auth reconcile` writes. */
export const RBAC_KINDS: ReadonlySet<string> = new Set([...ROLES, ...BINDINGS])

/** What a cluster's administrators decide: who may do what, which nodes take pods, how many pods may be away. */
export const CLUSTER_VERB_RULES: readonly FieldVerbRule[] = [
  { in: BINDINGS, at: ['subjects'], verbs: ['set-subject', 'auth-reconcile'] },
  {
    in: ['core/Secret'],
    at: ['type'],
    decide: (_old, now) => (now === TOKEN_TYPE ? ['create-token'] : []),
  },
  { in: BINDINGS, at: ['roleRef'], verbs: ['auth-reconcile'] },
  {
    in: ROLES,
    at: ['rules[]'],
    decide: (_old, now) => [...(now === undefined ? [] : grantedVerbs(now)), 'auth-reconcile', 'patch'],
  },
  { in: ROLES, at: ['rules', 'aggregationRule'], verbs: ['auth-reconcile', 'patch'] },
  {
    in: ROLES,
    at: ['admin', 'edit', 'view'].map(
      (role) => `metadata.labels['rbac.authorization.k8s.io/aggregate-to-${role}']`,
    ),
    verbs: ['label', 'auth-reconcile'],
  },
  {
    in: ['core/Node'],
    at: ['spec.unschedulable'],
    decide: (_old, now) => [now === true ? 'cordon' : 'uncordon'],
  },
  {
    in: ['core/Node'],
    at: ['spec.taints[]'],
    decide: (_old, now) =>
      isJsonObject(now) && now['effect'] === 'NoExecute' ? ['taint', 'drain'] : ['taint'],
  },
  { in: ['core/Node'], at: ['spec.taints'], decide: (_old, now) => (now === undefined ? ['taint'] : []) },
  {
    in: ['policy/PodDisruptionBudget'],
    at: ['spec.minAvailable'],
    decide: (old, now) => (loosensBudget('minAvailable', old, now) ? ['drain'] : []),
  },
  {
    in: ['policy/PodDisruptionBudget'],
    at: ['spec.maxUnavailable'],
    decide: (old, now) => (loosensBudget('maxUnavailable', old, now) ? ['drain'] : []),
  },
  // Which pods it guards no longer cannot be known from the budget alone.
  { in: ['policy/PodDisruptionBudget'], at: ['spec.selector'], verbs: ['drain', 'patch'] },
  {
    in: ['policy/PodDisruptionBudget'],
    at: ['spec.unhealthyPodEvictionPolicy'],
    decide: (_old, now) => (now === 'AlwaysAllow' ? ['drain', 'patch'] : []),
  },
]
