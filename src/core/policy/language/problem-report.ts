import { sortIssues, type Issue } from '../../model/issue.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { PlacedMistake } from './check-shape.ts'
import type { Mistake } from './shape-sentence.ts'
import { placeInScalar } from './place-in-scalar.ts'
import type { YamlDocument } from '../../yaml/yaml-document.ts'

/** What is meant inside of a text. */
export interface Within {
  readonly value: string
  /** In UTF-16 units. */
  readonly offset: number
}

/** Collects the mistakes of one document, each with its place. */
export interface Report {
  /**
   * Notes a mistake at a value. Nothing is noted at or below a value that was wrong already. `within` is the offset of
   * what is meant inside of a text.
   */
  add(
    pointer: JsonPointer,
    mistake: Mistake,
    within?: { readonly value: string; readonly offset: number },
  ): void
  /** Notes a mistake that does not make the policy wrong. */
  warn(pointer: JsonPointer, mistake: Mistake, within?: Within): void
  /** Everything noted so far, by place. */
  issues(): readonly Issue[]
}

/** Says where in its file a value, or a key, stands. */
export type Locator = Pick<YamlDocument, 'locate' | 'locateKey'>

/** A report that starts with what was wrong with the document's shape; `text` is what its file says. */
export function createReport(
  path: string,
  yaml: Locator,
  shape: readonly PlacedMistake[],
  text?: string,
): Report {
  const found: Issue[] = []
  const broken = new Set(shape.map((mistake) => mistake.pointer))
  for (const mistake of shape) {
    const position = mistake.onKey ? yaml.locateKey(mistake.pointer) : yaml.locate(mistake.pointer)
    found.push(issueOf(path, position, 'high', mistake))
  }
  const note = (pointer: JsonPointer, severity: 'high' | 'low', mistake: Mistake, within?: Within): void => {
    if (isBelow(pointer, broken)) return
    const start = yaml.locate(pointer)
    const inside =
      within && text !== undefined ? placeInScalar(text, start, within.value, within.offset) : undefined
    found.push(issueOf(path, inside ?? start, severity, mistake))
  }
  return {
    add: (pointer, mistake, within) => note(pointer, 'high', mistake, within),
    warn: (pointer, mistake, within) => note(pointer, 'low', mistake, within),
    issues: () => sortIssues(found),
  }
}

function issueOf(
  path: string,
  position: { readonly line: number; readonly column: number },
  severity: 'high' | 'low',
  mistake: Mistake,
): Issue {
  const { code, text, suggestion } = mistake
  return { code, severity, path, ...position, text, ...(suggestion === undefined ? {} : { suggestion }) }
}

function isBelow(pointer: JsonPointer, broken: ReadonlySet<JsonPointer>): boolean {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (broken.has(at)) return true
  return false
}
