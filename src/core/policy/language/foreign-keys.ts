/** What a key means where people know it from: the end of a sentence, and the key to write here. */
export interface ForeignKey {
  readonly text: string
  readonly suggestion?: string
}

/** Keys of Argo CD's sync windows, which say something that a window of ours says in another way or not at all. */
const OF_WINDOWS: Readonly<Record<string, ForeignKey>> = {
  manualSync: {
    text: 'in Argo CD it lets syncs that a person starts through the window. Here nothing passes a freeze but changes that only take access away. Remove the key.',
  },
  syncOverrun: {
    text: 'in Argo CD it lets a sync that has begun in time run on. A merge takes no time. Remove the key.',
  },
  applications: {
    text: 'Argo CD chooses Applications by it. Here environments, clusters, namespaces and kinds choose what is held. Write these.',
  },
  ...both(['andOperator', 'useAndOperator'], {
    text: 'in Argo CD it asks for all selectors instead of one. Here all that are given must hold. Remove the key, and make two windows where one selector is to be enough.',
  }),
  description: { text: 'Argo CD says there what a window is for.', suggestion: 'reason' },
}

/** Keys of admission policies and of other gates. */
const OF_RULES: Readonly<Record<string, ForeignKey>> = {
  ...both(['name', 'rule'], { text: 'a rule is named by its id.', suggestion: 'id' }),
  ...both(['expression', 'condition', 'validations', 'matchConditions', 'if'], {
    text: 'a condition in CEL stands in one key. It is true for what is risky, where an admission policy says what is right.',
    suggestion: 'when',
  }),
  ...both(['matchConstraints', 'resources', 'selector', 'on'], {
    text: 'what a rule is about stands in one key.',
    suggestion: 'match',
  }),
  ...both(['action', 'validationActions', 'mode'], {
    text: 'what a rule leads to stands in one key.',
    suggestion: 'effect',
  }),
  description: { text: 'the reason for a rule stands in one key.', suggestion: 'why' },
}

const OF_MATCHES: Readonly<Record<string, ForeignKey>> = {
  ...both(['resources', 'apiGroups', 'resourceRules', 'apiVersions'], {
    text: 'kinds are written with their group, such as apps/Deployment, without a version.',
    suggestion: 'kinds',
  }),
  ...both(['labels', 'labelSelector', 'objectSelector', 'annotations'], {
    text: "objects are not chosen by labels. Write a condition, such as when: object.metadata.labels['tier'] == 'web'.",
  }),
  namespaceSelector: { text: 'namespaces are chosen by their names, with globs.', suggestion: 'namespaces' },
  paths: { text: 'paths of files stand in one key.', suggestion: 'files' },
}

const OF_APPROVALS: Readonly<Record<string, ForeignKey>> = {
  ...both(['users', 'teams', 'owners', 'reviewers', 'approvers', 'by'], {
    text: 'who may approve stands in one list, as codeowners, @user or @org/team.',
    suggestion: 'from',
  }),
  ...both(['required', 'min', 'minimum', 'approvals'], {
    text: 'how many have to approve stands in one key.',
    suggestion: 'count',
  }),
}

/** Keys that people write one level too high. */
const OF_DOCUMENTS: Readonly<Record<string, ForeignKey>> = both(
  [
    'extends',
    'manifests',
    'environments',
    'rules',
    'overrides',
    'requirements',
    'owners',
    'windows',
    'exceptions',
    'breakGlass',
  ],
  { text: 'it stands under "spec". Indent it there.' },
)

/** Each table with a key that only its mapping knows. */
const TABLES: readonly (readonly [own: string, keys: Readonly<Record<string, ForeignKey>>])[] = [
  ['apiVersion', OF_DOCUMENTS],
  ['schedule', OF_WINDOWS],
  ['messageExpression', OF_RULES],
  ['operations', OF_MATCHES],
  ['excludeCommitters', OF_APPROVALS],
]

/** What an unknown key means elsewhere; undefined: nothing that is known. `known` are the keys of the mapping it stands in. */
export function foreignKey(key: string, known: readonly string[]): ForeignKey | undefined {
  const table = TABLES.find(([own]) => known.includes(own))?.[1]
  return table && Object.hasOwn(table, key) ? table[key] : undefined
}

function both(keys: readonly string[], meaning: ForeignKey): Readonly<Record<string, ForeignKey>> {
  return Object.fromEntries(keys.map((key) => [key, meaning]))
}
