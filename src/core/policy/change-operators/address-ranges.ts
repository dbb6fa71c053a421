/** Addresses from the first to the last, of one family, as whole numbers. */
export interface AddressRange {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

/** Reads an address or a CIDR of either family; host bits are ignored, as Kubernetes does. Undefined: it is none. */
export function parseCidr(text: string): AddressRange | undefined {
  const form = /^([^/]{2,45})(?:\/(\d{1,3}))?$/.exec(text)
  if (!form) return undefined
  const address = form[1] ?? ''
  const family = address.includes(':') ? 6 : 4
  const bits = family === 6 ? 128 : 32
  const value = family === 6 ? parseIpv6(address) : parseIpv4(address)
  const length = form[2] === undefined ? bits : Number(form[2])
  if (value === undefined || length > bits) return undefined
  const size = 1n << BigInt(bits - length)
  const first = value - (value % size)
  return { family, first, last: first + size - 1n }
}

/** Whether every address of `inner` is in one of `outer`, also when several together make it up. */
export function rangesCover(outer: readonly AddressRange[], inner: readonly AddressRange[]): boolean {
  return inner.every((range) => subtractAll(range, outer).length === 0)
}

/** What is left of a range. */
export function subtractAll(range: AddressRange, taken: readonly AddressRange[]): readonly AddressRange[] {
  return taken.reduce<readonly AddressRange[]>(
    (left, other) => left.flatMap((part) => subtract(part, other)),
    [range],
  )
}

function subtract(range: AddressRange, other: AddressRange): readonly AddressRange[] {
  if (range.family !== other.family || other.last < range.first || range.last < other.first) return [range]
  const left: AddressRange[] = []
  if (range.first < other.first) left.push({ ...range, last: other.first - 1n })
  if (other.last < range.last) left.push({ ...range, first: other.last + 1n })
  return left
}

function parseIpv4(text: string): bigint | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined
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
