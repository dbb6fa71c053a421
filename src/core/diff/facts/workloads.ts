import type { KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'

/** The controllers of pods; the pods themselves stand in `pods.ts` and `containers.ts`. */
export const WORKLOADS: readonly KindFacts[] = [
  {
    kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', 'core/ReplicationController'],
    defaults: { v1: { 'spec.replicas': 1n, 'spec.minReadySeconds': 0n } },
  },
  {
    kinds: ['apps/Deployment'],
    defaults: {
      v1: {
        'spec.paused': false,
        'spec.progressDeadlineSeconds': 600n,
        'spec.revisionHistoryLimit': 10n,
        'spec.strategy.type': 'RollingUpdate',
        'spec.strategy.rollingUpdate.maxSurge': '25%',
        'spec.strategy.rollingUpdate.maxUnavailable': '25%',
      },
    },
    emptyIsAbsent: ['spec.strategy', 'spec.strategy.rollingUpdate'],
    serverOwned: ["metadata.annotations['deployment.kubernetes.io/revision']"],
  },
  {
    kinds: ['apps/StatefulSet'],
    lists: { 'spec.volumeClaimTemplates': keyed('metadata.name') },
    sets: ['spec.volumeClaimTemplates[].spec.accessModes'],
    defaults: {
      v1: {
        'spec.podManagementPolicy': 'OrderedReady',
        'spec.revisionHistoryLimit': 10n,
        'spec.updateStrategy.type': 'RollingUpdate',
        'spec.updateStrategy.rollingUpdate.partition': 0n,
        'spec.volumeClaimTemplates[].spec.volumeMode': 'Filesystem',
      },
    },
    quantities: [
      'spec.volumeClaimTemplates[].spec.resources.requests.*',
      'spec.volumeClaimTemplates[].spec.resources.limits.*',
    ],
  },
  {
    kinds: ['apps/DaemonSet'],
    defaults: {
      v1: {
        'spec.minReadySeconds': 0n,
        'spec.revisionHistoryLimit': 10n,
        'spec.updateStrategy.type': 'RollingUpdate',
        'spec.updateStrategy.rollingUpdate.maxSurge': 0n,
        'spec.updateStrategy.rollingUpdate.maxUnavailable': 1n,
      },
    },
  },
  {
    kinds: ['apps/StatefulSet', 'apps/DaemonSet'],
    emptyIsAbsent: ['spec.updateStrategy', 'spec.updateStrategy.rollingUpdate'],
  },
  {
    kinds: ['batch/CronJob'],
    defaults: {
      v1: {
        'spec.concurrencyPolicy': 'Allow',
        'spec.suspend': false,
        'spec.successfulJobsHistoryLimit': 3n,
        'spec.failedJobsHistoryLimit': 1n,
      },
    },
  },
  {
    kinds: ['batch/Job'],
    defaults: { v1: { 'spec.suspend': false, 'spec.backoffLimit': 6n, 'spec.completionMode': 'NonIndexed' } },
  },
  { kinds: ['core/ReplicationController'], freeForm: ['spec.selector'] },
]
