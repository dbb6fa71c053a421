import { below, type KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'
import { nodeSelectorSets, nodeTermSets, selectorEmpties, selectorSets } from './selectors.ts'

const NODE_AFFINITY = '$pod.affinity.nodeAffinity'
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution'
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution'
const BOTH = ['$pod.affinity.podAffinity', '$pod.affinity.podAntiAffinity']

/** Terms that say beside which pods a pod may run. */
const POD_TERMS = [...below(BOTH, [`${REQUIRED}[]`]), ...below(BOTH, [`${PREFERRED}[].podAffinityTerm`])]
const POD_SELECTORS = [
  ...below(POD_TERMS, ['labelSelector', 'namespaceSelector']),
  '$pod.topologySpreadConstraints[].labelSelector',
]

/** Where pods run. */
export const SCHEDULING: readonly KindFacts[] = [
  {
    kinds: ['pod'],
    lists: {
      '$pod.resourceClaims': keyed('name'),
      '$pod.schedulingGates': keyed('name'),
      '$pod.topologySpreadConstraints': keyed('topologyKey', 'whenUnsatisfiable'),
    },
    sets: ['$pod.tolerations'],
    unordered: [
      '$pod.topologySpreadConstraints[].matchLabelKeys',
      `${NODE_AFFINITY}.${PREFERRED}`,
      ...nodeSelectorSets(`${NODE_AFFINITY}.${REQUIRED}`),
      ...nodeTermSets(`${NODE_AFFINITY}.${PREFERRED}[].preference`),
      ...below(BOTH, [REQUIRED, PREFERRED]),
      ...below(POD_TERMS, ['namespaces', 'matchLabelKeys', 'mismatchLabelKeys']),
      ...selectorSets(...POD_SELECTORS),
    ],
    freeForm: ['$pod.nodeSelector', ...below(POD_SELECTORS, ['matchLabels'])],
  },
  {
    kinds: ['built-in pod'],
    emptyIsAbsent: [
      '$pod.tolerations',
      '$pod.tolerations[].key',
      '$pod.tolerations[].value',
      '$pod.tolerations[].effect',
      '$pod.nodeSelector',
      '$pod.affinity',
      '$pod.topologySpreadConstraints',
      ...selectorEmpties(...POD_SELECTORS),
    ],
    defaults: { v1: { '$pod.schedulerName': 'default-scheduler' } },
  },
]
