import { celFunc, celMethod, CelScalar, type CelFunc, type CelValue } from '@bufbuild/cel'
import type { ReflectMessage } from '@bufbuild/protobuf/reflect'
import { type AddressRange, formatAddress, formatCidr, parseCidr } from '../../../model/address-ranges.ts'
import { isJsonList } from '../../../model/json.ts'
import { coversAddresses } from '../domain/covers-addresses.ts'
import { charge } from '../meter.ts'
import { functionError } from './function-error.ts'
import { jsonOf } from './json-values.ts'
import { opaqueType } from './opaque-type.ts'

const { BOOL, DYN, INT, STRING } = CelScalar
/** To read one range. */
const RANGE_STEPS = 5
const IP = opaqueType('net', 'IP')
const CIDR = opaqueType('net', 'CIDR')

/**
 * Addresses in the words of Kubernetes' CEL library; host bits of a CIDR are passed over. `cidrsCover` is of this
 * language: lists of CIDRs, null for anyone.
 */
export const addressFunctions: readonly CelFunc[] = [
  celFunc('ip', [STRING], IP.type, (text) => IP.make(address(text))),
  celFunc('isIP', [STRING], BOOL, (text) => readAddress(text) !== undefined),
  celFunc('string', [IP.type], STRING, (value) => IP.textOf(value)),
  celMethod('family', IP.type, [], INT, function () {
    return BigInt(range(IP.textOf(this)).family)
  }),
  celFunc('cidr', [STRING], CIDR.type, (text) => CIDR.make(formatCidr(cidr(text)))),
  celFunc('isCIDR', [STRING], BOOL, (text) => readCidr(text) !== undefined),
  celFunc('string', [CIDR.type], STRING, (value) => CIDR.textOf(value)),
  celMethod('ip', CIDR.type, [], IP.type, function () {
    return first(this)
  }),
  celMethod('masked', CIDR.type, [], CIDR.type, function () {
    return this
  }),
  celMethod('prefixLength', CIDR.type, [], INT, function () {
    return BigInt(CIDR.textOf(this).split('/')[1] ?? 0)
  }),
  celMethod('containsIP', CIDR.type, [IP.type], BOOL, function (other) {
    return contains(this, range(IP.textOf(other)))
  }),
  celMethod('containsIP', CIDR.type, [STRING], BOOL, function (other) {
    return contains(this, range(address(other)))
  }),
  celMethod('containsCIDR', CIDR.type, [CIDR.type], BOOL, function (other) {
    return contains(this, range(CIDR.textOf(other)))
  }),
  celMethod('containsCIDR', CIDR.type, [STRING], BOOL, function (other) {
    return contains(this, cidr(other))
  }),
  celFunc('cidrsCover', [DYN, DYN], BOOL, (outer, inner) => {
    const lists = [jsonOf('cidrsCover', outer), jsonOf('cidrsCover', inner)] as const
    for (const list of lists) if (isJsonList(list)) charge(list.length * RANGE_STEPS)
    const covers = coversAddresses(...lists)
    if (covers === undefined) throw functionError('cidrsCover() takes two lists of CIDRs, or null for anyone')
    return covers
  }),
]

function first(value: CelValue): ReflectMessage {
  const { family, first: start } = range(CIDR.textOf(value))
  return IP.make(formatAddress(family, start))
}

function contains(outer: CelValue, inner: AddressRange): boolean {
  const { family, first: start, last } = range(CIDR.textOf(outer))
  return family === inner.family && start <= inner.first && inner.last <= last
}

function address(text: string): string {
  const read = readAddress(text)
  if (!read) throw functionError('ip() takes an address such as "10.0.0.1" or "2001:db8::1"')
  return formatAddress(read.family, read.first)
}

function cidr(text: string): AddressRange {
  const read = readCidr(text)
  if (!read) throw functionError('cidr() takes a range such as "10.0.0.0/8" or "2001:db8::/32"')
  return read
}

function readAddress(text: string): AddressRange | undefined {
  return text.includes('/') ? undefined : unmapped(text)
}

function readCidr(text: string): AddressRange | undefined {
  return text.includes('/') ? unmapped(text) : undefined
}

/** IPv4 written as IPv6 is refused, as Kubernetes does. */
function unmapped(text: string): AddressRange | undefined {
  const read = parseCidr(text)
  return read?.family === 4 && text.includes(':') ? undefined : read
}

function range(text: string): AddressRange {
  const read = parseCidr(text)
  if (!read) throw new TypeError('the text was made from an address')
  return read
}
