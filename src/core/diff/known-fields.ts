import type { FieldFact } from './shape.ts'

/** One fact about the same fields of some kinds. */
export interface FactAt {
  /** `group/Kind`, `*` for every kind, `pod` for every kind with a pod template. */
  readonly in: readonly string[]
  readonly at: readonly string[]
  readonly fact: FieldFact
}

/**
 * Fields that the server or a tool writes. Of those that a person may also choose (`clusterIP: None` makes a
 * Service headless) none is here.
 */
export const SERVER_OWNED: readonly FactAt[] = [
  {
    in: ['*'],
    at: [
      'metadata.managedFields',
      'metadata.creationTimestamp',
      'metadata.deletionTimestamp',
      'metadata.deletionGracePeriodSeconds',
      'metadata.generation',
      'metadata.resourceVersion',
      'metadata.uid',
      'metadata.selfLink',
      "metadata.annotations['kubectl.kubernetes.io/last-applied-configuration']",
      "metadata.annotations['config.kubernetes.io/index']",
      "metadata.annotations['config.kubernetes.io/path']",
      "metadata.annotations['internal.config.kubernetes.io/index']",
      "metadata.annotations['internal.config.kubernetes.io/path']",
    ],
    fact: { ignored: true },
  },
  { in: ['built-in'], at: ['status'], fact: { ignored: true } },
  { in: ['pod'], at: ['$template.metadata.creationTimestamp'], fact: { ignored: true } },
  {
    in: ['apps/Deployment'],
    at: ["metadata.annotations['deployment.kubernetes.io/revision']"],
    fact: { ignored: true },
  },
  {
    in: ['core/PersistentVolumeClaim'],
    at: [
      "metadata.annotations['pv.kubernetes.io/bind-completed']",
      "metadata.annotations['pv.kubernetes.io/bound-by-controller']",
      "metadata.annotations['volume.kubernetes.io/storage-provisioner']",
      "metadata.annotations['volume.kubernetes.io/selected-node']",
    ],
    fact: { ignored: true },
  },
  {
    in: ['core/Namespace'],
    at: ["metadata.labels['kubernetes.io/metadata.name']"],
    fact: { ignored: true },
  },
]

/** Maps, lists and texts that mean nothing when they are empty. Selectors are not among them. */
export const EMPTY_IS_ABSENT: readonly FactAt[] = [
  {
    in: ['built-in'],
    at: ['metadata.labels', 'metadata.annotations', 'metadata.finalizers', 'metadata.ownerReferences'],
    fact: { emptyIsAbsent: true },
  },
  {
    in: ['built-in pod'],
    at: [
      '$template.metadata.labels',
      '$template.metadata.annotations',
      '$pod.volumes',
      '$pod.initContainers',
      '$pod.tolerations',
      '$pod.imagePullSecrets',
      '$pod.nodeSelector',
      '$pod.affinity',
      '$pod.securityContext',
      '$container.command',
      '$container.args',
      '$container.env',
      '$container.envFrom',
      '$container.ports',
      '$container.volumeMounts',
      '$container.resources',
      '$container.resources.limits',
      '$container.resources.requests',
      '$container.securityContext',
    ],
    fact: { emptyIsAbsent: true },
  },
  {
    in: ['apps/Deployment'],
    at: ['spec.strategy', 'spec.strategy.rollingUpdate'],
    fact: { emptyIsAbsent: true },
  },
  {
    in: ['apps/StatefulSet', 'apps/DaemonSet'],
    at: ['spec.updateStrategy', 'spec.updateStrategy.rollingUpdate'],
    fact: { emptyIsAbsent: true },
  },
  { in: ['core/ConfigMap', 'core/Secret'], at: ['data', 'binaryData'], fact: { emptyIsAbsent: true } },
  { in: ['networking.k8s.io/Ingress'], at: ['spec.tls', 'spec.rules'], fact: { emptyIsAbsent: true } },
  {
    in: ['networking.k8s.io/NetworkPolicy'],
    at: ['spec.ingress[].from', 'spec.ingress[].ports', 'spec.egress[].to', 'spec.egress[].ports'],
    fact: { emptyIsAbsent: true },
  },
  {
    in: [
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    ],
    at: ['webhooks[].namespaceSelector', 'webhooks[].objectSelector'],
    fact: { emptyIsAbsent: true },
  },
]

