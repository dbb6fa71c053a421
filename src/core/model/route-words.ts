import type { Route } from './route.ts'

/** Where a route is, for people: `https://shop.example.com/admin`, or `every host on port 443 (HTTPS)`. */
export function routeWords(route: Route): string {
  const conditions = route.conditions === null ? '' : ` (${route.conditions})`
  return placeOf(route) + conditions
}

/** Who is let in by a route: what signs people in, and from where they may come. What is missing is said. */
export function admissionOf(route: Route): string {
  const from = route.sources === null ? 'anyone' : `only from ${route.sources.join(', ')}`
  if (isStream(route)) return route.auth === null ? from : `${route.auth}, ${from}`
  const words = [route.auth ?? 'no sign-in', from]
  return (route.tls || passesThrough(route) ? words : ['no TLS', ...words]).join(', ')
}

function placeOf({ host, path, pathType, tls }: Route): string {
  const who = host === '*' ? 'every host' : host
  if (pathType === 'Rule') return `requests that match ${path}`
  if (path.startsWith(':'))
    return `${who} ${portWords(path.slice(1))}${pathType === '' ? '' : ` (${pathType})`}`
  const url = `${tls ? 'https' : 'http'}://${host}${path}`
  return host === '*' ? `${url} (every host)` : url
}

function portWords(port: string): string {
  if (port === 'any') return 'on any port'
  return /^\d+$/.test(port) ? `on port ${port}` : `at the entry point ${port}`
}

/** A port for a path: nobody signs in to a stream. */
function isStream({ path }: Route): boolean {
  return path.startsWith(':')
}

function passesThrough({ backend }: Route): boolean {
  return backend.endsWith('(TLS passes through)')
}
