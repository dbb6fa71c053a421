/** Addresses from the first to the last, of one family, as whole numbers. */
export interface AddressRange {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

/**
 * Reads an address or a CIDR of either family; host bits are ignored, as Kubernetes does. IPv4 addresses that are
 * written as IPv6 (`::ffff:10.0.0.0/104`) count as IPv4. Undefined: it is none.
 */
export function parseCidr(text: string): AddressRange | undefined {
  const form = /^([^/]{2,45})(?:\/(0|[1-9]\d{0,2}))?$/.exec(text)
  if (!form) return undefined
  const address = form[1] ?? ''
  const family = address.includes(':') ? 6 : 4
  const bits = family === 6 ? 128 : 32
  const value = family === 6 ? parseIpv6(address) : parseIpv4(address)
  const length = form[2] === undefined ? bits : Number(form[2])
  if (value === undefined || length > bits) return undefined
  const size = 1n << BigInt(bits - length)
  const first = value - (value % size)
  return unmapped({ family, first, last: first + size - 1n })
}

/** A range that is one CIDR in its one canonical form: `10.0.0.0/8`, `2001:db8::/32`. */
export function formatCidr({ family, first, last }: AddressRange): string {
  const bits = family === 6 ? 128 : 32
  const hostBits = (last - first).toString(2).length
  const length = last === first ? bits : bits - hostBits
  return `${formatAddress(family, first)}/${String(length)}`
}

/** An address in its one canonical form, for IPv6 that of RFC 5952. */
export function formatAddress(family: 4 | 6, address: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.')
  const groups = Array.from({ length: 8 }, (_, at) => (address >> BigInt(112 - 16 * at)) & 0xffffn)
  const text = groups.map((group) => group.toString(16)).join(':')
  const zeros = [...text.matchAll(/(?<=^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run)
  const longest = zeros.toSorted((a, b) => b.length - a.length)[0]
  if (longest === undefined) return text
  const at = text.search(new RegExp(`(?<=^|:)${longest}(?=:|$)`))
  return `${text.slice(0, at).replace(/:$/, '')}::${text.slice(at + longest.length).replace(/^:/, '')}`
}

/** The IPv4 range that an IPv6 range of mapped addresses stands for; any other range as it is. */
function unmapped(range: AddressRange): AddressRange {
  if (range.family === 4 || range.first < MAPPED || range.last > MAPPED + 0xffff_ffffn) return range
  return { family: 4, first: range.first - MAPPED, last: range.last - MAPPED }
}

const MAPPED = 0xffff_0000_0000n

function parseIpv4(text: string): bigint | undefined {
  // Readers differ about a leading zero: some refuse it, some take it for octal.
  if (!/^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(text)) return undefined
  const parts = text.split('.').map(Number)
  if (parts.some((part) => part > 255)) return undefined
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n)
}

function parseIpv6(text: string): bigint | undefined {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return undefined
  const left = groupsOf(head)
  const right = tail === undefined ? [] : groupsOf(tail)
  if (!left || !right) return undefined
  const missing = 8 - left.length - right.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...left, ...Array.from({ length: missing }, () => 0n), ...right]
  return groups.reduce((sum, group) => sum * 65_536n + group, 0n)
}

function groupsOf(text: string): readonly bigint[] | undefined {
  if (text === '') return []
  const groups = text.split(':')
  const last = groups.at(-1) ?? ''
  if (last.includes('.')) {
    const embedded = parseIpv4(last)
    if (embedded === undefined) return undefined
    groups.splice(-1, 1, (embedded >> 16n).toString(16), (embedded & 0xffffn).toString(16))
  }
  return groups.every((group) => /^[\da-fA-F]{1,4}$/.test(group))
    ? groups.map((group) => BigInt(`0x${group}`))
    : undefined
}
