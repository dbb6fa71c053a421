import type { Facts } from '../model/facts.ts'
import { type Instant, parseInstant } from '../model/instant.ts'
import { type Issue, sortIssues } from '../model/issue.ts'
import { emptyObject, type Json } from '../model/json.ts'
import { type JsonPointer, valueAt } from '../model/json-pointer.ts'
import { err, ok, type Result } from '../model/result.ts'
import type { Position } from '../model/source-location.ts'
import { checkFacts, type FactsMistake } from './check-facts.ts'
import { type CheckedShape, checkFactsShape, type ShapeMistake } from './check-facts-shape.ts'
import type { FactsDocument } from './facts-document.ts'
import { EmbeddedFactsSchema, FactsSchema } from './facts-schema.ts'
import { type ComparisonMode, readFacts } from './read-facts.ts'

export { factsJson } from './facts-json.ts'
export type { ComparisonMode } from './read-facts.ts'

/** What is needed of a document that was read from YAML or JSON. */
export interface FactsSource {
  readonly value: Json
  locate(pointer: JsonPointer): Position
  locateKey(pointer: JsonPointer): Position
}

/**
 * Reads a facts file, or says every mistake in it by line and column. A review or label event without `commit` was
 * given on the head when directories are compared, and on nothing known when revisions are. `now` is for a file that
 * does not say when it is; without either it is a mistake.
 */
export function parseFacts(
  document: FactsSource,
  path: string,
  mode: ComparisonMode,
  now?: Instant,
): Result<Facts, readonly Issue[]> {
  const checked = checkFactsShape(FactsSchema, document.value)
  return finish(checked, { value: document.value, document, pointer: '', path, mode, now })
}

/** Reads facts that stand inside another document, such as a test case of a policy; all of them may be left out. */
export function parseEmbeddedFacts(
  document: FactsSource,
  pointer: JsonPointer,
  path: string,
  mode: ComparisonMode,
  now: Instant,
): Result<Facts, readonly Issue[]> {
  const value = valueAt(document.value, pointer) ?? emptyObject()
  return finish(checkFactsShape(EmbeddedFactsSchema, value), { value, document, pointer, path, mode, now })
}

/** The facts of a pull request about which nothing is known: no reviews, no labels. */
export function emptyFacts(now: Instant): Facts {
  return readFacts({}, 'directories', now)
}

interface Reading {
  readonly value: Json
  readonly document: FactsSource
  /** Where the facts stand in the document. */
  readonly pointer: JsonPointer
  readonly path: string
  readonly mode: ComparisonMode
  readonly now: Instant | undefined
}

function finish(checked: CheckedShape<FactsDocument>, reading: Reading): Result<Facts, readonly Issue[]> {
  const { value, mode, now } = reading
  const beyond = checkFacts(value, mode, now !== undefined)
  if (!checked.ok) return err(issuesOf([...checked.mistakes, ...beyond], reading))
  const moment = checked.value.now === undefined ? now : parseInstant(checked.value.now)
  if (beyond.length > 0 || moment === undefined) return err(issuesOf(beyond, reading))
  return ok(readFacts(checked.value, mode, moment))
}

function issuesOf(
  mistakes: readonly (ShapeMistake | FactsMistake)[],
  { document, pointer, path }: Reading,
): readonly Issue[] {
  return sortIssues(
    mistakes.map(({ pointer: place, onKey, ...mistake }) => {
      const at = pointer + place
      return { ...mistake, severity: 'high', path, ...(onKey ? document.locateKey(at) : document.locate(at)) }
    }),
  )
}
