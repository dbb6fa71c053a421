/** A list of some kind with two entries, and a patch of the second one; nested ones stand in the first entry. */
export interface ListRow {
  /** The path from the object, `[]` standing for the first entry of a list. */
  readonly at: string
  /** The member by which a strategic merge patch finds the entry; null: the entries are texts. */
  readonly key: string | null
  readonly entries: readonly unknown[]
  readonly patch: unknown
}

/** A kind, `group/version/Kind`, with its lists. */
export interface KindRow {
  readonly kind: string
  readonly lists: readonly ListRow[]
}

const POD_KINDS: readonly (readonly [kind: string, pod: string])[] = [
  ['v1/Pod', 'spec'],
  ['v1/PodTemplate', 'template.spec'],
  ['v1/ReplicationController', 'spec.template.spec'],
  ['apps/v1/Deployment', 'spec.template.spec'],
  ['apps/v1/StatefulSet', 'spec.template.spec'],
  ['apps/v1/DaemonSet', 'spec.template.spec'],
  ['apps/v1/ReplicaSet', 'spec.template.spec'],
  ['batch/v1/Job', 'spec.template.spec'],
  ['batch/v1/CronJob', 'spec.jobTemplate.spec.template.spec'],
]

/** Two entries with the key's values `a` and `b`, and the second one with another value of a member. */
function row(
  at: string,
  key: string,
  member: string | null,
  values: readonly [unknown, unknown] = ['x', 'y'],
): ListRow {
  const entry = (one: unknown, value: unknown): object => ({
    [key]: one,
    ...(member !== null && { [member]: value }),
  })
  const [a, b] = key === 'port' || key === 'containerPort' ? [1, 2] : ['a', 'b']
  return { at, key, entries: [entry(a, values[0]), entry(b, values[0])], patch: entry(b, values[1]) }
}

function containerRows(list: string): readonly ListRow[] {
  return [
    row(list, 'name', 'image'),
    row(`${list}[].env`, 'name', 'value'),
    row(`${list}[].ports`, 'containerPort', 'name'),
    row(`${list}[].volumeMounts`, 'mountPath', 'name'),
    row(`${list}[].volumeDevices`, 'devicePath', 'name'),
    row(`${list}[].resources.claims`, 'name', 'request'),
  ]
}

function podRows(pod: string): readonly ListRow[] {
  return [
    ...['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) =>
      containerRows(`${pod}.${list}`),
    ),
    row(`${pod}.volumes`, 'name', 'secret', [{ secretName: 'x' }, { secretName: 'y' }]),
    row(`${pod}.imagePullSecrets`, 'name', null),
    row(`${pod}.hostAliases`, 'ip', 'hostnames', [['x'], ['y']]),
    {
      at: `${pod}.topologySpreadConstraints`,
      key: 'topologyKey',
      entries: ['a', 'b'].map((one) => ({
        topologyKey: one,
        whenUnsatisfiable: 'DoNotSchedule',
        maxSkew: 1,
      })),
      patch: { topologyKey: 'b', maxSkew: 2 },
    },
    row(`${pod}.resourceClaims`, 'name', 'resourceClaimName'),
    row(`${pod}.schedulingGates`, 'name', null),
  ]
}

const WEBHOOK_ROWS = [
  row('webhooks', 'name', 'timeoutSeconds', [1, 2]),
  row('webhooks[].matchConditions', 'name', 'expression'),
]

/** The lists that `kubectl` merges by key, but for those of a status, and `resources.claims`, which it replaces. */
export const KIND_ROWS: readonly KindRow[] = [
  ...POD_KINDS.map(([kind, pod]) => ({ kind, lists: podRows(pod) })),
  {
    kind: 'v1/ConfigMap',
    lists: [
      row('metadata.ownerReferences', 'uid', 'name'),
      { at: 'metadata.finalizers', key: null, entries: ['a', 'b'], patch: 'b' },
    ],
  },
  { kind: 'v1/Service', lists: [row('spec.ports', 'port', 'targetPort', [8, 9])] },
  { kind: 'v1/ServiceAccount', lists: [row('secrets', 'name', 'fieldPath')] },
  { kind: 'v1/Node', lists: [{ at: 'spec.podCIDRs', key: null, entries: ['a', 'b'], patch: 'b' }] },
  { kind: 'storage.k8s.io/v1/CSINode', lists: [row('spec.drivers', 'name', 'nodeID')] },
  { kind: 'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration', lists: WEBHOOK_ROWS },
  { kind: 'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration', lists: WEBHOOK_ROWS },
  {
    kind: 'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy',
    lists: [row('spec.matchConditions', 'name', 'expression'), row('spec.variables', 'name', 'expression')],
  },
]
