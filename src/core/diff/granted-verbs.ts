import type { Verb } from '../model/change.ts'
import { isJsonList, isJsonObject, type Json } from '../model/json.ts'

/** Sub-resources of pods through which kubectl acts on what runs, with the word for it. */
const ACTING: readonly (readonly [resource: string, verb: Verb])[] = [
  ['pods/eviction', 'drain'],
  ['pods/exec', 'exec'],
  ['pods/attach', 'exec'],
  ['pods/ephemeralcontainers', 'exec'],
  ['pods/portforward', 'port-forward'],
]

/** What a rule of a Role lets its holders do to running pods, wildcards included. */
export function grantedVerbs(rule: Json): readonly Verb[] {
  if (!isJsonObject(rule)) return []
  const groups = textsOf(rule['apiGroups'])
  if (!groups.includes('') && !groups.includes('*')) return []
  const resources = new Set(textsOf(rule['resources']))
  const granted = ACTING.filter(([resource]) => {
    const [, part = ''] = resource.split('/')
    return ['*', resource, `*/${part}`].some((name) => resources.has(name))
  })
  return [...new Set(granted.map(([, verb]) => verb))]
}

function textsOf(value: Json | undefined): readonly string[] {
  return isJsonList(value) ? value.filter((item) => typeof item === 'string') : []
}
