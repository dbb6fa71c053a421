import { type AddressRange, parseCidr } from '../../model/address-ranges.ts'
import { canonicalJson, isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { rangesCover, subtractAll } from '../../model/range-sets.ts'

const MAX_GRANTS = 100_000
const RULE_KEYS = new Set(['from', 'to', 'ports'])
const PEER_KEYS = new Set(['ipBlock', 'podSelector', 'namespaceSelector'])

/** Whether a value is the `ingress` or `egress` of a NetworkPolicy. */
export function isNetworkRules(value: Json | undefined): value is readonly JsonObject[] {
  return isJsonList(value) && value.length > 0 && value.every(isNetworkRule)
}

function isNetworkRule(rule: Json): boolean {
  if (!isJsonObject(rule) || !hasOnly(rule, RULE_KEYS)) return false
  if (rule['from'] !== undefined && rule['to'] !== undefined) return false
  return membersOf(rule['from'] ?? rule['to']).every((peer) => isJsonObject(peer) && hasOnly(peer, PEER_KEYS))
}

/**
 * Whether the rules of `outer` allow every connection that those of `inner` do, however they are split, merged or
 * ordered: no peers are anybody, no ports are all, an empty selector is everything in its scope.
 */
export function networkCovers(outer: readonly Json[], inner: readonly Json[]): boolean {
  const allowing = outer.map(readRule)
  let grants = 0
  for (const { peers, ports } of inner.map(readRule)) {
    for (const port of ports ?? [null]) {
      const open = allowing.filter((rule) => portsCover(rule.ports, port))
      grants += (peers?.length ?? 1) * Math.max(1, open.length)
      if (grants > MAX_GRANTS || !(peers ?? [null]).every((peer) => peersCover(open, peer))) return false
    }
  }
  return true
}

/** Null stands for all of them. */
interface NetworkRule {
  readonly peers: readonly JsonObject[] | null
  readonly ports: readonly JsonObject[] | null
}

function readRule(rule: Json): NetworkRule {
  if (!isJsonObject(rule)) return { peers: [], ports: [] }
  const peers = membersOf(rule['from'] ?? rule['to']).filter(isJsonObject)
  const ports = membersOf(rule['ports']).filter(isJsonObject)
  return { peers: peers.length > 0 ? peers : null, ports: ports.length > 0 ? ports : null }
}

function portsCover(known: readonly JsonObject[] | null, port: JsonObject | null): boolean {
  if (known === null) return true
  return port !== null && known.some((candidate) => portCovers(candidate, port))
}

function portCovers(known: JsonObject, port: JsonObject): boolean {
  if ((known['protocol'] ?? 'TCP') !== (port['protocol'] ?? 'TCP')) return false
  const [outer, inner] = [portsFrom(known), portsFrom(port)]
  if (outer.first === null) return true
  const isInRange = isAtMost(outer.first, inner.first) && isAtMost(inner.last, outer.last)
  return isInRange || canonicalJson([outer.first, outer.last]) === canonicalJson([inner.first, inner.last])
}

/** From the first port to the last; null is all of them. A name is one port. */
function portsFrom(port: JsonObject): { readonly first: Json; readonly last: Json } {
  const first = port['port'] ?? null
  return { first, last: port['endPort'] ?? first }
}

function isAtMost(a: Json, b: Json): boolean {
  return typeof a === 'bigint' && typeof b === 'bigint' && a <= b
}

function peersCover(open: readonly NetworkRule[], peer: JsonObject | null): boolean {
  if (open.some((rule) => rule.peers === null)) return true
  if (peer === null) return false
  const known = open.flatMap((rule) => rule.peers ?? [])
  if (peer['ipBlock'] === undefined) return known.some((candidate) => selectorsCover(candidate, peer))
  const ranges = rangesOf(peer)
  return (
    ranges !== undefined &&
    rangesCover(
      known.flatMap((candidate) => rangesOf(candidate) ?? []),
      ranges,
    )
  )
}

/** Undefined: these addresses cannot be read, or it is no block of addresses. */
function rangesOf(peer: JsonObject): readonly AddressRange[] | undefined {
  const block = peer['ipBlock']
  if (!isJsonObject(block) || typeof block['cidr'] !== 'string') return undefined
  const range = parseCidr(block['cidr'])
  const except = membersOf(block['except']).flatMap((item) =>
    typeof item === 'string' ? (parseCidr(item) ?? []) : [],
  )
  return range && subtractAll(range, except)
}

/** Without a selector of namespaces a peer is in the policy's own, which is one of all. */
function selectorsCover(known: JsonObject, peer: JsonObject): boolean {
  if (known['ipBlock'] !== undefined) return false
  const spaces = known['namespaceSelector'] ?? null
  const wanted = peer['namespaceSelector'] ?? null
  const sameSpaces = spaces === null ? wanted === null : selects(spaces, wanted ?? OWN_NAMESPACE)
  return sameSpaces && selects(known['podSelector'] ?? {}, peer['podSelector'] ?? {})
}

/** Only a selector of every namespace is known to select the policy's own. */
const OWN_NAMESPACE: JsonObject = {}

/** What asks for less selects more. */
function selects(known: Json, selector: Json): boolean {
  const asked = new Set(requirementsOf(selector))
  return requirementsOf(known).every((requirement) => asked.has(requirement))
}

function requirementsOf(selector: Json): readonly string[] {
  if (!isJsonObject(selector)) return [canonicalJson(selector)]
  const labels = selector['matchLabels']
  return [
    ...(isJsonObject(labels) ? Object.entries(labels).map((label) => canonicalJson(label)) : []),
    ...membersOf(selector['matchExpressions']).map(canonicalJson),
  ]
}

function membersOf(list: Json | undefined): readonly Json[] {
  return isJsonList(list) ? list : []
}

function hasOnly(value: JsonObject, keys: ReadonlySet<string>): boolean {
  return Object.keys(value).every((key) => keys.has(key))
}
