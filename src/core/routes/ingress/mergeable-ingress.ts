import type { Route } from '../../model/route.ts'
import { annotationsOf } from '../annotations.ts'
import { hostOf } from '../../model/hosts.ts'
import { tlsOf } from './ingress-tls.ts'
import { listIn, objectIn, textIn } from '../members.ts'
import type { Neighbours } from '../neighbours.ts'

/** What the master of a mergeable Ingress, of the same class and host, says for its minions. Without one: no TLS. */
export function masterOf(
  ingressClass: string | null,
  around: Neighbours,
): (host: string) => Pick<Route, 'tls' | 'via'> {
  const masters = around.all('networking.k8s.io/Ingress').flatMap(({ object, value }) => {
    const annotations = annotationsOf(value)
    const spec = objectIn(value, 'spec')
    const name = textIn(spec, 'ingressClassName') || (annotations.get('kubernetes.io/ingress.class') ?? null)
    if (annotations.get('nginx.org/mergeable-ingress-type') !== 'master' || name !== ingressClass) return []
    const hosts = listIn(spec, 'rules').map((rule) => hostOf(textIn(rule, 'host')))
    return [{ object, hosts, isTls: tlsOf(spec, annotations) }]
  })
  return (host) => {
    const own = masters.filter(({ hosts }) => hosts.includes(host))
    return { tls: own.some(({ isTls }) => isTls(host)), via: own.map(({ object }) => object) }
  }
}
