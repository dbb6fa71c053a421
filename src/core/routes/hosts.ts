import { formatAddress, parseCidr } from '../model/address-ranges.ts'

/**
 * A host as routes name it: lower case, no dot at the end, international names in ASCII form, an IPv6 address in
 * brackets; `*` for every host.
 */
export function hostOf(text: string): string {
  const host = withoutEnd(text.toLowerCase().trimStart())
  if (host === '') return '*'
  return addressHost(host) ?? asciiHost(host)
}

/** A loop, since a regular expression begins anew at every dot. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[\s.]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** Whether a certificate's host is good for another: the same one, or a wildcard for one label. */
export function coversHost(pattern: string, host: string): boolean {
  if (pattern === '*' || pattern === host) return true
  if (!pattern.startsWith('*.')) return false
  const dot = host.indexOf('.')
  return dot > 0 && host.slice(dot) === pattern.slice(1)
}

/**
 * The hosts that two hosts have in common, as gateways see it, where a wildcard is for any number of labels. Null:
 * there are none. A host that another tool completes (`*.${DOMAIN}`) may be any; then the narrower one is taken.
 */
export function commonHost(a: string, b: string): string | null {
  if (liesIn(a, b)) return a
  if (liesIn(b, a)) return b
  if (!isTemplate(a) && !isTemplate(b)) return null
  return [a, b].toSorted((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1))[0] ?? null
}

/** Whether a text holds a sign that neither names nor addresses have: a variable, which another tool replaces. */
export function isTemplate(text: string): boolean {
  return /[^\w.*:[\]-]/.test(text)
}

function rank(host: string): number {
  return host.startsWith('*') ? 1 : 0
}

function liesIn(host: string, pattern: string): boolean {
  if (pattern === '*' || pattern === host) return true
  return pattern.startsWith('*.') && host !== '*' && host.endsWith(pattern.slice(1))
}

function addressHost(host: string): string | undefined {
  if (!host.includes(':')) return undefined
  const range = parseCidr(host.replace(/^\[(.*)\]$/, '$1'))
  if (!range || range.first !== range.last) return undefined
  const address = formatAddress(range.family, range.first)
  return range.family === 6 ? `[${address}]` : address
}

/** Text that is no name (a pattern, a path) stays as it is. */
function asciiHost(host: string): string {
  const wildcard = host.startsWith('*.') ? '*.' : ''
  const name = host.slice(wildcard.length)
  const address = `http://${name}`
  if (/^[ -~]*$/.test(name) || !/^[\p{L}\p{M}\p{N}._-]+$/u.test(name) || !URL.canParse(address)) return host
  return wildcard + new URL(address).hostname
}
