import type { Json, JsonObject } from '../../model/json.ts'
import { pointerTo, type JsonPointer } from '../../model/json-pointer.ts'
import { fieldName, objectsAt, type Fault, type Placed } from '../fault.ts'
import { dnsLabel, portName } from '../names.ts'
import { checkNameAt, checkName, checkUnique, textOf } from './named.ts'
import type { PartRule } from './rule.ts'

const MOST = 65535

/** A rule for a part with a port in a field, written as a number or as a port's name. */
export function portRule(...keys: readonly string[]): PartRule {
  return (part) => keys.flatMap((key) => checkPort(part.value[key], pointerTo(part.pointer, key)))
}

/** A port of a container. */
export const containerPort: PartRule = (part) => [
  ...checkPort(part.value['containerPort'], pointerTo(part.pointer, 'containerPort')),
  // The server takes 0 for "none".
  ...checkPort(part.value['hostPort'], pointerTo(part.pointer, 'hostPort'), 0),
  ...checkNameAt('schema.port-name', part, 'name', portName),
]

/** A port of a Service. */
export const servicePort: PartRule = (part) => [
  ...checkPort(part.value['port'], pointerTo(part.pointer, 'port')),
  ...checkPort(part.value['targetPort'], pointerTo(part.pointer, 'targetPort')),
  ...checkPort(part.value['nodePort'], pointerTo(part.pointer, 'nodePort'), 0),
  ...checkNameAt('schema.port-name', part, 'name', dnsLabel),
]

/** The ports of a Service together. */
export const servicePorts: PartRule = ({ value, pointer }) => {
  const ports = objectsAt(value, pointer, 'ports')
  const nameless = ports.length > 1 ? ports.filter((port) => textOf('name')(port.value) === undefined) : []
  return [
    ...checkUnique(ports, textOf('name'), 'name', 'is the name of another port too; the server refuses it.'),
    ...checkUnique(ports, numberAndProtocol('port'), 'port', 'is there twice; the server refuses it.'),
    ...nameless.map((port): Fault => {
      const at = pointerTo(port.pointer, 'name')
      const text = `${fieldName(at)} is missing: of several ports each needs a name.`
      return { code: 'schema.required', pointer: at, text }
    }),
  ]
}

/** The ports of one container together. */
export function checkContainerPorts({ value, pointer }: Placed<JsonObject>): readonly Fault[] {
  const ports = objectsAt(value, pointer, 'ports')
  return [
    ...checkUnique(ports, textOf('name'), 'name', 'is the name of another port too; the server refuses it.'),
    ...checkUnique(ports, numberAndProtocol('containerPort'), 'containerPort', 'is there twice. Remove one.'),
  ]
}

function checkPort(value: Json | undefined, pointer: JsonPointer, least = 1): readonly Fault[] {
  if (typeof value === 'string') return checkName('schema.port-name', value, pointer, portName)
  if (typeof value !== 'bigint' && typeof value !== 'number') return []
  if (value >= least && value <= MOST) return []
  const text = `${fieldName(pointer)} is ${String(value)}, and must be a port from ${String(least)} to ${String(MOST)}.`
  return [{ code: 'schema.port', pointer, text }]
}

function numberAndProtocol(key: string): (port: JsonObject) => string | undefined {
  return (port) => {
    const number = port[key]
    if (typeof number !== 'bigint') return undefined
    const { protocol, hostPort, hostIP } = {
      protocol: port['protocol'],
      hostPort: port['hostPort'],
      hostIP: port['hostIP'],
    }
    const host = [hostIP, hostPort].filter((part) => typeof part === 'string' || typeof part === 'bigint')
    return [`${String(number)}/${typeof protocol === 'string' ? protocol : 'TCP'}`, ...host.map(String)].join(
      ' ',
    )
  }
}
