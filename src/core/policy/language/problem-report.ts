import { sortIssues, type Issue } from '../../model/issue.ts'
import { type JsonPointer, pointerTo } from '../../model/json-pointer.ts'
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
  /** Whether a value has the shape it should have, with all that is in it. What is missing from another one is no mistake of its own. */
  isWhole(pointer: JsonPointer): boolean
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
  const holders = new Set([...broken].flatMap(parentsOf))
  for (const mistake of withoutMisspelt(shape)) {
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
    isWhole: (pointer) => !holders.has(pointer) && !isBelow(pointer, broken),
    issues: () => sortIssues(found),
  }
}

/** A key that is written under a wrong name is not missing as well. */
function withoutMisspelt(mistakes: readonly PlacedMistake[]): readonly PlacedMistake[] {
  const meant = new Set(
    mistakes.flatMap(({ onKey, pointer, suggestion }) =>
      onKey && suggestion !== undefined
        ? [pointerTo(pointer.slice(0, pointer.lastIndexOf('/')), suggestion)]
        : [],
    ),
  )
  return mistakes.filter(({ code, pointer }) => code !== 'policy.missing-key' || !meant.has(pointer))
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

/** The pointers of all values that hold the one at a pointer. */
function parentsOf(pointer: JsonPointer): readonly JsonPointer[] {
  const parents: JsonPointer[] = []
  for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
    parents.push(pointer.slice(0, at))
    if (at === 0) break
  }
  return parents
}

function isBelow(pointer: JsonPointer, broken: ReadonlySet<JsonPointer>): boolean {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (broken.has(at)) return true
  return false
}
