import { below, type KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder } from './list-rule.ts'
import { selectorEmpties, selectorSets } from './selectors.ts'

const VOLUME = '$pod.volumes[]'
const SOURCE = `${VOLUME}.projected.sources[]`
const CLAIM = `${VOLUME}.ephemeral.volumeClaimTemplate`

/** What pods mount. */
export const VOLUMES: readonly KindFacts[] = [
  {
    kinds: ['pod'],
    lists: {
      '$pod.volumes': keyed('name'),
      // Of two sources that bring the same file, the later one wins.
      [`${VOLUME}.projected.sources`]: keyedInOrder([
        ['configMap.name', ''],
        ['secret.name', ''],
        ['serviceAccountToken.path', ''],
        ['clusterTrustBundle.path', ''],
      ]),
    },
    unordered: [
      `${CLAIM}.spec.accessModes`,
      ...below([`${VOLUME}.configMap`, `${VOLUME}.secret`, `${VOLUME}.downwardAPI`], ['items']),
      ...below([`${SOURCE}.configMap`, `${SOURCE}.secret`, `${SOURCE}.downwardAPI`], ['items']),
      ...selectorSets(`${CLAIM}.spec.selector`),
    ],
    serverOwned: [`${CLAIM}.metadata.creationTimestamp`],
    quantities: [
      `${VOLUME}.emptyDir.sizeLimit`,
      `${CLAIM}.spec.resources.requests.*`,
      `${CLAIM}.spec.resources.limits.*`,
    ],
  },
  {
    kinds: ['built-in pod'],
    emptyIsAbsent: [
      '$pod.volumes',
      `${VOLUME}.hostPath.type`,
      `${VOLUME}.emptyDir.medium`,
      ...selectorEmpties(`${CLAIM}.spec.selector`),
    ],
    defaults: {
      v1: {
        [`${VOLUME}.configMap.defaultMode`]: 420n,
        [`${VOLUME}.secret.defaultMode`]: 420n,
        [`${VOLUME}.projected.defaultMode`]: 420n,
        [`${SOURCE}.serviceAccountToken.expirationSeconds`]: 3600n,
        [`${SOURCE}.downwardAPI.items[].fieldRef.apiVersion`]: 'v1',
        [`${VOLUME}.downwardAPI.defaultMode`]: 420n,
        [`${VOLUME}.downwardAPI.items[].fieldRef.apiVersion`]: 'v1',
        [`${VOLUME}.persistentVolumeClaim.readOnly`]: false,
        [`${VOLUME}.nfs.readOnly`]: false,
        [`${CLAIM}.spec.volumeMode`]: 'Filesystem',
      },
    },
  },
]
