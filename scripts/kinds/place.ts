/** What a piece of a validator speaks about: an expression, and where it is in the object that is validated. */
export interface Place {
  readonly text: string
  /** Keys as they are, and the variables that hold the others, as the code writes them. */
  readonly path: readonly ({ readonly key: string } | { readonly code: string })[]
}

/** The value that a validator is called with. */
export const WHOLE: Place = { text: 'data', path: [] }

/** The place of a field. */
export function fieldOf(place: Place, key: string): Place {
  return { text: fieldText(place, key), path: [...place.path, { key }] }
}

/** How code reads a field: `data.name`, `data["a-b"]`. */
export function fieldText(place: Place, key: string): string {
  return /^[\w$]+$/.test(key) && !/^\d/.test(key)
    ? `${place.text}.${key}`
    : `${place.text}[${JSON.stringify(key)}]`
}

/** The key of `data.name` or `data["a-b"]` when it is read from this place. */
export function keyRead(place: Place, text: string): string | undefined {
  if (!text.startsWith(place.text)) return undefined
  const rest = text.slice(place.text.length)
  if (/^\.[\w$]+$/.test(rest)) return rest.slice(1)
  const quoted = /^\[("(?:[^"\\]|\\.)*")\]$/.exec(rest)?.[1]
  return quoted === undefined ? undefined : String(JSON.parse(quoted))
}

/** The place of each entry of a list or map, as a loop over it names it. */
export function entryOf(place: Place, variable: string, code: string): Place {
  return { text: `${place.text}[${variable}]`, path: [...place.path, { code }] }
}

/** How code says where a place is: `instancePath+"/spec/"+i0`; constant parts are one text. */
export function pathText(place: Place): string {
  const parts: string[] = ['instancePath']
  let literal = ''
  for (const part of place.path) {
    literal += '/'
    if ('key' in part) literal += part.key.replaceAll('~', '~0').replaceAll('/', '~1')
    else {
      parts.push(JSON.stringify(literal), part.code)
      literal = ''
    }
  }
  if (literal !== '') parts.push(JSON.stringify(literal))
  return parts.join('+')
}
