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
