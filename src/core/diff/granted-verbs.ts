import type { Verb } from '../model/change.ts'
import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import { pointerTo } from '../model/json-pointer.ts'
import type { Word } from './field-verb-rule.ts'

/** Sub-resources through which kubectl acts at once, with no manifest to be changed, and the word for it. */
const ACTING: readonly (readonly [group: string, resource: string, verb: Verb])[] = [
  ['', 'pods/eviction', 'drain'],
  ['', 'pods/exec', 'exec'],
  ['', 'pods/attach', 'exec'],
  ['', 'pods/ephemeralcontainers', 'exec'],
  ['', 'pods/ephemeralcontainers', 'debug'],
  ['', 'pods/portforward', 'port-forward'],
  ['', 'pods/proxy', 'proxy'],
  ['', 'services/proxy', 'proxy'],
  ['', 'nodes/proxy', 'proxy'],
  ['', 'serviceaccounts/token', 'create-token'],
  ['certificates.k8s.io', 'certificatesigningrequests/approval', 'certificate-approve'],
]

/**
 * What a rule of a Role lets its holders do without any manifest, wildcards included, with the entry of `resources`
 * that says so. RBAC knows the wildcards `*` and, for one sub-resource of every kind, `*` before it.
 */
export function grantedVerbs(rule: Json): readonly Word[] {
  if (!isJsonObject(rule)) return []
  const groups = new Set(textsOf(rule['apiGroups']))
  const acting = ACTING.filter(([group]) => groups.has(group) || groups.has('*'))
  return textsOf(rule['resources']).flatMap((written, index) =>
    acting
      .filter(([, resource]) => covers(written, resource))
      .map(([, , verb]) => ({ verb, below: pointerTo('/resources', index) })),
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
