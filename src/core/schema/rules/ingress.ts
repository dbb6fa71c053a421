import { isJsonList } from '../../model/json.ts'
import { pointerTo } from '../../model/json-pointer.ts'
import { ingressHost } from '../names.ts'
import { checkName, checkNameAt } from './named.ts'
import type { PartRule } from './rule.ts'

/** The host of an Ingress rule; none, or an empty one, means every host. */
export const ingressRule: PartRule = (part) =>
  part.value['host'] === '' ? [] : checkNameAt('schema.host', part, 'host', ingressHost)

/** The hosts of an Ingress's certificate. */
export const ingressTls: PartRule = ({ value, pointer }) => {
  const hosts = value['hosts']
  if (!isJsonList(hosts)) return []
  const at = pointerTo(pointer, 'hosts')
  return hosts.flatMap((host, index) => checkName('schema.host', host, pointerTo(at, index), ingressHost))
}
