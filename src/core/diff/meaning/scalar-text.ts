import type { Json } from '../../model/json.ts'
import { parseQuantity } from '../../model/quantity.ts'
import { parseGoDuration, parsePrometheusDuration } from './duration.ts'
import { coverageOf } from './facts/address-list.ts'
import type { Reading } from './shape.ts'

/** A text for a value that is no map and no list, equal exactly when the values mean the same. */
export function scalarText(value: Json, reading?: Reading): string {
  switch (reading) {
    case 'quantity': {
      const quantity = parseQuantity(value)
      if (quantity) return `q${String(quantity.digits)}e${String(quantity.power)}`
      break
    }
    case 'duration': {
      const duration = parseGoDuration(value)
      if (duration !== undefined) return `d${String(duration)}`
      break
    }
    case 'prometheus-duration': {
      const duration = parsePrometheusDuration(value)
      if (duration !== undefined) return `d${String(duration)}`
      break
    }
    case 'addresses':
      if (typeof value === 'string') return `c${addressText(value)}`
      break
    case undefined:
  }
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value)
}

/** Addresses between commas by what they cover together, as they are written where one is no address. */
function addressText(text: string): string {
  const parts = text.split(',').map((part) => part.trim())
  return coverageOf(parts) ?? JSON.stringify([...new Set(parts)].toSorted())
}
