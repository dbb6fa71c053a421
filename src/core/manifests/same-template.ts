const decoder = new TextDecoder()

/**
 * Whether two templates differ only in how lines end and in empty lines at the end, of which nothing remains when the
 * rendered text is read as YAML. Where a text may keep them (`|+`, or a string of the template's own) they count.
 */
export function isSameTemplate(a: Uint8Array, b: Uint8Array): boolean {
  const [one, other] = [decoder.decode(a), decoder.decode(b)]
  if (one.includes('`') || other.includes('`') || KEEPS_LINES.test(one) || KEEPS_LINES.test(other)) {
    return one === other
  }
  return normal(one) === normal(other)
}

const KEEPS_LINES = /[|>]\d?\+/

function normal(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n+$/, '')
}
