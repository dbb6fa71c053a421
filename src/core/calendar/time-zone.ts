import { didYouMean } from '../model/did-you-mean.ts'

/** Names without an area that mean one zone to everybody, by the database of IANA. */
const WITHOUT_AREA = new Set('UTC GMT CET EET MET WET EST MST HST EST5EDT CST6CDT MST7MDT PST8PDT'.split(' '))

/** Whether a text names a time zone as the database of IANA does, letter by letter. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name)) return false
  const known = canonicalZone(name)
  if (known === undefined || (known !== name && known.toLowerCase() === name.toLowerCase())) return false
  return name.includes('/') || WITHOUT_AREA.has(name)
}

/** A time zone that may have been meant; undefined when none is near. */
export function nearTimeZone(name: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone')
  const words = name.trim().replaceAll(/[\s-]+/g, '_')
  const same = canonicalZone(words)
  if (same !== undefined && isTimeZone(same)) return same
  const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${words.toLowerCase()}`))
  return city ?? didYouMean(words, [...zones, ...WITHOUT_AREA])
}

/** The name that the runtime has for a zone; undefined: it knows none of this name. */
function canonicalZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
