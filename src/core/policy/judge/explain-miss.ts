import { type Change, type ChangeSet, changeTitle } from '../../model/change.ts'
import type { Json } from '../../model/json.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { createPlaceFinder, type PlaceFinder } from '../change-operators/find-places.ts'
import { type MatchedPlace, testChange } from '../change-operators/test-change.ts'
import type { Variables } from '../expressions/expression.ts'
import type { Policy } from '../policy.ts'
import type { ChangeOp, ChangeTest, Rule } from '../rule.ts'
import { isManifestPath, placementOf } from '../select-files.ts'
import {
  fileVariables,
  issueVariables,
  objectVariables,
  placeVariables,
  type PullRequestContext,
} from './bind-variables.ts'
import { falseParts } from './false-parts.ts'
import type { FileSubject } from './match-subject.ts'
import { failedFileMatch, type FailedMatch, failedMatch } from './failed-match.ts'

/** Why a rule found nothing, told of the change that came nearest to it. */
export type Miss =
  | {
      /** There is nothing that it could look at. */
      readonly kind: 'no-subject'
      readonly target: Rule['target']
      /** Changed files that are no manifests by the policy. */
      readonly skipped: readonly string[]
      /** Files that could not be read. */
      readonly unreadable: readonly string[]
      /** Objects that are only moved or written in another way. */
      readonly unchanged: number
    }
  | { readonly kind: 'no-match'; readonly subject: string; readonly failed: readonly FailedMatch[] }
  | { readonly kind: 'no-change'; readonly subject: string; readonly tests: readonly MissedTest[] }
  | {
      readonly kind: 'condition'
      readonly subject: string
      /** The place that it was asked for; null: it was asked for the whole. */
      readonly place: MatchedPlace | null
      readonly when: string
      /** The parts between `&&` that are false; empty: it is one part. */
      readonly parts: readonly string[]
    }

/** A test of `change` that holds nowhere. */
export interface MissedTest {
  readonly op: ChangeOp
  readonly paths: readonly string[]
  /** What stands at the places that the paths lead to; none: they lead nowhere. */
  readonly places: readonly {
    readonly pointer: JsonPointer
    readonly old: Json | undefined
    readonly new: Json | undefined
  }[]
}

/** Says why a rule that is active found nothing in these changes. */
export function explainMiss(
  policy: Policy,
  rule: Rule,
  changes: ChangeSet,
  pullRequest: PullRequestContext | null,
): Miss {
  const misses =
    rule.target === 'objects'
      ? changes.changes.map((change) => missOfObject(rule, change, changes, pullRequest))
      : missesOfFiles(policy, rule, changes, pullRequest)
  return misses.toSorted((a, b) => nearness(b) - nearness(a))[0] ?? noSubject(policy, rule, changes)
}

/** How far a rule came: the kind says most about what was meant. */
function nearness(miss: Miss): number {
  switch (miss.kind) {
    case 'no-subject':
      return -200
    case 'no-match':
      return miss.failed.some(({ key }) => key === 'kinds') ? -100 - miss.failed.length : -miss.failed.length
    case 'no-change':
      return 1
    case 'condition':
      return 2
    default:
      return miss satisfies never
  }
}

function missOfObject(
  rule: Rule,
  change: Change,
  changes: ChangeSet,
  pullRequest: PullRequestContext | null,
): Miss {
  const subject = changeTitle(change)
  const failed = failedMatch(rule.match, change)
  if (failed.length > 0) return { kind: 'no-match', subject, failed }
  const find = createPlaceFinder(change)
  const conditions = rule.change.map(({ any }) => ({
    any,
    places: any.flatMap((test) => testChange(test, change, find)),
  }))
  const missed = conditions.filter(({ places }) => places.length === 0)
  if (missed.length > 0) {
    return {
      kind: 'no-change',
      subject,
      tests: missed.flatMap(({ any }) => any.map((test) => missedTest(test, find))),
    }
  }
  return missOfCondition(
    rule,
    subject,
    objectVariables(change, changes, pullRequest),
    conditions[0]?.places ?? [],
  )
}

const MOST_PLACES = 3

function missedTest(test: ChangeTest, find: PlaceFinder): MissedTest {
  const places = test.paths.flatMap((path) => find(path)).slice(0, MOST_PLACES)
  return {
    op: test.op,
    paths: test.paths.map(({ text }) => text),
    places: places.map((place) => ({
      pointer: (place.new.scope ? place.new : place.old).pointer,
      old: place.old.value,
      new: place.new.value,
    })),
  }
}

/** Told of the first place: the condition holds at none of them. */
function missOfCondition(
  rule: Rule,
  subject: string,
  variables: Variables,
  places: readonly MatchedPlace[],
): Miss {
  const [place = null] = places
  const all = place ? { ...variables, ...placeVariables(place, places) } : variables
  return {
    kind: 'condition',
    subject,
    place,
    when: rule.when?.text ?? '',
    parts: rule.when ? falseParts(rule.when.text, all) : [],
  }
}

function missesOfFiles(
  policy: Policy,
  rule: Rule,
  { files, issues }: ChangeSet,
  pullRequest: PullRequestContext | null,
): readonly Miss[] {
  const miss = (subject: FileSubject, variables: Variables): Miss => {
    const failed = failedFileMatch(rule.match, subject)
    return failed.length > 0
      ? { kind: 'no-match', subject: subject.path, failed }
      : missOfCondition(rule, subject.path, variables, [])
  }
  if (rule.target === 'files') {
    return files.map((file) => {
      const placement = placementOf(policy, file.path)
      const subject = { path: file.path, operation: file.operation, placement, code: null }
      return miss(subject, fileVariables(file, placement, pullRequest))
    })
  }
  return issues.map((issue) => {
    const placement = placementOf(policy, issue.path)
    const operation = files.find(({ path }) => path === issue.path)?.operation ?? 'UPDATE'
    const subject = { path: issue.path, operation, placement, code: issue.code }
    return miss(subject, issueVariables(issue, operation, placement, pullRequest))
  })
}

function noSubject(policy: Policy, { target }: Rule, changes: ChangeSet): Miss {
  return {
    kind: 'no-subject',
    target,
    skipped: changes.files.map(({ path }) => path).filter((path) => !isManifestPath(policy, path)),
    unreadable: [
      ...new Set(changes.issues.filter(({ severity }) => severity !== 'low').map(({ path }) => path)),
    ],
    unchanged: changes.unchanged.moved + changes.unchanged.reformatted,
  }
}
