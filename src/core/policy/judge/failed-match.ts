import type { Change } from '../../model/change.ts'
import { groupKind } from '../../model/object-ref.ts'
import type { Globs } from '../patterns/globs.ts'
import type { Match } from '../rule.ts'
import type { FileSubject } from './match-subject.ts'

/** A part of a match that does not hold: what it asks for, and what is there instead. */
export interface FailedMatch {
  readonly key: keyof Match
  readonly wanted: readonly string[]
  /** Empty: there is none. */
  readonly seen: readonly string[]
}

/** The parts of a match that do not hold for a changed object. */
export function failedMatch(
  match: Match,
  { ref, environment, cluster, operation, verbs }: Change,
): readonly FailedMatch[] {
  return [
    ...failed('kinds', match.kinds, [groupKind(ref)]),
    ...failed('namespaces', match.namespaces, listOf(ref.namespace)),
    ...failed('names', match.names, [ref.name]),
    ...failed('environments', match.environments, listOf(environment)),
    ...failed('clusters', match.clusters, listOf(cluster)),
    ...failed('operations', wordsOf(match.operations), [operation]),
    ...failed('verbs', wordsOf(match.verbs), verbs),
  ]
}

/** The parts of a match that do not hold for a file, or for something wrong in one. */
export function failedFileMatch(
  match: Match,
  { path, operation, placement, code }: FileSubject,
): readonly FailedMatch[] {
  return [
    ...failed('files', match.files, [path]),
    ...failed('issues', match.issues, listOf(code)),
    ...failed('environments', match.environments, listOf(placement.environment)),
    ...failed('clusters', match.clusters, listOf(placement.cluster)),
    ...failed('operations', wordsOf(match.operations), [operation]),
  ]
}

function failed(key: keyof Match, wanted: Globs | null, seen: readonly string[]): readonly FailedMatch[] {
  if (!wanted || seen.some((text) => wanted.matches(text))) return []
  return [{ key, wanted: wanted.patterns, seen }]
}

function wordsOf(words: readonly string[] | null): Globs | null {
  return words && { patterns: words, matches: (text) => words.includes(text) }
}

function listOf(text: string | null): readonly string[] {
  return text === null ? [] : [text]
}
