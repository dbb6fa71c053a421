import type { Json } from '../../model/json.ts'

const NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
])

/** A Go duration in nanoseconds: `60s`, `1m` and `1m0s` are equal. Undefined for anything else, fractions of a nanosecond too. */
export function parseGoDuration(value: Json): bigint | undefined {
  if (typeof value !== 'string' || value.length > 64) return undefined
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h))+$/.test(value)) return undefined
  let sum = 0n
  for (const [, whole = '', fraction = '', unit = ''] of value.matchAll(/(\d+)(?:\.(\d+))?([a-zµμ]+)/g)) {
    const scale = 10n ** BigInt(fraction.length)
    const scaled = BigInt(whole + fraction) * (NANOSECONDS.get(unit) ?? 0n)
    if (scaled % scale !== 0n) return undefined
    sum += scaled / scale
  }
  return sum
}

/** Years, weeks, days, hours, minutes, seconds and milliseconds. */
const MILLISECONDS = [31_536_000_000n, 604_800_000n, 86_400_000n, 3_600_000n, 60_000n, 1000n, 1n]

/** A duration of Prometheus in milliseconds: `1d` and `24h` are equal. Undefined for anything else. */
export function parsePrometheusDuration(value: Json): bigint | undefined {
  if (typeof value !== 'string' || value === '' || value.length > 64) return undefined
  if (value === '0') return 0n
  const form = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(value)
  if (!form) return undefined
  return MILLISECONDS.reduce((sum, scale, at) => sum + BigInt(form[at + 1] ?? 0) * scale, 0n)
}
