import { formatAddress, parseCidr } from './address-ranges.ts'

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
