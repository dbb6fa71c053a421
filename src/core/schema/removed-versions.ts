import type { ObjectRef } from '../model/object-ref.ts'

/** When Kubernetes stopped to serve a version of a kind, and what to write now. */
export interface Removal {
  readonly since: string
  /** An apiVersion, or null when there is no such kind any more. */
  readonly instead: string | null
}

/** The removal of a kind's version, as the deprecation guide of Kubernetes lists it; undefined when it is served. */
export function removalOf(ref: Pick<ObjectRef, 'group' | 'version' | 'kind'>): Removal | undefined {
  return REMOVALS.get(`${ref.group}/${ref.version} ${ref.kind}`)
}

const LIST: readonly (readonly [
  since: string,
  version: string,
  kinds: readonly string[],
  instead: string | null,
])[] = [
  ['1.16', 'extensions/v1beta1', ['DaemonSet', 'Deployment', 'ReplicaSet'], 'apps/v1'],
  ['1.16', 'extensions/v1beta1', ['NetworkPolicy'], 'networking.k8s.io/v1'],
  ['1.16', 'extensions/v1beta1', ['PodSecurityPolicy'], null],
  ['1.16', 'apps/v1beta1', ['Deployment', 'StatefulSet', 'ControllerRevision'], 'apps/v1'],
  [
    '1.16',
    'apps/v1beta2',
    ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet', 'ControllerRevision'],
    'apps/v1',
  ],
  [
    '1.22',
    'admissionregistration.k8s.io/v1beta1',
    ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
    'admissionregistration.k8s.io/v1',
  ],
  ['1.22', 'apiextensions.k8s.io/v1beta1', ['CustomResourceDefinition'], 'apiextensions.k8s.io/v1'],
  ['1.22', 'apiregistration.k8s.io/v1beta1', ['APIService'], 'apiregistration.k8s.io/v1'],
  ['1.22', 'authentication.k8s.io/v1beta1', ['TokenReview'], 'authentication.k8s.io/v1'],
  [
    '1.22',
    'authorization.k8s.io/v1beta1',
    ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
    'authorization.k8s.io/v1',
  ],
  ['1.22', 'certificates.k8s.io/v1beta1', ['CertificateSigningRequest'], 'certificates.k8s.io/v1'],
  ['1.22', 'coordination.k8s.io/v1beta1', ['Lease'], 'coordination.k8s.io/v1'],
  ['1.22', 'extensions/v1beta1', ['Ingress'], 'networking.k8s.io/v1'],
  ['1.22', 'networking.k8s.io/v1beta1', ['Ingress', 'IngressClass'], 'networking.k8s.io/v1'],
  [
    '1.22',
    'rbac.authorization.k8s.io/v1beta1',
    ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
    'rbac.authorization.k8s.io/v1',
  ],
  ['1.22', 'scheduling.k8s.io/v1beta1', ['PriorityClass'], 'scheduling.k8s.io/v1'],
  [
    '1.22',
    'storage.k8s.io/v1beta1',
    ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
    'storage.k8s.io/v1',
  ],
  ['1.25', 'batch/v1beta1', ['CronJob'], 'batch/v1'],
  ['1.25', 'discovery.k8s.io/v1beta1', ['EndpointSlice'], 'discovery.k8s.io/v1'],
  ['1.25', 'events.k8s.io/v1beta1', ['Event'], 'events.k8s.io/v1'],
  ['1.25', 'autoscaling/v2beta1', ['HorizontalPodAutoscaler'], 'autoscaling/v2'],
  ['1.25', 'policy/v1beta1', ['PodDisruptionBudget'], 'policy/v1'],
  ['1.25', 'policy/v1beta1', ['PodSecurityPolicy'], null],
  ['1.25', 'node.k8s.io/v1beta1', ['RuntimeClass'], 'node.k8s.io/v1'],
  ['1.26', 'autoscaling/v2beta2', ['HorizontalPodAutoscaler'], 'autoscaling/v2'],
  ...(
    [
      ['1.26', 'v1beta1'],
      ['1.29', 'v1beta2'],
      ['1.32', 'v1beta3'],
    ] as const
  ).map(
    ([since, version]) =>
      [
        since,
        `flowcontrol.apiserver.k8s.io/${version}`,
        ['FlowSchema', 'PriorityLevelConfiguration'],
        'flowcontrol.apiserver.k8s.io/v1',
      ] as const,
  ),
  ['1.27', 'storage.k8s.io/v1beta1', ['CSIStorageCapacity'], 'storage.k8s.io/v1'],
]

const REMOVALS: ReadonlyMap<string, Removal> = new Map(
  LIST.flatMap(([since, version, kinds, instead]) =>
    kinds.map((kind) => [`${version} ${kind}`, { since, instead }] as const),
  ),
)
