import { Environment } from '@marcbachmann/cel-js'
import { type AddressRange, formatCidr, parseCidr } from '../../src/core/model/address-ranges.ts'
import { coversHost, hostOf } from '../../src/core/model/hosts.ts'
import { emptyObject, isJsonObject, type Json, type JsonObject } from '../../src/core/model/json.ts'
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalText,
  parseQuantity,
  toDecimal,
} from '../../src/core/model/quantity.ts'
import { rangesCover } from '../../src/core/model/range-sets.ts'
import type { CelBinding } from '../../src/core/policy/expressions/cel-values.ts'
import {
  containerNamed,
  containersOf,
  podOf,
} from '../../src/core/policy/expressions/domain/containers-of.ts'
import { coversAddresses } from '../../src/core/policy/expressions/domain/covers-addresses.ts'
import { hostsOf, hostsOfRoutes } from '../../src/core/policy/expressions/domain/hosts-of.ts'
import { imagesOf } from '../../src/core/policy/expressions/domain/images-of.ts'
import { markOf } from '../../src/core/policy/expressions/domain/mark-of.ts'
import { openedRoutes, routeUrl } from '../../src/core/policy/expressions/domain/opened-routes.ts'
import { parseImage } from '../../src/core/policy/expressions/domain/parse-image.ts'
import { readOrigin } from '../../src/core/policy/expressions/domain/read-origin.ts'
import { readVersion } from '../../src/core/policy/expressions/domain/read-version.ts'
import { givesRight, rightsOf } from '../../src/core/policy/expressions/domain/rights-of.ts'
import { shieldNamespace, shieldedName } from '../../src/core/policy/expressions/shield-namespace.ts'

/** What an evaluation gave: a value, or that there is none. */
export type SecondAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string }

/**
 * Evaluates an expression with another implementation of the language. Functions that are not of CEL itself are given to
 * it; what they do is the same code, so what is compared is the language.
 */
export function secondCel(text: string, bindings: Readonly<Record<string, CelBinding>>): SecondAnswer {
  const context = Object.fromEntries(
    Object.entries(bindings).map(([name, value]) => [shieldedName(name), plain(value)]),
  )
  try {
    const run = parsed.get(text) ?? environment.parse(shieldNamespace(text).replaceAll('.matches(', '.like('))
    parsed.set(text, run)
    return { ok: true, value: run(context) }
  } catch (problem) {
    return { ok: false, error: problem instanceof Error ? problem.message : String(problem) }
  }
}

const parsed = new Map<string, ReturnType<Environment['parse']>>()

class Quantity {
  readonly exact: Decimal
  constructor(exact: Decimal) {
    this.exact = exact
  }
}

class Range {
  readonly range: AddressRange
  constructor(range: AddressRange) {
    this.range = range
  }
}

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
const register = (signature: string, handler: (...given: never[]) => unknown): void => {
  environment.registerFunction(signature, handler as (...given: unknown[]) => unknown)
}

registerQuantities()
registerAddresses()
registerLists()
registerObjects()
registerTexts()

function registerQuantities(): void {
  environment.registerType('Quantity', Quantity)
  environment.registerOperator(
    'Quantity == Quantity',
    (a: Quantity, b: Quantity) => compareDecimals(a.exact, b.exact) === 0,
  )
  register('quantity(dyn): Quantity', (value: string) => new Quantity(known(parseQuantity(value))))
  register('isQuantity(dyn): bool', (value: Json) => parseQuantity(value) !== undefined)
  register('Quantity.compareTo(Quantity): int', (a: Quantity, b: Quantity) =>
    BigInt(compareDecimals(a.exact, b.exact)),
  )
  register(
    'Quantity.isGreaterThan(Quantity): bool',
    (a: Quantity, b: Quantity) => compareDecimals(a.exact, b.exact) > 0,
  )
  register(
    'Quantity.isLessThan(Quantity): bool',
    (a: Quantity, b: Quantity) => compareDecimals(a.exact, b.exact) < 0,
  )
  register(
    'Quantity.add(dyn): Quantity',
    (a: Quantity, b: Quantity | bigint) => new Quantity(addDecimals(a.exact, exactOf(b))),
  )
  register('Quantity.sub(dyn): Quantity', (a: Quantity, b: Quantity | bigint) => {
    const { digits, power } = exactOf(b)
    return new Quantity(addDecimals(a.exact, toDecimal(-digits, power)))
  })
  register('Quantity.sign(): int', ({ exact }: Quantity) => BigInt(compareDecimals(exact, toDecimal(0n, 0))))
  register('Quantity.isInteger(): bool', ({ exact }: Quantity) => exact.power >= 0)
  register('Quantity.asInteger(): int', ({ exact }: Quantity) => BigInt(Number(decimalText(exact))))
  register('Quantity.asApproximateFloat(): double', ({ exact }: Quantity) => Number(decimalText(exact)))
}

