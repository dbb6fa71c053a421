import type { Json } from '../../model/json.ts'
import type { KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder } from './list-rule.ts'

/**
 * `automountServiceAccountToken` is not here (an absent one asks the ServiceAccount), nor `runAsNonRoot` of a container
 * (false overrules the pod).
 */
const POD_DEFAULTS: Readonly<Record<string, Json>> = {
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
}

/** What every pod template has. */
export const PODS: readonly KindFacts[] = [
  {
    kinds: ['pod'],
    // People rely on the order of containers: a sidecar's hook blocks those behind it.
    lists: {
      '$pod.containers': keyedInOrder(['name']),
      '$pod.initContainers': keyedInOrder(['name']),
      '$pod.ephemeralContainers': keyedInOrder(['name']),
      '$pod.volumes': keyed('name'),
      '$pod.imagePullSecrets': keyed('name'),
      '$pod.resourceClaims': keyed('name'),
      '$pod.schedulingGates': keyed('name'),
      '$pod.hostAliases': keyed('ip'),
      '$pod.topologySpreadConstraints': keyed('topologyKey', 'whenUnsatisfiable'),
    },
    sets: ['$pod.tolerations'],
    serverOwned: ['$template.metadata.creationTimestamp'],
    freeForm: ['$template.metadata.labels', '$template.metadata.annotations', '$pod.nodeSelector'],
    quantities: [
      '$pod.resources.limits.*',
      '$pod.resources.requests.*',
      '$pod.overhead.*',
      '$pod.volumes[].emptyDir.sizeLimit',
      '$pod.volumes[].ephemeral.volumeClaimTemplate.spec.resources.requests.*',
    ],
  },
  {
    kinds: ['built-in pod'],
    emptyIsAbsent: [
      '$template.metadata.labels',
      '$template.metadata.annotations',
      '$pod.volumes',
      '$pod.initContainers',
      '$pod.tolerations',
      '$pod.imagePullSecrets',
      '$pod.nodeSelector',
      '$pod.affinity',
      '$pod.securityContext',
    ],
    defaults: { v1: POD_DEFAULTS },
  },
]
