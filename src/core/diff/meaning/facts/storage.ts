import type { KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'
import { nodeSelectorSets, selectorEmpties, selectorSets } from './selectors.ts'

/** Claims, volumes and classes of storage. */
export const STORAGE: readonly KindFacts[] = [
  {
    kinds: ['core/PersistentVolumeClaim'],
    sets: ['spec.accessModes'],
    unordered: selectorSets('spec.selector'),
    defaults: { v1: { 'spec.volumeMode': 'Filesystem' } },
    emptyIsAbsent: selectorEmpties('spec.selector'),
    serverOwned: [
      "metadata.annotations['pv.kubernetes.io/bind-completed']",
      "metadata.annotations['pv.kubernetes.io/bound-by-controller']",
      "metadata.annotations['volume.kubernetes.io/storage-provisioner']",
      "metadata.annotations['volume.kubernetes.io/selected-node']",
    ],
    quantities: ['spec.resources.requests.*', 'spec.resources.limits.*'],
  },
  {
    kinds: ['core/PersistentVolume'],
    unordered: ['spec.accessModes', ...nodeSelectorSets('spec.nodeAffinity.required')],
    defaults: {
      v1: {
        'spec.volumeMode': 'Filesystem',
        'spec.persistentVolumeReclaimPolicy': 'Retain',
        'spec.nfs.readOnly': false,
        'spec.csi.readOnly': false,
      },
    },
    emptyIsAbsent: ['spec.hostPath.type'],
    quantities: ['spec.capacity.*'],
  },
  {
    kinds: ['storage.k8s.io/StorageClass'],
    defaults: {
      v1: { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate', allowVolumeExpansion: false },
    },
  },
  {
    kinds: ['storage.k8s.io/CSIDriver'],
    unordered: ['spec.volumeLifecycleModes'],
    defaults: {
      v1: {
        'spec.attachRequired': true,
        'spec.podInfoOnMount': false,
        'spec.storageCapacity': false,
        'spec.fsGroupPolicy': 'ReadWriteOnceWithFSType',
        'spec.requiresRepublish': false,
        'spec.seLinuxMount': false,
        'spec.volumeLifecycleModes': ['Persistent'],
      },
    },
  },
  { kinds: ['storage.k8s.io/CSINode'], lists: { 'spec.drivers': keyed('name') } },
]
