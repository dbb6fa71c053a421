import type { Json, JsonObject } from '../../../model/json.ts'
import { below, type KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'
import { selectorEmpties, selectorSets } from './selectors.ts'

const RULE = ['verbs', 'resources', 'apiGroups', 'resourceNames', 'nonResourceURLs']
const AGGREGATION = 'aggregationRule.clusterRoleSelectors'

/** Who may do what. `automountServiceAccountToken` of a ServiceAccount has no default here: pods may have their own. */
export const RBAC: readonly KindFacts[] = [
  {
    kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
    sets: ['rules', ...below(['rules[]'], RULE)],
    unordered: [AGGREGATION, ...selectorSets(`${AGGREGATION}[]`)],
    emptyIsAbsent: [
      'rules',
      'rules[].resourceNames',
      'rules[].nonResourceURLs',
      ...selectorEmpties(`${AGGREGATION}[]`),
    ],
  },
  {
    kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
    lists: { subjects: keyed('kind', ['namespace', ''], 'name') },
    defaults: {
      v1: { 'roleRef.apiGroup': 'rbac.authorization.k8s.io', 'subjects[].apiGroup': groupOfSubject },
    },
    emptyIsAbsent: ['subjects', 'subjects[].namespace'],
  },
  {
    kinds: ['core/ServiceAccount'],
    lists: { secrets: keyed('name'), imagePullSecrets: keyed('name') },
    emptyIsAbsent: ['secrets', 'imagePullSecrets'],
  },
]

function groupOfSubject({ kind }: JsonObject): Json | undefined {
  if (kind === 'ServiceAccount') return ''
  return kind === 'User' || kind === 'Group' ? 'rbac.authorization.k8s.io' : undefined
}