/** Maps whose members are the user's own, where null is a value and not an absence. */
export const FREE_FORM: readonly FactAt[] = [
  {
    in: ['*'],
    at: ['metadata.labels', 'metadata.annotations', 'data', 'stringData', 'binaryData', 'parameters'],
    fact: { opaque: true },
  },
  {
    in: ['pod'],
    at: ['$template.metadata.labels', '$template.metadata.annotations', '$pod.nodeSelector'],
    fact: { opaque: true },
  },
  { in: ['core/Service', 'core/ReplicationController'], at: ['spec.selector'], fact: { opaque: true } },
  {
    in: ['apiextensions.k8s.io/CustomResourceDefinition'],
    at: ['spec.versions[].schema', 'spec.validation'],
    fact: { opaque: true },
  },
]

/** Fields whose text is not their meaning. */
export const READINGS: readonly FactAt[] = [
  {
    in: ['pod'],
    at: [
      '$container.resources.limits.*',
      '$container.resources.requests.*',
      '$container.env[].valueFrom.resourceFieldRef.divisor',
      '$pod.resources.limits.*',
      '$pod.resources.requests.*',
      '$pod.overhead.*',
      '$pod.volumes[].emptyDir.sizeLimit',
      '$pod.volumes[].ephemeral.volumeClaimTemplate.spec.resources.requests.*',
    ],
    fact: { reading: 'quantity' },
  },
  {
    in: ['apps/StatefulSet'],
    at: [
      'spec.volumeClaimTemplates[].spec.resources.requests.*',
      'spec.volumeClaimTemplates[].spec.resources.limits.*',
    ],
    fact: { reading: 'quantity' },
  },
  {
    in: ['core/PersistentVolumeClaim'],
    at: ['spec.resources.requests.*', 'spec.resources.limits.*'],
    fact: { reading: 'quantity' },
  },
  { in: ['core/PersistentVolume'], at: ['spec.capacity.*'], fact: { reading: 'quantity' } },
  { in: ['core/ResourceQuota'], at: ['spec.hard.*'], fact: { reading: 'quantity' } },
  {
    in: ['core/LimitRange'],
    at: [
      'spec.limits[].max.*',
      'spec.limits[].min.*',
      'spec.limits[].default.*',
      'spec.limits[].defaultRequest.*',
      'spec.limits[].maxLimitRequestRatio.*',
    ],
    fact: { reading: 'quantity' },
  },
  {
    in: ['autoscaling/HorizontalPodAutoscaler'],
    at: ['resource', 'containerResource', 'pods', 'object', 'external'].flatMap((metric) => [
      `spec.metrics[].${metric}.target.averageValue`,
      `spec.metrics[].${metric}.target.value`,
    ]),
    fact: { reading: 'quantity' },
  },
  { in: ['node.k8s.io/RuntimeClass'], at: ['overhead.podFixed.*'], fact: { reading: 'quantity' } },
  {
    in: ['kustomize.toolkit.fluxcd.io/Kustomization', 'helm.toolkit.fluxcd.io/HelmRelease'],
    at: ['spec.interval', 'spec.retryInterval', 'spec.timeout'],
    fact: { reading: 'duration' },
  },
  {
    in: ['networking.k8s.io/Ingress'],
    at: [
      "metadata.annotations['nginx.ingress.kubernetes.io/whitelist-source-range']",
      "metadata.annotations['nginx.ingress.kubernetes.io/allowlist-source-range']",
      "metadata.annotations['nginx.ingress.kubernetes.io/denylist-source-range']",
      "metadata.annotations['alb.ingress.kubernetes.io/inbound-cidrs']",
    ],
    fact: { reading: 'comma-set' },
  },
  {
    in: ['core/Service'],
    at: ["metadata.annotations['service.beta.kubernetes.io/load-balancer-source-ranges']"],
    fact: { reading: 'comma-set' },
  },
  {
    in: ['networking.k8s.io/Ingress'],
    at: ["metadata.annotations['nginx.ingress.kubernetes.io/whitelist-source-range']"],
    fact: { aliasOf: 'nginx.ingress.kubernetes.io/allowlist-source-range' },
  },
]
