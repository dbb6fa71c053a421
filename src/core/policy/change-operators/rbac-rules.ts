import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.ts'

const MAX_GRANTS = 100_000

/** Whether a value is a list of RBAC rules. */
export function isRbacRules(value: Json | undefined): value is readonly JsonObject[] {
  return isJsonList(value) && value.some((rule) => isJsonObject(rule) && 'verbs' in rule)
}

/**
 * Whether the rules of `outer` grant everything that those of `inner` do, wildcards understood. Rules that are too
 * large to be taken apart are not covered.
 */
export function rbacCovers(outer: readonly Json[], inner: readonly Json[]): boolean {
  const granting = outer.filter(isJsonObject)
  let grants = 0
  for (const rule of inner) {
    if (!isJsonObject(rule)) return false
    for (const grant of grantsOf(rule)) {
      grants += 1
      if (grants > MAX_GRANTS || !granting.some((candidate) => allows(candidate, grant))) return false
    }
  }
  return true
}

/** One right: a verb on a resource, or on a URL that is none. */
export interface Grant {
  readonly verb: string
  /** Null: it is to a resource. */
  readonly url: string | null
  readonly group: string
  readonly resource: string
  /** Null: every name. */
  readonly name: string | null
}

/** The single rights of a rule; as many as the product of its lists. */
export function* grantsOf(rule: JsonObject): Generator<Grant> {
  const names = texts(rule['resourceNames'])
  for (const verb of texts(rule['verbs'])) {
    for (const url of texts(rule['nonResourceURLs'])) yield { verb, url, group: '', resource: '', name: null }
    for (const group of texts(rule['apiGroups'])) {
      for (const resource of texts(rule['resources'])) {
        for (const name of names.length > 0 ? names : [null]) yield { verb, url: null, group, resource, name }
      }
    }
  }
}

/** Whether a rule gives a right, wildcards understood. */
export function allows(rule: JsonObject, grant: Grant): boolean {
  if (!has(rule['verbs'], grant.verb)) return false
  if (grant.url !== null) return allowsUrl(texts(rule['nonResourceURLs']), grant.url)
  const names = texts(rule['resourceNames'])
  return (
    has(rule['apiGroups'], grant.group) &&
    allowsResource(texts(rule['resources']), grant.resource) &&
    (names.length === 0 || (grant.name !== null && names.includes(grant.name)))
  )
}

function allowsResource(resources: readonly string[], resource: string): boolean {
  const slash = resource.indexOf('/')
  const everyWithSubresource = slash < 0 ? null : `*${resource.slice(slash)}`
  return resources.some((known) => known === '*' || known === resource || known === everyWithSubresource)
}

function allowsUrl(urls: readonly string[], url: string): boolean {
  return urls.some(
    (known) => known === '*' || known === url || (known.endsWith('*') && url.startsWith(known.slice(0, -1))),
  )
}

function has(list: Json | undefined, word: string): boolean {
  const words = texts(list)
  return words.includes('*') || words.includes(word)
}

function texts(value: Json | undefined): readonly string[] {
  return isJsonList(value) ? value.filter((item) => typeof item === 'string') : []
}
