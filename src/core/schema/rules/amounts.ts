import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { pointerTo, type JsonPointer } from '../../model/json-pointer.ts'
import { compareDecimals, parseQuantity } from '../../model/quantity.ts'
import { fieldName, isPlaceholder, type Fault } from '../fault.ts'
import type { PartRule } from './rule.ts'

/** A rule for a part whose fields hold a number or a percentage. */
export function percentRule(...keys: readonly string[]): PartRule {
  return ({ value, pointer }) => keys.flatMap((key) => checkPercent(value[key], pointerTo(pointer, key)))
}

/** Requests beyond their limits. */
export const resources: PartRule = ({ value, pointer }) => {
  const requests = mapAt(value, 'requests')
  const limits = mapAt(value, 'limits')
  return Object.keys(requests).flatMap((name): readonly Fault[] => {
    const [request, limit] = [parseQuantity(requests[name] ?? null), parseQuantity(limits[name] ?? null)]
    if (!request || !limit || compareDecimals(request, limit) <= 0) return []
    const at = pointerTo(pointerTo(pointer, 'requests'), name)
    const most = fieldName(pointerTo(pointerTo(pointer, 'limits'), name))
    return [
      {
        code: 'schema.limit',
        pointer: at,
        text: `${fieldName(at)} is more than ${most}; the server refuses it.`,
      },
    ]
  })
}

function checkPercent(value: Json | undefined, pointer: JsonPointer): readonly Fault[] {
  const isGood =
    typeof value === 'string'
      ? isPlaceholder(value) || /^\d+%$/.test(value)
      : typeof value !== 'bigint' || value >= 0n
  if (isGood) return []
  const text = `${fieldName(pointer)} must be a number of pods, or a percentage such as 25%.`
  return [{ code: 'schema.percent', pointer, text }]
}

function mapAt(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return isJsonObject(value) ? value : {}
}
