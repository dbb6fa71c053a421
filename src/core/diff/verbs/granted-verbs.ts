import type { Verb } from '../../model/change.ts'
import { isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import { pointerTo } from '../../model/json-pointer.ts'
import type { Word } from './field-verb-rule.ts'

interface Acting {
  readonly group: string
  readonly resource: string
  readonly verbs: readonly Verb[]
  /** Whether `get` is enough: a connection may be opened by a GET. */
  readonly byReading?: boolean
}

/** Sub-resources through which kubectl acts at once, with no manifest to be changed, and the words for it. */
const ACTING: readonly Acting[] = [
  { group: '', resource: 'pods/eviction', verbs: ['drain'] },
  { group: '', resource: 'pods/exec', verbs: ['exec'], byReading: true },
  { group: '', resource: 'pods/attach', verbs: ['exec'], byReading: true },
  { group: '', resource: 'pods/ephemeralcontainers', verbs: ['exec', 'debug'] },
  { group: '', resource: 'pods/portforward', verbs: ['port-forward'], byReading: true },
  { group: '', resource: 'pods/proxy', verbs: ['proxy'], byReading: true },
  { group: '', resource: 'services/proxy', verbs: ['proxy'], byReading: true },
  { group: '', resource: 'nodes/proxy', verbs: ['proxy'], byReading: true },
  { group: '', resource: 'serviceaccounts/token', verbs: ['create-token'] },
  {
    group: 'certificates.k8s.io',
    resource: 'certificatesigningrequests/approval',
    verbs: ['certificate-approve'],
  },
]

const READING: ReadonlySet<string | undefined> = new Set(['get', 'list', 'watch'])

/**
 * What a rule of a Role lets its holders do without any manifest, wildcards included, with the entry of `resources`
 * that says so. RBAC knows the wildcards `*` and, for one sub-resource of every kind, `*` before it.
 */
export function grantedVerbs(rule: Json): readonly Word[] {
  if (!isJsonObject(rule)) return []
  const groups = new Set(textsOf(rule['apiGroups']))
  const onlyReads = isJsonList(rule['verbs']) && textsOf(rule['verbs']).every((verb) => READING.has(verb))
  const acting = ACTING.filter(
    ({ group, byReading }) => (groups.has(group) || groups.has('*')) && (byReading || !onlyReads),
  )
  return textsOf(rule['resources']).flatMap((written, index) =>
    acting
      .filter(({ resource }) => covers(written, resource))
      .flatMap(({ verbs }) => verbs.map((verb) => ({ verb, below: pointerTo('/resources', index) }))),
  )
}

function covers(written: string | undefined, resource: string): boolean {
  const [, part = ''] = resource.split('/')
  return ['*', resource, `*/${part}`].some((name) => name === written)
}

/** The texts of a list, each at its index. */
function textsOf(value: Json | undefined): readonly (string | undefined)[] {
  return isJsonList(value) ? value.map((item) => (typeof item === 'string' ? item : undefined)) : []
}
