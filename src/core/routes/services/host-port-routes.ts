import { podTemplateOf } from '../../diff/pod-template.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { hostOf } from '../../model/hosts.ts'
import { listIn, objectIn, textIn } from '../members.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'

/**
 * The ports that pods open on their nodes: whoever reaches the node reaches them, past every Service and Ingress,
 * just as a NodePort. A pod on the node's own network opens all that its containers declare.
 */
export function hostPortRoutes(workload: JsonObject, owner: RouteOwner): readonly Route[] {
  const template = podTemplateOf(owner.object)
  if (template === undefined) return []
  const keys = template === '' ? [] : template.split('.')
  const pod = objectIn(workload, ...keys, 'spec')
  const onNode = pod['hostNetwork'] === true
  const containers = ['containers', 'initContainers'].flatMap((list) => listIn(pod, list))
  return containers.filter(isJsonObject).flatMap((container) =>
    listIn(container, 'ports').flatMap((port) => {
      const opened = textIn(port, 'hostPort') || (onNode ? textIn(port, 'containerPort') : '')
      return opened === '' || opened === '0' ? [] : portRoute(container, port, opened, owner)
    }),
  )
}

function portRoute(container: JsonObject, port: Json, opened: string, owner: RouteOwner): readonly Route[] {
  const host = hostOf(textIn(port, 'hostIP') || '0.0.0.0')
  if (/^(?:127\.|\[::1\]$)/.test(host)) return []
  const isAll = host === '0.0.0.0' || host === '[::]'
  return [
    openRoute({
      ...owner,
      host: isAll ? '*' : host,
      path: `:${opened}`,
      pathType: textIn(port, 'protocol') || 'TCP',
      backend: `${textIn(container, 'name')}:${textIn(port, 'containerPort')}`,
      class: 'hostPort',
    }),
  ]
}
