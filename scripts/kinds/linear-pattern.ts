/**
 * A pattern that means the same and takes no more than the square of a text's length. What stands in a pull request is
 * chosen by others, and some patterns of the packages take forever to refuse a text made for it: those are replaced
 * here. Throws at one that repeats a repetition and that nobody has looked at.
 */
export function linearPattern(pattern: string): string {
  if (!repeatsRepetition(pattern)) return pattern
  const known = REVIEWED.get(pattern)
  if (known === undefined) throw new Error(`The pattern ${pattern} repeats a repetition: review it.`)
  return known
}

/** A number may be empty, so `ms` is read as `m` and `s` too; one of the two ways is enough. */
const GO_DURATION = String.raw`((\d*(\.\d*)?h)|(\d*(\.\d*)?m)|(\d*(\.\d*)?s)|(\d*(\.\d*)?ms)|(\d*(\.\d*)?us)|(\d*(\.\d*)?µs)|(\d*(\.\d*)?ns))+`
const ONE_WAY = String.raw`(?:\d*(?:\.\d*)?(?:h|m|s|us|µs|ns))+`

const DNS_NAME = String.raw`[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*`

/** Patterns and what stands for them. In those that stand for themselves a separator tells where a repetition ends. */
export const REVIEWED: ReadonlyMap<string, string> = new Map([
  ['^([0-9]+(ns|us|µs|ms|s|m|h)?)+$', '^[0-9]+(?:(?:ns|us|µs|ms|s|m|h)[0-9]+)*(?:ns|us|µs|ms|s|m|h)?$'],
  [`^(${GO_DURATION}|infinity|infinite)$`, `^(?:${ONE_WAY}|infinity|infinite)$`],
  [`^(${GO_DURATION})$`, `^${ONE_WAY}$`],
  [`^(${GO_DURATION}|0)$`, `^(?:${ONE_WAY}|0)$`],
  ...[
    `^${DNS_NAME}$`,
    `^$|^${DNS_NAME}$`,
    String.raw`^(\*\.)?${DNS_NAME}$`,
    `^(${DNS_NAME}/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$`,
    `^(System|(${DNS_NAME}/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$`,
    String.raw`^${DNS_NAME}\/[A-Za-z0-9\/\-._~%!$&'()*+,;=:]+$`,
    String.raw`^Hostname|IPAddress|NamedAddress|${DNS_NAME}\/[A-Za-z0-9\/\-._~%!$&'()*+,;=:]+$`,
    String.raw`^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|${DNS_NAME}\/[A-Za-z0-9]+$`,
    '^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$',
    String.raw`(^\*$)|(^(http(s)?):\/\/(((\*\.)?([a-zA-Z0-9\-]+\.)*[a-zA-Z0-9-]+|\*)(:([0-9]{1,5}))?)$)`,
  ].map((pattern) => [pattern, pattern] as const),
])

function repeatsRepetition(pattern: string): boolean {
  const groups: boolean[] = [false]
  const plain = pattern.replaceAll(/\\u\{[^}]*\}|\\./gs, 'a').replaceAll(/\[[^\]]*\]/g, 'a')
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] === '(') groups.push(false)
    else {
      const closed = plain[at] === ')' ? groups.pop() === true : undefined
      const repeated = /^(?:[*+]|\{\d+,\})/.test(plain.slice(at + 1))
      if (closed === true && repeated) return true
      if (closed === true || repeated) groups[groups.length - 1] = true
    }
  }
  return false
}
