import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../../model/json.ts'

/** An element before and after; null where it is not there. Never null on both sides. */
export interface ElementPair {
  readonly old: number | null
  readonly new: number | null
}

/**
 * Pairs the elements of a list as Kubernetes identifies them: equal ones first, then those with the same name, host or
 * whatever names an element of such a list. Lists whose elements have no name (RBAC rules, arguments) pair equal ones
 * only, so a changed element is one removed and one added. In the order of the new list, removed ones last; pairs of
 * equal elements are left out.
 */
export function pairElements(
  list: string,
  old: readonly Json[],
  now: readonly Json[],
): readonly ElementPair[] {
  const pairing: Pairing = { old, now, partner: new Map(), free: new Set(old.keys()) }
  pairLevel(canonicalJson, pairing)
  const equal = new Set(pairing.partner.keys())
  for (let level = 0; level < MOST_NAMES && pairing.free.size > 0; level += 1) {
    pairLevel((element) => namesOf(list, element)[level], pairing)
  }
  const pairs = now.flatMap((_, index): readonly ElementPair[] =>
    equal.has(index) ? [] : [{ old: pairing.partner.get(index) ?? null, new: index }],
  )
  return [...pairs, ...Array.from(pairing.free, (index): ElementPair => ({ old: index, new: null }))]
}

interface Pairing {
  readonly old: readonly Json[]
  readonly now: readonly Json[]
  readonly partner: Map<number, number>
  readonly free: Set<number>
}

function pairLevel(nameOf: (element: Json) => string | null | undefined, pairing: Pairing): void {
  const { old, now, partner, free } = pairing
  const waiting = new Map<string, number[]>()
  // From the last to the first, so that the first stands at the end, where it is cheap to take.
  for (const index of Array.from(free).toReversed()) {
    const name = nameOf(old[index] ?? null)
    if (typeof name === 'string') append(waiting, name, index)
  }
  for (const [index, element] of now.entries()) {
    if (partner.has(index)) continue
    const name = nameOf(element)
    const match = typeof name === 'string' ? waiting.get(name)?.pop() : undefined
    if (match === undefined) continue
    partner.set(index, match)
    free.delete(match)
  }
}

function append(waiting: Map<string, number[]>, name: string, index: number): void {
  const list = waiting.get(name)
  if (list) list.push(index)
  else waiting.set(name, [index])
}

const GENERAL: readonly (readonly string[])[] = [['name'], ['key']]

/** What names an element, the strongest first: sets of fields, all of which have to be the same. */
const NAMES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  paths: [['path', 'pathType'], ['path']],
  volumeMounts: [['mountPath']],
  volumeDevices: [['devicePath']],
  ports: [['name'], ['containerPort', 'protocol'], ['port', 'protocol']],
  subjects: [['kind', 'namespace', 'name']],
  tls: [['secretName']],
  hostAliases: [['ip']],
  topologySpreadConstraints: [['topologyKey']],
  parentRefs: [['kind', 'namespace', 'name', 'sectionName', 'port']],
  backendRefs: [
    ['kind', 'namespace', 'name', 'port'],
    ['namespace', 'name'],
  ],
  routes: [['match'], ['name'], ['conditions']],
  rules: [['alert'], ['record'], ['name'], ['host'], ['matches']],
  http: [['name'], ['match']],
  servers: [['name'], ['port']],
  portLevelSettings: [['port']],
  filters: [['type']],
  delegations: [['secretName']],
  endpoints: [['dnsName', 'recordType'], ...GENERAL],
  jwtRules: [['issuer']],
  // Of an Argo CD application; the strongest name leaves out only the revision.
  sources: [['name'], ['repoURL', 'path', 'chart', 'ref'], ['path', 'chart', 'ref'], ['repoURL']],
  dependencies: [['alias', 'name'], ['name']],
  helmCharts: [['releaseName', 'name'], ['name']],
}

/** The most ways in which elements of one list are named. */
const MOST_NAMES = 5

/** Fields that name an element by more than a text: the requests that a routing rule is for, the port of a server. */
const STRUCTURED = new Set(['conditions', 'match', 'matches', 'port'])

/** Without this field an element of such a list is the one for every request, when it says where that goes. */
const FOR_ALL: Readonly<Record<string, string>> = { rules: 'matches', http: 'match', routes: 'conditions' }
const TARGETS = ['backendRefs', 'filters', 'redirect', 'route', 'services']

function namesOf(list: string, element: Json): readonly (string | null)[] {
  if (!isJsonObject(element) || 'verbs' in element) return []
  if (list === 'generators') return [generatorName(element)]
  const fields = Object.hasOwn(NAMES, list) ? (NAMES[list] ?? GENERAL) : GENERAL
  return fields.map((names) => nameFrom(list, element, names))
}

/** A generator of an ApplicationSet is known by its only key, `list` or `git`, and those beside it. */
function generatorName(element: JsonObject): string {
  return canonicalJson(Object.keys(element).toSorted())
}

/** Null when none of the fields is there, unless that means every host or every request. */
function nameFrom(list: string, element: JsonObject, names: readonly string[]): string | null {
  if (!isForAll(list, element, names) && !names.some((name) => isName(name, element[name]))) return null
  return canonicalJson(names.map((name) => element[name] ?? null))
}

/** An Ingress rule without a host is the rule for every host, a routing rule without a match that for every request. */
function isForAll(list: string, element: JsonObject, [name = '']: readonly string[]): boolean {
  if (list === 'rules' && name === 'host') return 'http' in element
  if (!Object.hasOwn(FOR_ALL, list) || FOR_ALL[list] !== name) return false
  return !('match' in element) && TARGETS.some((target) => target in element)
}

function isName(name: string, value: Json | undefined): boolean {
  return isScalar(value) || (STRUCTURED.has(name) && value !== undefined && value !== null)
}

function isScalar(value: Json | undefined): boolean {
  return value !== undefined && value !== null && typeof value !== 'object'
}
