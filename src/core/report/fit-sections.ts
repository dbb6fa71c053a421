import { listOf } from './phrases.ts'

/** A part of a report that is taken whole or left out. */
export interface TextSection {
  /** What is left out when it is: `the requirements`. */
  readonly title: string
  readonly text: string
}

/** A part that can be cut after any of its lines, most important first. */
export interface ListSection {
  /** Says how much there is: `302 changed fields`. */
  readonly title: string
  readonly lines: readonly string[]
  /** Shown when a reader opens it. */
  readonly folded: boolean
}

/** A part of a report; null: there is nothing to say. */
export type Section = TextSection | ListSection | null

/** More lines of a list are only counted. */
const ENTRIES = 100

/**
 * Joins sections, most important first, with blank lines as long as they fit into `limit` UTF-16 units. What does not fit is cut to
 * as many of its lines as do, with a count of the rest; what has no room at all is named in the last line, with `elsewhere`, which
 * says where all of it stands.
 */
export function fitSections(sections: readonly Section[], limit: number, elsewhere: string): string {
  const parts = sections.flatMap((section) => (section === null || isEmpty(section) ? [] : [section]))
  let text = ''
  for (const [index, part] of parts.entries()) {
    const joint = text === '' ? '' : JOINT
    const rest = parts.slice(index + 1)
    const reserve = rest.length === 0 ? 0 : JOINT.length + leftOut(rest, elsewhere).length
    const shown = fitSection(part, limit - text.length - joint.length - reserve - END.length)
    if (shown === null) return `${text}${joint}${leftOut(parts.slice(index), elsewhere)}${END}`
    text += joint + shown
  }
  return text + END
}

const JOINT = '\n\n'
const END = '\n'

function isEmpty(section: TextSection | ListSection): boolean {
  return 'text' in section ? section.text === '' : section.lines.length === 0
}

/** The section in so many UTF-16 units; null: nothing of it fits. */
function fitSection(section: TextSection | ListSection, room: number): string | null {
  if ('text' in section) return section.text.length <= room ? section.text : null
  const most = Math.min(section.lines.length, ENTRIES)
  const whole = renderList(section, most)
  if (whole.length <= room) return whole
  // With no line at all the count of the rest is longest, so a line more is never longer than what it adds.
  let length = renderList(section, 0).length
  let number = 0
  for (const line of section.lines.slice(0, most)) {
    length += line.length + 1
    if (length > room) break
    number += 1
  }
  return number === 0 ? null : renderList(section, number)
}

function renderList({ title, lines, folded }: ListSection, number: number): string {
  const more = lines.length > number ? [`- and ${String(lines.length - number)} more`] : []
  const list = [...lines.slice(0, number), ...more].join('\n')
  return folded ? `<details><summary>${title}</summary>\n\n${list}\n\n</details>` : list
}

function leftOut(sections: readonly (TextSection | ListSection)[], elsewhere: string): string {
  return `Left out here for want of room: ${listOf(sections.map(({ title }) => title))}. ${elsewhere}`
}
