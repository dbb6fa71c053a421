import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { pointerTo, type JsonPointer } from '../../model/json-pointer.ts'
import { fieldName, isPlaceholder, type Fault } from '../fault.ts'
import { labelValue, qualifiedName } from '../names.ts'
import type { PartRule } from './rule.ts'

/** The labels and annotations of an object, or of a template for one. */
export const objectMeta: PartRule = ({ value, pointer }) => [
  ...checkLabels(value, pointer, 'labels'),
  ...Object.keys(mapAt(value, 'annotations')).flatMap((key) =>
    checkKey('schema.annotation', key.toLowerCase(), pointerTo(pointerTo(pointer, 'annotations'), key)),
  ),
]

/** A rule for a part with a map of labels in a field. */
export function labelsRule(key: string): PartRule {
  return ({ value, pointer }) => checkLabels(value, pointer, key)
}

/** A workload whose selector does not select the pods it makes. */
export const workloadSpec: PartRule = ({ value, pointer }) => {
  const template = mapAt(value, 'template')
  const labels = mapAt(mapAt(template, 'metadata'), 'labels')
  const wanted = mapAt(mapAt(value, 'selector'), 'matchLabels')
  const missed = Object.keys(wanted).filter(
    (key) => !isPlaceholder(wanted[key]) && !isPlaceholder(labels[key]) && labels[key] !== wanted[key],
  )
  const [first] = missed
  if (first === undefined || !('template' in value)) return []
  const at = pointerTo(pointerTo(pointerTo(pointer, 'selector'), 'matchLabels'), first)
  const text = `${fieldName(at)} is not what the pod template's labels say; the server refuses it. Make both the same.`
  return [{ code: 'schema.selector', pointer: at, text }]
}

function checkLabels(holder: JsonObject, pointer: JsonPointer, key: string): readonly Fault[] {
  const at = pointerTo(pointer, key)
  return Object.entries(mapAt(holder, key)).flatMap(([name, value]) => {
    const place = pointerTo(at, name)
    const faults = checkKey('schema.label', name, place)
    const wanted = typeof value === 'string' && !isPlaceholder(value) ? labelValue(value) : undefined
    return wanted === undefined
      ? faults
      : [
          ...faults,
          { code: 'schema.label' as const, pointer: place, text: `${fieldName(place)} must be ${wanted}.` },
        ]
  })
}

function checkKey(
  code: 'schema.label' | 'schema.annotation',
  key: string,
  pointer: JsonPointer,
): readonly Fault[] {
  if (isPlaceholder(key)) return []
  const wanted = qualifiedName(key)
  return wanted === undefined
    ? []
    : [{ code, pointer, text: `The key of ${fieldName(pointer)} must be ${wanted}.` }]
}

function mapAt(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return isJsonObject(value) ? value : {}
}
