import { maskText } from '../../diff/secrets/mask-text.ts'
import type { Json } from '../../model/json.ts'
import { backendName, backendsText, redirectText } from '../backends.ts'
import { conditionsText, matchedFields } from '../conditions.ts'
import { signInNames } from '../sign-in-names.ts'
import { listIn, objectIn, textIn } from '../members.ts'
import { allAuth, type Place } from '../open-route.ts'

/** Where a rule of an HTTPRoute or GRPCRoute applies: one place for each of its matches. */
export function placesOf(rule: Json): readonly Place[] {
  const matches = listIn(rule, 'matches')
  return (matches.length > 0 ? matches : [null]).map((match) => {
    const method = textIn(match, 'method')
    return {
      ...pathOf(match),
      conditions: conditionsText([
        method === '' ? '' : `method ${method}`,
        ...matchedFields(match, 'headers', 'header'),
        ...matchedFields(match, 'queryParams', 'query'),
      ]),
    }
  })
}

/** Where a rule leads: its redirect, or its backends as seen from the route's namespace. */
export function targetOf(rule: Json, namespace: string | null): string {
  const redirect = listIn(rule, 'filters').find((filter) => textIn(filter, 'type') === 'RequestRedirect')
  if (redirect === undefined) return ruleBackends(rule, namespace)
  const to = objectIn(redirect, 'requestRedirect')
  return redirectText({
    scheme: textIn(to, 'scheme'),
    host: textIn(to, 'hostname'),
    port: textIn(to, 'port'),
    path: textIn(to, 'path', 'replaceFullPath') || textIn(to, 'path', 'replacePrefixMatch'),
  })
}

/** The backends of a rule; one that is no Service is named with its kind. */
export function ruleBackends(rule: Json, namespace: string | null): string {
  const backends = listIn(rule, 'backendRefs').map((backend) => {
    const kind = textIn(backend, 'kind')
    const name = backendName(
      textIn(backend, 'name'),
      textIn(backend, 'port'),
      textIn(backend, 'namespace'),
      namespace,
    )
    return {
      name: kind === '' || kind === 'Service' ? name : `${kind} ${name}`,
      weight: textIn(backend, 'weight'),
    }
  })
  return backendsText(backends)
}

/** What signs people in by filters: a server that is asked, or an extension that can only be told by its name. */
export function filterAuth(rule: Json): string | null {
  const words = listIn(rule, 'filters').flatMap((filter) => {
    if (textIn(filter, 'type') === 'ExternalAuth')
      return [`external auth ${textIn(filter, 'externalAuth', 'backendRef', 'name')}`.trim()]
    const name = textIn(filter, 'extensionRef', 'name')
    return signInNames([name, textIn(filter, 'extensionRef', 'kind')]).length > 0 ? [`filter ${name}`] : []
  })
  const auth = allAuth(...words.toSorted())
  return auth === null ? null : maskText(auth, () => '***')
}

function pathOf(match: Json): Pick<Place, 'path' | 'pathType'> {
  const [service, method] = [textIn(match, 'method', 'service'), textIn(match, 'method', 'method')]
  if (service + method !== '') {
    const isPattern = textIn(match, 'method', 'type') === 'RegularExpression'
    return { path: `/${service || '*'}/${method}`, pathType: isPattern ? 'MethodPattern' : 'Method' }
  }
  return {
    path: textIn(match, 'path', 'value') || '/',
    pathType: textIn(match, 'path', 'type') || 'PathPrefix',
  }
}