function exactOf(value: Quantity | bigint): Decimal {
  return typeof value === 'bigint' ? toDecimal(value, 0) : value.exact
}

function registerAddresses(): void {
  register('isIP(string): bool', (text: string) => !text.includes('/') && parseCidr(text) !== undefined)
  register('isCIDR(string): bool', (text: string) => text.includes('/') && parseCidr(text) !== undefined)
  environment.registerType('Range', Range)
  register(
    'ip(string): Range',
    (text: string) => new Range(known(text.includes('/') ? undefined : parseCidr(text))),
  )
  register(
    'cidr(string): Range',
    (text: string) => new Range(known(text.includes('/') ? parseCidr(text) : undefined)),
  )
  register('Range.prefixLength(): int', ({ range }: Range) => BigInt(formatCidr(range).split('/')[1] ?? 0))
  register('Range.family(): int', ({ range }: Range) => BigInt(range.family))
  for (const name of ['containsIP', 'containsCIDR']) {
    register(`Range.${name}(Range): bool`, (a: Range, b: Range) => rangesCover([a.range], [b.range]))
    register(`Range.${name}(string): bool`, (a: Range, b: string) =>
      rangesCover([a.range], [known(parseCidr(b))]),
    )
  }
  register('cidrsCover(dyn, dyn): bool', (outer: unknown, inner: unknown) =>
    known(coversAddresses(json(outer), json(inner))),
  )
}

function registerLists(): void {
  register('list.sum(): dyn', (items: bigint[]) => items.reduce((sum, item) => sum + item, 0n))
  register('list.min(): dyn', (items: bigint[]) => known(items.toSorted((a, b) => (a < b ? -1 : 1))[0]))
  register('list.max(): dyn', (items: bigint[]) => known(items.toSorted((a, b) => (a > b ? -1 : 1))[0]))
  register('list.isSorted(): bool', (items: bigint[]) =>
    items.every((item, at) => at === 0 || known(items[at - 1]) <= item),
  )
  register('list.listed(string): string', (items: unknown[], separator: string) => {
    const texts = [...new Set(items.map((item) => (isScalar(item) ? String(item) : '...')))]
    const shown = texts.slice(0, 3).join(separator)
    return texts.length > 3 ? `${shown} and ${String(texts.length - 3)} more` : shown
  })
  register('list.indexOf(dyn): int', (items: unknown[], item: unknown) => BigInt(items.indexOf(item)))
  register('list.lastIndexOf(dyn): int', (items: unknown[], item: unknown) => BigInt(items.lastIndexOf(item)))
}

