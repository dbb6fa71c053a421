import type { Json } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { backendName, backendsText, redirectText } from '../backends.ts'
import { conditionsText, fieldCondition } from '../conditions.ts'
import { jsonIn } from '../json-text.ts'
import { listIn, objectIn, textIn, textsIn } from '../members.ts'
import { sourcesOf } from '../sources.ts'

const ALB = 'alb.ingress.kubernetes.io'

/** What the action of that name does (`use-annotation` as the port of a backend), in words; null when there is none. */
export function albAction(name: string, annotations: ReadonlyMap<string, string>): string | null {
  const text = annotations.get(`${ALB}/actions.${name}`)
  if (text === undefined) return null
  const action = jsonIn(text)
  const type = textIn(action, 'type').toLowerCase()
  if (type === 'redirect') return redirectOf(configIn(action, 'redirectConfig'))
  if (type === 'fixed-response')
    return `answer ${textIn(configIn(action, 'fixedResponseConfig'), 'statusCode') || textIn(configIn(action, 'fixedResponseConfig'), 'StatusCode')}`.trim()
  return type === 'forward' ? forwardOf(action) : `action ${name}`
}

/** What else a request for that backend must have, and from where it must come. */
export function albConditions(
  name: string,
  annotations: ReadonlyMap<string, string>,
): Pick<Route, 'conditions' | 'sources'> {
  const all = listIn(jsonIn(annotations.get(`${ALB}/conditions.${name}`) ?? ''))
  const ranges = all.flatMap((one) => textsIn(configIn(one, 'sourceIpConfig'), 'values'))
  return { conditions: conditionsText(all.map(conditionOf).toSorted()), sources: sourcesOf(ranges) }
}

/** Whether the load balancer listens for TLS: its certificate is then found by host. */
export function albListensTls(annotations: ReadonlyMap<string, string>): boolean {
  const ports = listIn(jsonIn(annotations.get(`${ALB}/listen-ports`) ?? ''))
  return ports.some((port) => Object.keys(objectIn(port)).includes('HTTPS'))
}

/** The controller takes a configuration by either case of its first letter. */
function configIn(holder: Json, member: string): Json {
  const small = objectIn(holder, member)
  return Object.keys(small).length > 0
    ? small
    : objectIn(holder, member.charAt(0).toUpperCase() + member.slice(1))
}

/** `#{host}` and its like stand for what was asked for. */
function redirectOf(config: Json): string {
  const written = (name: string): string => {
    const text = textIn(config, name) || textIn(config, name.charAt(0).toUpperCase() + name.slice(1))
    return text === `#{${name}}` || text === `/#{${name}}` ? '' : text
  }
  const scheme = written('protocol').toLowerCase()
  const port = written('port')
  return redirectText({
    scheme,
    host: written('host'),
    port: scheme === 'https' && port === '443' ? '' : port,
    path: written('path'),
  })
}

function forwardOf(action: Json): string {
  const groups = listIn(configIn(action, 'forwardConfig'), 'targetGroups').map((group) => ({
    name: targetOf(group),
    weight: textIn(group, 'weight'),
  }))
  return backendsText(groups.length > 0 ? groups : [{ name: targetOf(action), weight: '' }])
}

function targetOf(group: Json): string {
  const service = textIn(group, 'serviceName')
  const other = textIn(group, 'targetGroupARN') || textIn(group, 'targetGroupName')
  return service === '' ? other || 'nothing' : backendName(service, textIn(group, 'servicePort'))
}

function conditionOf(condition: Json): string {
  const field = textIn(condition, 'field')
  if (field === 'source-ip') return ''
  if (field === 'http-header') {
    const header = configIn(condition, 'httpHeaderConfig')
    return fieldCondition('header', textIn(header, 'httpHeaderName'), textsIn(header, 'values').join(' or '))
  }
  if (field === 'query-string') {
    const pairs = listIn(configIn(condition, 'queryStringConfig'), 'values')
    return pairs
      .map((pair) => fieldCondition('query', textIn(pair, 'key') || '*', textIn(pair, 'value')))
      .join(' or ')
  }
  const config = `${field.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Config`
  return `${NAMES.get(field) ?? field} ${textsIn(configIn(condition, config), 'values').join(' or ')}`.trim()
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['http-request-method', 'method'],
  ['host-header', 'host'],
  ['path-pattern', 'path'],
])
