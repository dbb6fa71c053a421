import type { Json, JsonObject } from '../../../model/json.ts'
import { allows, type Grant, grantsOf } from '../../change-operators/rbac-rules.ts'
import { groupOf, kindOf, objectsAt, textsAt } from './members.ts'

const MAX_RIGHTS = 10_000

/** The single rights that a Role or ClusterRole writes out, none of anything else. Undefined: they are too many to list. */
export function rightsOf(object: Json): readonly Grant[] | undefined {
  const rights: Grant[] = []
  for (const rule of rulesOf(object)) {
    for (const right of grantsOf(rule)) {
      if (rights.length === MAX_RIGHTS) return undefined
      rights.push(right)
    }
  }
  return rights
}

/** Whether a Role or ClusterRole gives a right, wildcards understood. A right without a name is to every name. */
export function givesRight(object: Json, right: Grant): boolean {
  return rulesOf(object).some((rule) => allows(rule, right))
}

/** How many words the rules of a role have: what it takes to look for a right. */
export function wordsOf(object: Json): number {
  return rulesOf(object).reduce(
    (sum, rule) => sum + WORDS.reduce((words, list) => words + textsAt(rule, list).length, 1),
    0,
  )
}

const WORDS = ['verbs', 'apiGroups', 'resources', 'resourceNames', 'nonResourceURLs']

function rulesOf(object: Json): readonly JsonObject[] {
  const isRole = groupOf(object) === 'rbac.authorization.k8s.io' && /^(?:Cluster)?Role$/.test(kindOf(object))
  return isRole ? objectsAt(object, 'rules') : []
}
