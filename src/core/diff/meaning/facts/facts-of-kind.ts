import type { FieldFact, Reading } from '../shape.ts'
import { ALL_FACTS } from './all-facts.ts'
import { ADDRESSES } from './address-list.ts'
import type { KindFacts } from './kind-facts.ts'
import { SET, UNORDERED } from './list-rule.ts'

/** A fact about the field at a path. */
export type FactAt = readonly [path: string, fact: FieldFact]

/** Whether a table names the kind, `group/Kind`. */
export function isNamedKind(kind: string): boolean {
  return NAMED_KINDS.has(kind)
}

const NAMED_KINDS: ReadonlySet<string> = new Set(ALL_FACTS.flatMap(({ kinds }) => kinds))

/** The facts about whole objects that go by some labels, in a version of their API. */
export function* wholeFacts(labels: ReadonlySet<string>, version: string): Iterable<FactAt> {
  for (const facts of factsOf(labels)) {
    yield* factsOfPieces(facts)
    yield* each(facts.serverOwned, { ignored: true })
    yield* each(facts.emptyIsAbsent, { emptyIsAbsent: true })
    yield* each(facts.freeForm, { opaque: true })
    for (const [path, aliasOf] of Object.entries(facts.aliases ?? {})) yield [path, { aliasOf }]
    for (const [path, fallback] of Object.entries(facts.defaults?.[version] ?? {})) yield [path, { fallback }]
  }
}

/** The facts that also hold for a piece that another tool completes: what it leaves out has no default. */
export function* pieceFacts(labels: ReadonlySet<string>): Iterable<FactAt> {
  for (const facts of factsOf(labels)) yield* factsOfPieces(facts)
}

function factsOf(labels: ReadonlySet<string>): readonly KindFacts[] {
  return ALL_FACTS.filter(({ kinds }) => kinds.some((kind) => labels.has(kind)))
}

function* factsOfPieces(facts: KindFacts): Iterable<FactAt> {
  for (const [path, list] of Object.entries(facts.lists ?? {})) yield [path, { list }]
  yield* each(facts.sets, { list: SET })
  yield* each(facts.unordered, { list: UNORDERED })
  yield* each(facts.quantities, reading('quantity'))
  yield* each(facts.durations, reading('duration'))
  yield* each(facts.prometheusDurations, reading('prometheus-duration'))
  yield* each(facts.addressTexts, reading('addresses'))
  yield* each(facts.addressLists, { list: ADDRESSES })
}

function reading(as: Reading): FieldFact {
  return { reading: as }
}

function* each(paths: readonly string[] | undefined, fact: FieldFact): Iterable<FactAt> {
  for (const path of paths ?? []) yield [path, fact]
}
