import { type CelFunc, type CelList, celMethod, CelScalar, type CelValue, listType } from '@bufbuild/cel'

const { DYN, STRING } = CelScalar

/** More names than these nobody reads in a sentence. */
const MOST = 3

/** `["a", "b", "c", "d"].listed(", ")` is `a, b, c and 1 more`: each text once, in its order. */
export const listed: CelFunc = celMethod('listed', listType(DYN), [STRING], STRING, function (separator) {
  return join(this, separator)
})

function join(list: CelList, separator: string): string {
  const texts = [...new Set([...list].map(textOf))]
  const shown = texts.slice(0, MOST).join(separator)
  return texts.length > MOST ? `${shown} and ${String(texts.length - MOST)} more` : shown
}

function textOf(item: CelValue): string {
  if (typeof item === 'string') return item
  if (typeof item === 'bigint' || typeof item === 'number') return String(item)
  throw new TypeError('listed() takes a list of texts')
}
