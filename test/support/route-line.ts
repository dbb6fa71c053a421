import type { Route } from '../../src/core/model/route.ts'
import { objectTitle } from '../../src/core/model/object-ref.ts'
import { routesOf } from '../../src/core/routes/routes-of.ts'
import { placed } from './manifest.ts'

/** A route in one line, what guards it after a bar, what it passes through after an arrow. */
export function routeLine(route: Route): string {
  const { host, path, pathType, conditions, backend, auth, sources, via } = route
  const place = `${route.tls ? 'https' : 'http'}://${host}${path} ${pathType}`
  const guards = [auth, sources?.join(' ')].filter((part) => part !== null && part !== undefined)
  return [
    conditions === null ? place : `${place} [${conditions}]`,
    ` to ${backend}`,
    route.class === null ? '' : ` by ${route.class}`,
    guards.length === 0 ? '' : ` | ${guards.join(', ')}`,
    via.length === 0 ? '' : ` < ${via.map(objectTitle).join(', ')}`,
  ].join('')
}

/** The routes of these objects, in lines. */
export function routeLines(...objects: readonly object[]): readonly string[] {
  return routesOf(objects.map((object) => placed(object))).map(routeLine)
}

/** An object of this kind, named `web` in the namespace `shop` unless told otherwise. */
export function objectOf(
  type: string,
  spec: object,
  metadata: {
    readonly name?: string
    readonly namespace?: string
    readonly annotations?: object
    readonly labels?: object
  } = {},
): object {
  const [apiVersion = '', kind = ''] = type.split(' ')
  return { apiVersion, kind, metadata: { name: 'web', namespace: 'shop', ...metadata }, spec }
}
