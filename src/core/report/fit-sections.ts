/** A part of a report, most important first. */
export type Section = string | null

/**
 * Joins sections with blank lines as long as they fit into `limit` UTF-16 units. A section is taken whole or left out, with all
 * after it, and the last line then says so.
 */
export function fitSections(sections: readonly Section[], limit: number, cutNote: string): string {
  const parts = sections.filter((section): section is string => section !== null && section !== '')
  let text = ''
  for (const [index, part] of parts.entries()) {
    const joint = text === '' ? '' : '\n\n'
    const rest = index < parts.length - 1 ? cutNote.length + 2 : 0
    if (text.length + joint.length + part.length + rest > limit) return `${text}${joint}${cutNote}\n`
    text += joint + part
  }
  return `${text}\n`
}
