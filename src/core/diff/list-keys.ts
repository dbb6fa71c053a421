import { isJsonObject, type Json } from '../model/json.ts'

/** How the entries of a list are matched with those of another. A list without a rule is matched by position. */
export type ListRule =
  | {
      readonly kind: 'keyed'
      /** The members that together name an entry, each with what stands for an absent one; undefined: none does. */
      readonly keys: readonly (readonly [member: string, absent: Json | undefined])[]
      /** Whether a new order is a change; decided by all entries of one list. */
      readonly ordered: (entries: readonly Json[]) => boolean
    }
  /** Whole entries without order. */
  | { readonly kind: 'set' }

/** Where a rule holds: a `group/Kind`, `*` for every kind, `pod` for every kind with a pod template. */
interface ListAt {
  readonly in: readonly string[]
  readonly at: readonly string[]
  readonly rule: ListRule
}

const SET: ListRule = { kind: 'set' }
const byName = keyed([['name', undefined]])

/**
 * The lists that are matched by key or as sets: those of strategic merge and server-side apply, and beyond them
 * pairings that only make the diff small. In the order of containers people rely (a sidecar's hook blocks those
 * behind it), so it counts; for `env` it counts as soon as one value refers to another.
 */
export const LIST_KEYS: readonly ListAt[] = [
  { in: ['*'], at: ['metadata.finalizers'], rule: SET },
  { in: ['*'], at: ['metadata.ownerReferences'], rule: keyed([['uid', undefined]]) },
  {
    in: ['pod'],
    at: ['$pod.containers', '$pod.initContainers', '$pod.ephemeralContainers'],
    rule: keyed([['name', undefined]], () => true),
  },
  { in: ['pod'], at: ['$container.env'], rule: keyed([['name', undefined]], refersToVariables) },
  {
    in: ['pod'],
    at: ['$container.ports'],
    rule: keyed([
      ['containerPort', undefined],
      ['protocol', 'TCP'],
    ]),
  },
  { in: ['pod'], at: ['$container.volumeMounts'], rule: keyed([['mountPath', undefined]]) },
  { in: ['pod'], at: ['$container.volumeDevices'], rule: keyed([['devicePath', undefined]]) },
  {
    in: ['pod'],
    at: ['$pod.volumes', '$pod.imagePullSecrets', '$pod.resourceClaims', '$pod.schedulingGates'],
    rule: byName,
  },
  { in: ['pod'], at: ['$container.resources.claims'], rule: byName },
  { in: ['pod'], at: ['$pod.hostAliases'], rule: keyed([['ip', undefined]]) },
  {
    in: ['pod'],
    at: ['$pod.topologySpreadConstraints'],
    rule: keyed([
      ['topologyKey', undefined],
      ['whenUnsatisfiable', undefined],
    ]),
  },
  { in: ['pod'], at: ['$pod.tolerations'], rule: SET },
  {
    in: ['pod'],
    at: ['$container.securityContext.capabilities.add', '$container.securityContext.capabilities.drop'],
    rule: SET,
  },
  { in: ['core/Node'], at: ['spec.taints', 'spec.podCIDRs'], rule: SET },
  {
    in: ['core/Service'],
    at: ['spec.ports'],
    rule: keyed([
      ['port', undefined],
      ['protocol', 'TCP'],
    ]),
  },
  { in: ['core/Service'], at: ['spec.loadBalancerSourceRanges', 'spec.externalIPs'], rule: SET },
  { in: ['core/ServiceAccount'], at: ['secrets', 'imagePullSecrets'], rule: byName },
  { in: ['core/PersistentVolumeClaim'], at: ['spec.accessModes'], rule: SET },
  {
    in: ['apps/StatefulSet'],
    at: ['spec.volumeClaimTemplates'],
    rule: keyed([['metadata.name', undefined]]),
  },
  { in: ['apps/StatefulSet'], at: ['spec.volumeClaimTemplates[].spec.accessModes'], rule: SET },
  { in: ['networking.k8s.io/Ingress'], at: ['spec.rules'], rule: keyed([['host', '']]) },
  {
    in: ['networking.k8s.io/Ingress'],
    at: ['spec.rules[].http.paths'],
    rule: keyed(
      [
        ['path', ''],
        ['pathType', ''],
      ],
      hasControllerPaths,
    ),
  },
  { in: ['networking.k8s.io/Ingress'], at: ['spec.tls'], rule: keyed([['secretName', '']]) },
  { in: ['networking.k8s.io/Ingress'], at: ['spec.tls[].hosts'], rule: SET },
  {
    in: ['networking.k8s.io/NetworkPolicy'],
    at: ['spec.ingress', 'spec.egress', 'spec.policyTypes'],
    rule: SET,
  },
  {
    in: ['networking.k8s.io/NetworkPolicy'],
    at: ['spec.ingress[].from', 'spec.ingress[].ports', 'spec.egress[].to', 'spec.egress[].ports'],
    rule: SET,
  },
  {
    in: ['networking.k8s.io/NetworkPolicy'],
    at: ['spec.ingress[].from[].ipBlock.except', 'spec.egress[].to[].ipBlock.except'],
    rule: SET,
  },
  {
    in: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
    at: [
      'rules',
      'rules[].verbs',
      'rules[].resources',
      'rules[].apiGroups',
      'rules[].resourceNames',
      'rules[].nonResourceURLs',
    ],
    rule: SET,
  },
  {
    in: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
    at: ['subjects'],
    rule: keyed([
      ['kind', undefined],
      ['namespace', ''],
      ['name', undefined],
    ]),
  },
  {
    in: ['admissionregistration.k8s.io/MutatingWebhookConfiguration'],
    at: ['webhooks'],
    rule: keyed([['name', undefined]], () => true),
  },
  { in: ['admissionregistration.k8s.io/ValidatingWebhookConfiguration'], at: ['webhooks'], rule: byName },
  {
    in: [
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    ],
    at: ['webhooks[].matchConditions'],
    rule: byName,
  },
  {
    in: [
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    ],
    at: ['webhooks[].rules'],
    rule: SET,
  },
  {
    in: ['admissionregistration.k8s.io/ValidatingAdmissionPolicy'],
    at: ['spec.matchConditions', 'spec.variables'],
    rule: keyed([['name', undefined]], () => true),
  },
  { in: ['apiextensions.k8s.io/CustomResourceDefinition'], at: ['spec.versions'], rule: byName },
  {
    in: ['gateway.networking.k8s.io/Gateway'],
    at: ['spec.listeners'],
    rule: byName,
  },
  { in: ['gateway.networking.k8s.io/HTTPRoute'], at: ['spec.hostnames'], rule: SET },
  ...['kustomize.config.k8s.io/Kustomization', 'kustomize.config.k8s.io/Component'].flatMap(
    (kind): readonly ListAt[] => [
      { in: [kind], at: ['resources', 'bases', 'crds'], rule: SET },
      { in: [kind], at: ['images', 'replicas'], rule: byName },
      {
        in: [kind],
        at: ['configMapGenerator', 'secretGenerator'],
        rule: keyed([
          ['namespace', ''],
          ['name', undefined],
        ]),
      },
    ],
  ),
]

function keyed(
  keys: readonly (readonly [string, Json | undefined])[],
  ordered: (entries: readonly Json[]) => boolean = () => false,
): ListRule {
  return { kind: 'keyed', keys, ordered }
}

function refersToVariables(entries: readonly Json[]): boolean {
  return entries.some((entry) => {
    const value = isJsonObject(entry) ? entry['value'] : undefined
    return typeof value === 'string' && value.includes('$(')
  })
}

/** Exact and Prefix paths are matched by length; how any other path is ordered is the controller's own affair. */
function hasControllerPaths(entries: readonly Json[]): boolean {
  return entries.some((entry) => {
    const type = isJsonObject(entry) ? entry['pathType'] : undefined
    return type !== 'Exact' && type !== 'Prefix'
  })
}
