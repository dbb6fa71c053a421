import { isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import { pointerTo } from '../../model/json-pointer.ts'
import type { Word } from './field-verb-rule.ts'

/** The `port-forward` of a new container: each port that it takes on its node. */
export function hostPortWords(container: Json): readonly Word[] {
  const ports = isJsonObject(container) ? container['ports'] : undefined
  if (!isJsonList(ports)) return []
  return ports.flatMap((port, index) => portWords(port, 'hostPort', pointerTo('/ports', index)))
}

/** The `port-forward` of a new port of a Service: the one that it takes on every node. */
export function nodePortWords(port: Json): readonly Word[] {
  return portWords(port, 'nodePort', '')
}

function portWords(port: Json, field: 'hostPort' | 'nodePort', above: string): readonly Word[] {
  const taken = isJsonObject(port) ? port[field] : undefined
  return taken === undefined ? [] : [{ verb: 'port-forward', below: pointerTo(above, field) }]
}
