import { type Change, type ChangeSet, changeTitle, type FieldChange, type Verb } from '../model/change.ts'
import type { JsonPointer } from '../model/json-pointer.ts'
import { objectTitle } from '../model/object-ref.ts'
import type { Route } from '../model/route.ts'
import { routesOfChange } from '../model/routes-of-change.ts'
import { fieldWords } from './field-words.ts'
import { count } from './phrases.ts'
import { exactly, joined, say, type Wording } from './wording.ts'

/** One change in one line: the kubectl verbs, the object, the values that matter most, and where. Plain text, not yet made harmless. */
export interface ChangeHeadline {
  readonly verbs: string
  readonly object: string
  readonly detail: Wording
  /** Whether the detail says no more than what the verb says. */
  readonly plain: boolean
  readonly where: string
}

/**
 * Says a change as `scale`, `Deployment shop/web`, `from 3 to 0`, `production, prod-eu`. What stands at one of the `risky` places comes
 * first.
 */
export function changeHeadline(
  change: Change,
  all: ChangeSet,
  risky: readonly JsonPointer[] = [],
): ChangeHeadline {
  const detail = detailOf(change, all, risky)
  return {
    verbs: change.verbs.join(', '),
    object: changeTitle(change),
    detail: detail ?? [wholeObject(change)],
    plain: detail === null,
    where:
      [change.environment, change.cluster].filter((part) => part !== null).join(', ') || change.source.path,
  }
}

function detailOf(change: Change, all: ChangeSet, risky: readonly JsonPointer[]): Wording | null {
  const routes = routeDetails(change, all)
  const fields = fieldDetails(change, risky)
  const parts = [...routes, ...fields.map(({ text }) => [text])]
  if (parts.length === 0) return null
  const [first] = fields
  const [route] = routes
  // However many routes there are, what is risky besides them is seen.
  const shown = route && routes.length > 1 && first?.isRisky ? [route, [first.text]] : parts.slice(0, 2)
  const more = parts.length > 2 ? [[`and ${String(parts.length - 2)} more`]] : []
  return joined([...shown, ...more], '; ')
}

function wholeObject(change: Change): string {
  if (change.operation === 'CREATE') return 'is created'
  if (change.operation === 'DELETE') return 'is deleted'
  return count(change.fields.length, 'field') + (change.fields.length === 1 ? ' changes' : ' change')
}

function routeDetails(change: Change, all: ChangeSet): readonly Wording[] {
  const { added, changed, removed } = routesOfChange(change, all.routes)
  return [
    ...added.map(
      (route) => say`opens ${exactly(routeTitle(route))} to ${exactly(route.backend)}: ${guardsOf(route)}`,
    ),
    ...changed.map(({ old, new: now }) => routeChange(old, now)),
    ...removed.map((route) => say`closes ${exactly(routeTitle(route))}`),
  ]
}

/** `https://shop.example.com/admin`, `http://*` for every host; conditions follow in brackets. */
export function routeTitle(route: Route): string {
  const conditions = route.conditions === null ? '' : ` (${route.conditions})`
  return `${route.tls ? 'https' : 'http'}://${route.host}${route.path}${conditions}`
}

/** What stands between the internet and the backend; what is missing is said. */
export function guardsOf(route: Route): string {
  return [
    route.tls ? 'TLS' : 'no TLS',
    route.auth ?? 'no sign-in',
    route.sources === null ? 'from anywhere' : `from ${route.sources.join(', ')}`,
  ].join(', ')
}

function routeChange(old: Route, now: Route): Wording {
  const parts: Wording[] = []
  if (old.tls !== now.tls) parts.push([now.tls ? 'gains TLS' : 'loses TLS'])
  if (old.backend !== now.backend)
    parts.push(say`goes to ${exactly(now.backend)} instead of ${exactly(old.backend)}`)
  if (old.auth !== now.auth) parts.push([now.auth === null ? 'loses its sign-in' : `signs in by ${now.auth}`])
  if (sourcesOf(old) !== sourcesOf(now))
    parts.push([`is reached from ${sourcesOf(now)} instead of ${sourcesOf(old)}`])
  parts.push(...wayInChange(old, now))
  if (parts.length === 0) parts.push(['is reached in another way'])
  return say`${exactly(routeTitle(now))} ${joined(parts, ', ')}`
}

function wayInChange(old: Route, now: Route): readonly Wording[] {
  if (old.class !== now.class) return [[`moves to class ${now.class ?? 'none'} from ${old.class ?? 'none'}`]]
  return viaOf(old) === viaOf(now) ? [] : [[`comes through ${viaOf(now)} instead of ${viaOf(old)}`]]
}

function sourcesOf(route: Route): string {
  return route.sources === null ? 'anywhere' : route.sources.join(', ')
}

function viaOf(route: Route): string {
  return route.via.map(objectTitle).join(', ') || 'nothing that is known'
}

interface FieldDetail {
  readonly text: string
  readonly isRisky: boolean
}

function fieldDetails(change: Change, risky: readonly JsonPointer[]): readonly FieldDetail[] {
  const ignored = /^\/spec\/(?:rules|tls|ingressClassName|defaultBackend)\b/
  const isRouted = change.ref.kind === 'Ingress'
  return change.fields
    .filter((field) => !(isRouted && ignored.test(field.path)))
    .map((field) => ({ field, isRisky: risky.some((pointer) => isWithin(field.path, pointer)) }))
    .toSorted(
      (a, b) =>
        Number(b.isRisky) - Number(a.isRisky) || weightOf(change, b.field) - weightOf(change, a.field),
    )
    .map(({ field, isRisky }) => ({
      text: fieldWords(field.op === 'remove' ? change.oldObject : change.object, field),
      isRisky,
    }))
}

/** Whether one place lies in the other. */
function isWithin(a: JsonPointer, b: JsonPointer): boolean {
  return `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`)
}

/** Words that say little of what a change does. */
const FAINT: ReadonlySet<Verb> = new Set(['patch', 'label', 'annotate'])

/** How much a field tells: more when a telling word is said on its account. */
function weightOf({ evidence }: Change, { path }: FieldChange): number {
  return evidence.some((one) => !FAINT.has(one.verb) && `${one.path}/`.startsWith(`${path}/`)) ? 1 : 0
}
