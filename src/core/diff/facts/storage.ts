import type { KindFacts } from './kind-facts.ts'

/** Claims, volumes and classes of storage. */
export const STORAGE: readonly KindFacts[] = [
  {
    kinds: ['core/PersistentVolumeClaim'],
    sets: ['spec.accessModes'],
    defaults: { v1: { 'spec.volumeMode': 'Filesystem' } },
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
    defaults: { v1: { 'spec.volumeMode': 'Filesystem', 'spec.persistentVolumeReclaimPolicy': 'Retain' } },
    quantities: ['spec.capacity.*'],
  },
  {
    kinds: ['storage.k8s.io/StorageClass'],
    defaults: { v1: { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' } },
  },
]
