import type { Json, JsonObject } from '../../../model/json.ts'
import type { KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'
import { selectorEmpties, selectorSets } from './selectors.ts'

const CLAIM = 'spec.volumeClaimTemplates[]'
const HAS_SELECTOR = ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet', 'batch/Job']

/** The controllers of pods; what stands in the pods is in files of its own. */
export const WORKLOADS: readonly KindFacts[] = [
  {
    kinds: HAS_SELECTOR,
    unordered: selectorSets('spec.selector'),
    freeForm: ['spec.selector.matchLabels'],
    emptyIsAbsent: selectorEmpties('spec.selector'),
  },
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
    sets: [`${CLAIM}.spec.accessModes`],
    unordered: selectorSets(`${CLAIM}.spec.selector`),
    defaults: {
      v1: {
        'spec.podManagementPolicy': 'OrderedReady',
        'spec.revisionHistoryLimit': 10n,
        'spec.updateStrategy.type': 'RollingUpdate',
        'spec.updateStrategy.rollingUpdate.partition': 0n,
        'spec.persistentVolumeClaimRetentionPolicy.whenDeleted': 'Retain',
        'spec.persistentVolumeClaimRetentionPolicy.whenScaled': 'Retain',
        [`${CLAIM}.apiVersion`]: 'v1',
        [`${CLAIM}.kind`]: 'PersistentVolumeClaim',
        [`${CLAIM}.spec.volumeMode`]: 'Filesystem',
      },
    },
    emptyIsAbsent: [
      'spec.volumeClaimTemplates',
      'spec.persistentVolumeClaimRetentionPolicy',
      ...selectorEmpties(`${CLAIM}.spec.selector`),
    ],
    freeForm: [`${CLAIM}.metadata.labels`, `${CLAIM}.metadata.annotations`],
    serverOwned: [`${CLAIM}.status`, `${CLAIM}.metadata.creationTimestamp`],
    quantities: [`${CLAIM}.spec.resources.requests.*`, `${CLAIM}.spec.resources.limits.*`],
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
        'spec.jobTemplate.spec.suspend': false,
        'spec.jobTemplate.spec.backoffLimit': backoffLimitOf,
        'spec.jobTemplate.spec.completionMode': 'NonIndexed',
      },
    },
    serverOwned: ['spec.jobTemplate.metadata.creationTimestamp'],
  },
  {
    // Neither parallelism nor completions: each decides what the absence of the other means.
    kinds: ['batch/Job'],
    defaults: {
      v1: { 'spec.suspend': false, 'spec.backoffLimit': backoffLimitOf, 'spec.completionMode': 'NonIndexed' },
    },
  },
  { kinds: ['core/ReplicationController'], freeForm: ['spec.selector'] },
]

/** With a limit for each index there is none for all of them. */
function backoffLimitOf({ backoffLimitPerIndex }: JsonObject): Json {
  return (backoffLimitPerIndex ?? null) === null ? 6n : 2_147_483_647n
}
