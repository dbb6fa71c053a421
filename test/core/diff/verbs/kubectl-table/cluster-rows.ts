import { VERBS } from '../../../../../src/core/model/change.ts'
import { object, role, withSpec, workload } from '../../../../support/verb-objects.ts'
import type { VerbRow } from './verb-row.ts'

const node = (spec: object): object => withSpec('v1', 'Node', spec)
const budget = (spec: object): object => withSpec('policy/v1', 'PodDisruptionBudget', spec)
const rbac = (kind: string, body: object): object => object('rbac.authorization.k8s.io/v1', kind, body)
const evicting = { key: 'a', effect: 'NoExecute' }

/** Nodes and what may be away from them. */
export const NODES: readonly VerbRow[] = [
  {
    typed: 'cordon',
    change: 'unschedulable',
    before: node({}),
    after: node({ unschedulable: true }),
    said: ['cordon new /spec/unschedulable'],
  },
  {
    typed: 'uncordon',
    change: 'schedulable again',
    before: node({ unschedulable: true }),
    after: node({}),
    said: ['uncordon old /spec/unschedulable'],
  },
  {
    typed: 'taint',
    change: 'taints',
    before: node({}),
    after: node({ taints: [{ key: 'a', effect: 'NoSchedule' }] }),
    said: ['taint new /spec/taints/0'],
  },
  {
    typed: 'taint',
    change: 'a toleration more',
    before: workload({ tolerations: [] }),
    after: workload({ tolerations: [{ key: 'a' }] }),
    said: ['taint new /spec/template/spec/tolerations/0'],
  },
  {
    typed: 'drain',
    change: 'a taint that evicts',
    before: node({ taints: [{ key: 'a', effect: 'NoSchedule' }] }),
    after: node({ taints: [{ key: 'a', effect: 'NoSchedule' }, evicting] }),
    said: ['taint new /spec/taints/1', 'drain new /spec/taints/1'],
  },
  {
    typed: 'drain',
    change: 'a toleration less',
    before: workload({ tolerations: [{ key: 'a' }, { key: 'b' }] }),
    after: workload({ tolerations: [{ key: 'a' }] }),
    said: ['taint old /spec/template/spec/tolerations/1', 'drain old /spec/template/spec/tolerations/1'],
  },
  {
    typed: 'drain',
    change: 'a budget gone',
    before: budget({ minAvailable: 1 }),
    after: null,
    said: ['delete old ', 'drain old '],
  },
  {
    typed: 'drain',
    change: 'a budget created: none was there before',
    before: null,
    after: budget({ maxUnavailable: '100%' }),
    said: ['create new '],
  },
  {
    typed: 'drain',
    change: 'a budget loosened',
    before: budget({ minAvailable: 2 }),
    after: budget({ minAvailable: 1 }),
    said: ['drain new /spec/minAvailable'],
  },
  {
    typed: 'drain',
    change: 'a budget for other pods',
    before: budget({ selector: { matchLabels: { app: 'a' } } }),
    after: budget({ selector: { matchLabels: { app: 'b' } } }),
    said: ['drain new /spec/selector/matchLabels/app', 'patch new /spec/selector/matchLabels/app'],
  },
  {
    typed: 'drain',
    change: 'a budget that no longer guards what is ill',
    before: budget({}),
    after: budget({ unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
    said: ['drain new /spec/unhealthyPodEvictionPolicy', 'patch new /spec/unhealthyPodEvictionPolicy'],
  },
]

/** What a right in RBAC lets its holder type. */
const GRANTS: readonly (readonly [
  typed: string,
  group: string,
  resource: string,
  verbs: readonly string[],
])[] = [
  ['drain', '', 'pods/eviction', ['drain']],
  ['exec', '', 'pods/exec', ['exec']],
  ['attach', '', 'pods/attach', ['exec']],
  ['debug', '', 'pods/ephemeralcontainers', ['exec', 'debug']],
  ['port-forward', '', 'pods/portforward', ['port-forward']],
  ['proxy', '', 'nodes/proxy', ['proxy']],
  ['proxy', '', 'services/proxy', ['proxy']],
  ['proxy', '', 'pods/proxy', ['proxy']],
  ['proxy', '', '*/proxy', ['proxy']],
  ['create token', '', 'serviceaccounts/token', ['create-token']],
  [
    'certificate approve',
    'certificates.k8s.io',
    'certificatesigningrequests/approval',
    ['certificate-approve'],
  ],
]

/** Who may do what. */
export const RIGHTS: readonly VerbRow[] = [
  ...GRANTS.map(([typed, group, resource, verbs]): VerbRow => ({
    typed,
    change: `a right to ${resource}`,
    before: role(group),
    after: role(group, 'configmaps', resource),
    said: sorted([
      'auth-reconcile new /rules/0',
      'patch new /rules/0',
      ...verbs.map((verb) => `${verb} new /rules/0/resources/1`),
    ]),
  })),
  ...GRANTS.map(([typed, group, resource, verbs]): VerbRow => ({
    typed,
    change: `a new Role with a right to ${resource}`,
    before: null,
    after: role(group, resource),
    said: sorted([
      'create new ',
      'auth-reconcile new ',
      ...verbs.map((verb) => `${verb} new /rules/0/resources/0`),
    ]),
  })),
  {
    typed: 'exec, port-forward, proxy',
    change: 'a right to read everything: a connection is opened by a GET',
    before: null,
    after: rbac('ClusterRole', { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list'] }] }),
    said: [
      'create new ',
      'auth-reconcile new ',
      'exec new /rules/0/resources/0',
      'port-forward new /rules/0/resources/0',
      'proxy new /rules/0/resources/0',
    ],
  },
  {
    typed: 'drain, debug, create token, certificate approve',
    change: 'a right of which nobody knows what it is to',
    before: null,
    after: rbac('ClusterRole', { rules: [{ apiGroups: ['*'], resources: ['*'] }] }),
    said: [
      'create new ',
      'create-token new /rules/0/resources/0',
      'auth-reconcile new ',
      'certificate-approve new /rules/0/resources/0',
      'drain new /rules/0/resources/0',
      'exec new /rules/0/resources/0',
      'debug new /rules/0/resources/0',
      'port-forward new /rules/0/resources/0',
      'proxy new /rules/0/resources/0',
    ],
  },
  {
    typed: 'auth reconcile',
    change: 'a right less',
    before: role('', 'pods/exec'),
    after: role(''),
    said: ['auth-reconcile old /rules/0', 'patch old /rules/0'],
  },
  {
    typed: 'auth reconcile',
    change: 'another role of a binding',
    before: rbac('ClusterRoleBinding', { roleRef: { kind: 'ClusterRole', name: 'view' } }),
    after: rbac('ClusterRoleBinding', { roleRef: { kind: 'ClusterRole', name: 'admin' } }),
    said: ['auth-reconcile new /roleRef/name', 'replace new /roleRef/name'],
  },
  {
    typed: 'auth reconcile',
    change: 'what a ClusterRole gathers',
    before: rbac('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] } }),
    after: rbac('ClusterRole', { aggregationRule: { clusterRoleSelectors: [{}] } }),
    said: [
      'auth-reconcile old /aggregationRule/clusterRoleSelectors/0/matchLabels/a',
      'patch old /aggregationRule/clusterRoleSelectors/0/matchLabels/a',
    ],
  },
  {
    typed: 'auth reconcile',
    change: 'a ClusterRole that is gathered',
    before: object('rbac.authorization.k8s.io/v1', 'ClusterRole', {}, { labels: { a: 'b' } }),
    after: object(
      'rbac.authorization.k8s.io/v1',
      'ClusterRole',
      {},
      { labels: { a: 'b', 'rbac.authorization.k8s.io/aggregate-to-admin': 'true' } },
    ),
    said: [
      'auth-reconcile new /metadata/labels/rbac.authorization.k8s.io~1aggregate-to-admin',
      'label new /metadata/labels/rbac.authorization.k8s.io~1aggregate-to-admin',
    ],
  },
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind): VerbRow => ({
    typed: `create ${kind.toLowerCase()}`,
    change: `a ${kind} created`,
    before: null,
    after: rbac(kind, {}),
    said: ['create new ', 'auth-reconcile new '],
  })),
  {
    typed: 'create token',
    change: 'a Secret made anew as a token',
    before: object('v1', 'Secret', { type: 'Opaque' }),
    after: object('v1', 'Secret', { type: 'kubernetes.io/service-account-token' }),
    said: ['create-token new /type', 'replace new /type'],
  },
  {
    typed: 'create token',
    change: 'a Secret that becomes a token',
    before: null,
    after: object('v1', 'Secret', { type: 'kubernetes.io/service-account-token' }),
    said: ['create new ', 'create-token new /type'],
  },
]

function sorted(said: readonly string[]): readonly string[] {
  const order = (one: string): number => VERBS.findIndex((verb) => one.startsWith(`${verb} `))
  return said.toSorted((a, b) => order(a) - order(b))
}
