/** A host as routes name it: lower case, no dot at the end, `*` for every host. */
export function hostOf(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, '') || '*'
}

/** Whether a certificate's host is good for another: the same one, or a wildcard for one label. */
export function coversHost(pattern: string, host: string): boolean {
  if (pattern === '*' || pattern === host) return true
  if (!pattern.startsWith('*.')) return false
  const dot = host.indexOf('.')
  return dot > 0 && host.slice(dot) === pattern.slice(1)
}