function registerObjects(): void {
  register('pod(dyn): dyn', (object: unknown) => back(podOf(objectOrNull(object))))
  register('containers(dyn): list', (object: unknown) => back(containersOf(objectOrNull(object))))
  register('container(dyn, string): dyn', (object: unknown, name: string) =>
    back(containerNamed(objectOrNull(object), name)),
  )
  register('images(dyn): list', (object: unknown) => back(imagesOf(objectOrNull(object))))
  register('image(string): map', (text: string) => new Map(Object.entries(known(parseImage(text)))))
  register('version(dyn): map', (text: string | bigint | number | boolean | null) => {
    if (typeof text === 'boolean' || (typeof text === 'object' && text !== null)) throw new Error('no text')
    return new Map(Object.entries(readVersion(text === null ? null : String(text))))
  })
  register('origin(string): map', (text: string) => new Map(Object.entries(readOrigin(text))))
  register('annotation(dyn, string): dyn', (object: unknown, name: string) =>
    markOf(objectOrNull(object), 'annotations', name),
  )
  register('label(dyn, string): dyn', (object: unknown, name: string) =>
    markOf(objectOrNull(object), 'labels', name),
  )
  register('hosts(dyn): list', (from: unknown) =>
    Array.isArray(from)
      ? hostsOfRoutes(from.map((route) => known(objectOrNull(route) ?? undefined)))
      : hostsOf(objectOrNull(from)),
  )
  register('hostCovers(string, string): bool', (pattern: string, host: string) =>
    coversHost(hostOf(pattern), hostOf(host)),
  )
  register('opened(map): list', (routes: unknown) => back(openedRoutes(objectOrNull(routes))))
  register('url(map): string', (route: unknown) => routeUrl(objectOrNull(route)))
  register('grants(dyn): list', (object: unknown) =>
    back(known(rightsOf(objectOrNull(object))).map((right) => ({ ...right }))),
  )
  const right = { verb: '', url: null, group: '', resource: '', name: null }
  register('granted(dyn, string, string): bool', (object: unknown, verb: string, url: string) =>
    givesRight(objectOrNull(object), { ...right, verb, url }),
  )
  register(
    'granted(dyn, string, string, string): bool',
    (object: unknown, verb: string, group: string, resource: string) =>
      givesRight(objectOrNull(object), { ...right, verb, group, resource }),
  )
  register(
    'granted(dyn, string, string, string, string): bool',
    (object: unknown, verb: string, group: string, resource: string, name: string) =>
      givesRight(objectOrNull(object), { ...right, verb, group, resource, name }),
  )
}

/** Of the extension for strings, what the other implementation lacks. */
function registerTexts(): void {
  // It gives regular expressions to JavaScript, which has no flags at the start of one.
  register('string.like(string): bool', (text: string, pattern: string) => {
    const [start = '', flags = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? []
    return new RegExp(pattern.slice(start.length), `${flags}u`).test(text)
  })
  register(
    'string.find(string): string',
    (text: string, pattern: string) => new RegExp(pattern, 'u').exec(text)?.[0] ?? '',
  )
  register('string.findAll(string): list', (text: string, pattern: string) =>
    [...text.matchAll(new RegExp(pattern, 'gu'))].map(([found]) => found),
  )
  register('string.charAt(int): string', (text: string, at: bigint) => {
    if (at < 0n || at > text.length) throw new RangeError('out of bounds')
    return text.charAt(Number(at))
  })
  register('string.replace(string, string): string', (text: string, from: string, to: string) =>
    text.replaceAll(from, () => to),
  )
  register(
    'string.replace(string, string, int): string',
    (text: string, from: string, to: string, count: bigint) => {
      let left = count
      return text.replaceAll(from, (found) => (left-- > 0n ? to : found))
    },
  )
  register('string.format(list): string', (form: string, values: unknown[]) => {
    const left = [...values]
    const text = form.replaceAll(/%(.)/g, (_, sign: string) => (sign === '%' ? '%' : formatted(sign, left)))
    if (left.length > 0) throw new TypeError('too many values')
    return text
  })
}

function isScalar(value: unknown): value is string | bigint | number | boolean {
  return ['string', 'bigint', 'number', 'boolean'].includes(typeof value)
}

function formatted(sign: string, values: unknown[]): string {
  const value = known(values.shift())
  if (
    (sign === 's' && ['string', 'bigint', 'boolean'].includes(typeof value)) ||
    (sign === 'd' && typeof value === 'bigint')
  ) {
    return String(value)
  }
  throw new TypeError('a clause that is not carried out')
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError('not of the form that the function takes')
  return value
}

/** Maps of ours read their members when they are asked; here they are all there. */
function plain(value: CelBinding): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, member]) => [key, plain(member)]))
  return Array.isArray(value) ? value.map(plain) : value
}

function back(value: Json): unknown {
  if (Array.isArray(value)) return value.map(back)
  return isJsonObject(value)
    ? new Map(Object.entries(value).map(([key, member]) => [key, back(member)]))
    : value
}

function json(value: unknown): Json {
  if (Array.isArray(value)) return value.map(json)
  if (!(value instanceof Map)) return value as Json
  const object = emptyObject()
  for (const [key, member] of value) object[String(key)] = json(member)
  return object
}

function objectOrNull(value: unknown): JsonObject | null {
  const object = json(value)
  if (object === null || isJsonObject(object)) return object
  throw new TypeError('neither an object nor null')
}
