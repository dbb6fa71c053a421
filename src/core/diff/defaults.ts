import type { Json } from '../model/json.ts'

/** Fields of some kinds whose written value means the same as nothing, because the server fills it in. */
interface DefaultsAt {
  /** `group/Kind`, or `pod` for every built-in kind with a pod template. */
  readonly in: readonly string[]
  /** The versions that have these defaults: older ones had others. */
  readonly versions: readonly string[]
  readonly values: Readonly<Record<string, Json>>
}

const PROBE: Readonly<Record<string, Json>> = {
  initialDelaySeconds: 0n,
  timeoutSeconds: 1n,
  periodSeconds: 10n,
  successThreshold: 1n,
  failureThreshold: 3n,
  'httpGet.path': '/',
  'httpGet.scheme': 'HTTP',
}

const WEBHOOK: Readonly<Record<string, Json>> = {
  'webhooks[].failurePolicy': 'Fail',
  'webhooks[].timeoutSeconds': 10n,
  'webhooks[].matchPolicy': 'Equivalent',
}

/**
 * Defaults of the API, from its documentation. Only those that nothing else can change: `automountServiceAccountToken`
 * is not here (an absent one asks the ServiceAccount), nor `runAsNonRoot` of a container (false overrules the pod).
 */
export const DEFAULTS: readonly DefaultsAt[] = [
  {
    in: ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', 'core/ReplicationController'],
    versions: ['v1'],
    values: { 'spec.replicas': 1n, 'spec.minReadySeconds': 0n },
  },
  {
    in: ['apps/Deployment'],
    versions: ['v1'],
    values: {
      'spec.paused': false,
      'spec.progressDeadlineSeconds': 600n,
      'spec.revisionHistoryLimit': 10n,
      'spec.strategy.type': 'RollingUpdate',
      'spec.strategy.rollingUpdate.maxSurge': '25%',
      'spec.strategy.rollingUpdate.maxUnavailable': '25%',
    },
  },
  {
    in: ['apps/StatefulSet'],
    versions: ['v1'],
    values: {
      'spec.podManagementPolicy': 'OrderedReady',
      'spec.revisionHistoryLimit': 10n,
      'spec.updateStrategy.type': 'RollingUpdate',
      'spec.updateStrategy.rollingUpdate.partition': 0n,
      'spec.volumeClaimTemplates[].spec.volumeMode': 'Filesystem',
    },
  },
  {
    in: ['apps/DaemonSet'],
    versions: ['v1'],
    values: {
      'spec.minReadySeconds': 0n,
      'spec.revisionHistoryLimit': 10n,
      'spec.updateStrategy.type': 'RollingUpdate',
      'spec.updateStrategy.rollingUpdate.maxSurge': 0n,
      'spec.updateStrategy.rollingUpdate.maxUnavailable': 1n,
    },
  },
  {
    in: ['batch/CronJob'],
    versions: ['v1'],
    values: {
      'spec.concurrencyPolicy': 'Allow',
      'spec.suspend': false,
      'spec.successfulJobsHistoryLimit': 3n,
      'spec.failedJobsHistoryLimit': 1n,
    },
  },
  {
    in: ['batch/Job'],
    versions: ['v1'],
    values: { 'spec.suspend': false, 'spec.backoffLimit': 6n, 'spec.completionMode': 'NonIndexed' },
  },
  {
    in: ['autoscaling/HorizontalPodAutoscaler'],
    versions: ['v1', 'v2', 'v2beta2'],
    values: { 'spec.minReplicas': 1n },
  },
  {
    in: ['core/Service'],
    versions: ['v1'],
    values: {
      'spec.type': 'ClusterIP',
      'spec.sessionAffinity': 'None',
      'spec.internalTrafficPolicy': 'Cluster',
      'spec.publishNotReadyAddresses': false,
      'spec.ports[].protocol': 'TCP',
    },
  },
  { in: ['core/Node'], versions: ['v1'], values: { 'spec.unschedulable': false } },
  { in: ['core/ConfigMap'], versions: ['v1'], values: { immutable: false } },
  { in: ['core/Secret'], versions: ['v1'], values: { immutable: false, type: 'Opaque' } },
  { in: ['core/PersistentVolumeClaim'], versions: ['v1'], values: { 'spec.volumeMode': 'Filesystem' } },
  {
    in: ['core/PersistentVolume'],
    versions: ['v1'],
    values: { 'spec.volumeMode': 'Filesystem', 'spec.persistentVolumeReclaimPolicy': 'Retain' },
  },
  {
    in: ['storage.k8s.io/StorageClass'],
    versions: ['v1'],
    values: { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
  },
  {
    in: ['networking.k8s.io/NetworkPolicy'],
    versions: ['v1'],
    values: { 'spec.ingress[].ports[].protocol': 'TCP', 'spec.egress[].ports[].protocol': 'TCP' },
  },
  {
    in: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
    versions: ['v1'],
    values: { 'roleRef.apiGroup': 'rbac.authorization.k8s.io' },
  },
  {
    in: [
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    ],
    versions: ['v1'],
    values: WEBHOOK,
  },
  {
    in: ['admissionregistration.k8s.io/ValidatingAdmissionPolicy'],
    versions: ['v1'],
    values: { 'spec.failurePolicy': 'Fail' },
  },
  {
    in: ['pod'],
    versions: ['v1'],
    values: {
      '$pod.restartPolicy': 'Always',
      '$pod.dnsPolicy': 'ClusterFirst',
      '$pod.schedulerName': 'default-scheduler',
      '$pod.serviceAccountName': 'default',
      '$pod.terminationGracePeriodSeconds': 30n,
      '$pod.enableServiceLinks': true,
      '$pod.hostNetwork': false,
      '$pod.hostPID': false,
      '$pod.hostIPC': false,
      '$pod.volumes[].configMap.defaultMode': 420n,
      '$pod.volumes[].secret.defaultMode': 420n,
      '$pod.volumes[].projected.defaultMode': 420n,
      '$pod.volumes[].downwardAPI.defaultMode': 420n,
      '$container.terminationMessagePath': '/dev/termination-log',
      '$container.terminationMessagePolicy': 'File',
      '$container.ports[].protocol': 'TCP',
      '$container.env[].value': '',
      '$container.env[].valueFrom.fieldRef.apiVersion': 'v1',
      '$container.volumeMounts[].readOnly': false,
      '$container.securityContext.privileged': false,
      '$container.securityContext.readOnlyRootFilesystem': false,
      ...probeDefaults('livenessProbe'),
      ...probeDefaults('readinessProbe'),
      ...probeDefaults('startupProbe'),
    },
  },
]

function probeDefaults(probe: string): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(PROBE).map(([field, value]) => [`$container.${probe}.${field}`, value]),
  )
}
