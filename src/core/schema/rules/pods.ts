import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { pointerTo } from '../../model/json-pointer.ts'
import {
  fieldName,
  isPlaceholder,
  objectsAt,
  objectsIn,
  shortened,
  type Fault,
  type Placed,
} from '../fault.ts'
import { dnsLabel } from '../names.ts'
import { checkNameAt, checkUnique, textOf } from './named.ts'
import { checkContainerPorts } from './ports.ts'
import type { PartRule, RuleContext } from './rule.ts'

/** The parts of a pod that refer to each other by name. */
export const podSpec: PartRule = (spec, context) => {
  const at = (key: string): readonly Placed<JsonObject>[] => objectsAt(spec.value, spec.pointer, key)
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap(at)
  const volumes = at('volumes')
  return [
    ...containers.flatMap((container) => checkNameAt('schema.name', container, 'name', dnsLabel)),
    ...checkUnique(
      containers,
      textOf('name'),
      'name',
      'is the name of another container too; the server refuses it.',
    ),
    ...volumes.flatMap((volume) => checkNameAt('schema.name', volume, 'name', dnsLabel)),
    ...checkUnique(
      volumes,
      textOf('name'),
      'name',
      'is the name of another volume too; the server refuses it.',
    ),
    ...containers.flatMap(checkContainer),
    ...checkMounts(containers, new Set([...namesOf(volumes), ...claimNames(context)])),
  ]
}

function checkContainer(container: Placed<JsonObject>): readonly Fault[] {
  const { value, pointer } = container
  const env = objectsAt(value, pointer, 'env')
  const mounts = objectsAt(value, pointer, 'volumeMounts')
  return [
    ...checkContainerPorts(container),
    ...checkUnique(env, textOf('name'), 'name', 'is set before; the last one wins. Remove one.'),
    ...checkUnique(mounts, textOf('mountPath'), 'mountPath', 'is mounted before; the server refuses it.'),
  ]
}

function checkMounts(
  containers: readonly Placed<JsonObject>[],
  volumes: ReadonlySet<string>,
): readonly Fault[] {
  if ([...volumes].some(isPlaceholder)) return []
  const mounts = containers.flatMap(({ value, pointer }) =>
    ['volumeMounts', 'volumeDevices'].flatMap((key) => objectsAt(value, pointer, key)),
  )
  return mounts.flatMap(({ value, pointer }): readonly Fault[] => {
    const name = textOf('name')(value)
    if (name === undefined || isPlaceholder(name) || volumes.has(name)) return []
    const at = pointerTo(pointer, 'name')
    const text = `${fieldName(at)}: there is no volume "${shortened(name)}" in this pod. Name one of its volumes, or add it.`
    return [{ code: 'schema.no-volume', pointer: at, text }]
  })
}

/** A StatefulSet gives its pods a volume for every claim. */
function claimNames({ object, kind }: RuleContext): readonly string[] {
  const spec = object['spec']
  if (kind !== 'StatefulSet' || !isJsonObject(spec)) return []
  return objectsIn(spec['volumeClaimTemplates'], '').flatMap(({ value }) => {
    const metadata = value['metadata']
    return isJsonObject(metadata) ? (textOf('name')(metadata) ?? []) : []
  })
}

function namesOf(objects: readonly Placed<JsonObject>[]): readonly string[] {
  return objects.flatMap(({ value }) => textOf('name')(value) ?? [])
}
