import { maskText } from '../diff/secrets/mask-text.ts'

/** One of the backends among which traffic is shared. */
export interface Backend {
  /** `service:port`, or what stands in its place. */
  readonly name: string
  /** Empty when none is written. */
  readonly weight: string
}

/** A backend by name and port, with the namespace when it is another one than the owner's. */
export function backendName(name: string, port: string, namespace = '', own: string | null = null): string {
  const place = namespace === '' || namespace === own ? '' : `${namespace}/`
  return `${place}${name}${port === '' ? '' : `:${port}`}`
}

/** All backends in an order of their own, with their weights when these differ; `nothing` when there is none. */
export function backendsText(backends: readonly Backend[]): string {
  const weights = new Set(backends.map(({ weight }) => weight || '1'))
  const texts = backends.map(({ name, weight }) =>
    weights.size > 1 ? `${name} (weight ${weight || '1'})` : name,
  )
  return texts.toSorted().join(', ') || 'nothing'
}

/** A backend to which TLS is passed on as it comes in: it does not end here. */
export function passedThrough(backend: string): string {
  return `${backend} (TLS passes through)`
}

/** Where a redirect leads. What is not given stays as it was asked for; passwords are masked. */
export function redirectText(to: {
  readonly scheme?: string
  readonly host?: string
  readonly port?: string
  readonly path?: string
}): string {
  const { scheme = '', host = '', port = '', path = '' } = to
  if (host + port + path === '') return `redirect to ${scheme === '' ? 'itself' : scheme}`
  const lead = host === '' ? '' : scheme === '' ? '//' : `${scheme}://`
  return `redirect to ${maskText(`${lead}${host}${port === '' ? '' : `:${port}`}${path}`, () => '***')}`
}
