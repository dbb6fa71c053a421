import type { KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder, shared } from './list-rule.ts'

/**
 * What every pod template has, but for its containers, volumes and places. `automountServiceAccountToken` has no default
 * here: an absent one asks the ServiceAccount. Nor have most fields whose absence the server leaves as it is
 * (`shareProcessNamespace`, `optional`): to write what they mean makes another template, and so new pods.
 */
export const PODS: readonly KindFacts[] = [
  {
    kinds: ['pod'],
    // People rely on the order of containers: a sidecar's hook blocks those behind it.
    lists: {
      '$pod.containers': keyedInOrder(['name']),
      '$pod.initContainers': keyedInOrder(['name']),
      '$pod.ephemeralContainers': keyedInOrder(['name']),
      '$pod.imagePullSecrets': keyed('name'),
      // Of two addresses for one name the first is taken.
      '$pod.hostAliases': keyedInOrder(['ip'], shared('hostnames')),
      '$pod.dnsConfig.options': keyed('name'),
      '$pod.securityContext.sysctls': keyed('name'),
    },
    unordered: ['$pod.readinessGates', '$pod.securityContext.supplementalGroups'],
    aliases: { '$pod.serviceAccount': 'serviceAccountName' },
    serverOwned: ['$template.metadata.creationTimestamp'],
    freeForm: ['$template.metadata.labels', '$template.metadata.annotations'],
    quantities: ['$pod.resources.limits.*', '$pod.resources.requests.*', '$pod.overhead.*'],
  },
  {
    kinds: ['built-in pod'],
    emptyIsAbsent: [
      '$template.metadata.labels',
      '$template.metadata.annotations',
      '$pod.initContainers',
      '$pod.imagePullSecrets',
      '$pod.hostAliases',
      '$pod.readinessGates',
      '$pod.securityContext',
      '$pod.securityContext.supplementalGroups',
      '$pod.securityContext.sysctls',
    ],
    defaults: {
      v1: {
        '$pod.restartPolicy': 'Always',
        '$pod.dnsPolicy': 'ClusterFirst',
        '$pod.serviceAccountName': 'default',
        '$pod.terminationGracePeriodSeconds': 30n,
        '$pod.enableServiceLinks': true,
        '$pod.hostNetwork': false,
        '$pod.hostPID': false,
        '$pod.hostIPC': false,
        '$pod.hostUsers': true,
      },
    },
  },
]
