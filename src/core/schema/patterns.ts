/** Longer texts are not matched: a pattern may need the square of their length. */
const LONGEST_TEXT = 1000

const compiled = new Map<string, RegExp>()

/** Whether a text is not of the form that a pattern of a schema asks for. */
export function isUnlike(text: string, pattern: string): boolean {
  if (text.length > LONGEST_TEXT) return false
  const known = compiled.get(pattern) ?? new RegExp(pattern, 'u')
  compiled.set(pattern, known)
  return !known.test(text)
}
