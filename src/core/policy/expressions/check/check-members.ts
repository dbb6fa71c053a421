import { didYouMean } from '../../../model/did-you-mean.ts'
import { type FieldPlace, joinPlaces } from '../../known-fields.ts'
import { CONTAINER_LISTS, POD_PATHS } from '../../patterns/pod-path.ts'
import { ANY, type CheckedType, listOf, nullable, present, STRING, typeText } from './checked-type.ts'
import type { ExpressionMistake } from './mistake.ts'

/** What a member of a value is, or why there can be none. */
export type Member =
  | { readonly ok: true; readonly type: CheckedType }
  | ({ readonly ok: false } & Omit<ExpressionMistake, 'offset'>)

/** The field of a value: `value.name`, or `value["name"]`. */
export function fieldOf(of: CheckedType, name: string): Member {
  const type = present(of)
  switch (type.kind) {
    case 'any':
    case 'none':
      return found(ANY)
    case 'map':
      return found(type.value)
    case 'record': {
      const known = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined
      return known ? found(known) : unknownField(name, type.noun, Object.keys(type.fields))
    }
    case 'place': {
      const place = type.place.field(name)
      if (place) return found({ kind: 'place', place, path: `${type.path}.${name}` })
      return aboutKind(
        type.place.items()
          ? listField(name, type.path)
          : unknownField(name, type.path, type.place.names ?? []),
      )
    }
    case 'plain':
    case 'words':
    case 'list':
      return wrong(`there is no field "${name}" in ${typeText(type)}`)
    default:
      return type satisfies never
  }
}

/** What a loop over a value runs over: the elements of a list, the keys of a map. */
export function elementOf(of: CheckedType): Member {
  const type = present(of)
  switch (type.kind) {
    case 'any':
    case 'none':
      return found(ANY)
    case 'list':
      return found(type.element)
    case 'map':
    case 'record':
      return found(STRING)
    case 'place': {
      const items = type.place.items()
      const hasFields = type.place.names === null || type.place.names.length > 0
      if (items && !hasFields) return found({ kind: 'place', place: items, path: `${type.path}[]` })
      return hasFields
        ? found(items ? ANY : STRING)
        : aboutKind(wrong(`loops run over lists and maps, and ${type.path} is neither`))
    }
    case 'plain':
    case 'words':
      return wrong(`loops run over lists and maps, and this is ${typeText(type)}`)
    default:
      return type satisfies never
  }
}

/** What stands at a number in a value. */
export function itemOf(of: CheckedType): Member {
  const type = present(of)
  if (type.kind === 'list') return found(type.element)
  if (type.kind === 'map') return found(type.value)
  if (type.kind === 'place') {
    const items = type.place.items()
    return found(items ? { kind: 'place', place: items, path: `${type.path}[]` } : ANY)
  }
  if (type.kind === 'any' || type.kind === 'none') return found(ANY)
  return wrong(`there are no elements in ${typeText(type)}`)
}

/** A mistake that is one only when nothing else than is known can stand there. */
function aboutKind(member: Member): Member {
  return member.ok ? member : { ...member, aboutKind: true }
}

function found(type: CheckedType): Member {
  return { ok: true, type }
}

function wrong(text: string): Member {
  return { ok: false, code: 'policy.expression-type', text }
}

function listField(name: string, path: string): Member {
  const text = `there is no field "${name}" in ${path}, which is a list; name an element, or ask ${path}.exists(x, ...)`
  return wrong(text)
}

function unknownField(name: string, noun: string, known: readonly string[]): Member {
  const near = didYouMean(name, known)
  const listed = known.length > 0 && known.length <= MOST_LISTED && near === undefined
  const text = `there is no field "${name}" in ${noun}${listed ? `; there are ${known.join(', ')}` : ''}`
  return { ok: false, code: 'policy.unknown-field', text, ...(near !== undefined && { suggestion: near }) }
}

const MOST_LISTED = 20

/** The containers of objects of known kinds; undefined: nothing is known of them. */
function containersIn(of: CheckedType): CheckedType | undefined {
  const type = present(of)
  if (type.kind !== 'place') return undefined
  const place = joinPlaces(
    POD_PATHS.flatMap((path) => {
      const pod = path.reduce<FieldPlace | undefined>((at, key) => at?.field(key), type.place)
      return CONTAINER_LISTS.map((list) => pod?.field(list)?.items())
    }),
  )
  return place && { kind: 'place', place, path: 'a container' }
}

/** What `containers()` and `container()` give of an object of known kinds; undefined: that is not known. */
export function containersGiven(
  name: 'containers' | 'container',
  [object = ANY, ...others]: readonly CheckedType[],
): CheckedType | undefined {
  const container = containersIn(object)
  if (others.length !== (name === 'containers' ? 0 : 1)) return undefined
  return container && (name === 'containers' ? listOf(container) : nullable(container))
}
