import {
  type Change,
  type ChangeSet,
  changeTitle,
  type FileChange,
  type Operation,
} from '../../model/change.ts'
import type { Issue } from '../../model/issue.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { objectTitle } from '../../model/object-ref.ts'
import type { Placement } from '../../model/manifest.ts'
import type { Route } from '../../model/route.ts'
import { admissionOf, routeWords } from '../../model/route-words.ts'
import type { MatchedPlace } from '../change-operators/test-change.ts'
import { toCel } from '../expressions/cel-values.ts'
import type { Variables } from '../expressions/expression.ts'
import { answeredRoutes } from './answered-routes.ts'
import { fileSettings, objectSettings, type SettingChange, settingsJson } from './setting-changes.ts'

/** The pull request as conditions see it. */
export interface PullRequestContext {
  readonly number: number
  readonly title: string
  /** Null: the account was deleted. */
  readonly author: string | null
  /** The branch it goes to. */
  readonly base: string
}

/** The variables of a rule about objects. */
export function objectVariables(
  change: Change,
  changes: ChangeSet,
  pullRequest: PullRequestContext | null,
): Variables {
  const { ref } = change
  return {
    ...place(change, pullRequest),
    object: (budget) => toCel(change.object, budget),
    oldObject: (budget) => toCel(change.oldObject, budget),
    operation: () => change.operation,
    verbs: () => change.verbs,
    fields: (budget) => toCel(settingsJson(objectSettings(change)), budget),
    routes: (budget) => toCel(routesValue(change, changes), budget),
    namespace: () => ref.namespace ?? '',
    name: () => ref.name,
    title: () => changeTitle(change),
    kind: () => ref.kind,
    group: () => ref.group,
    path: () => change.source.path,
  }
}

/** The variables that a matched place adds. */
export function placeVariables(matched: MatchedPlace, all: readonly MatchedPlace[]): Variables {
  return {
    value: (budget) => toCel(matched.value ?? null, budget),
    oldValue: (budget) => toCel(matched.oldValue ?? null, budget),
    pointer: () => matched.pointer,
    values: (budget) =>
      toCel(
        all.flatMap(({ value }): readonly Json[] => (value === undefined ? [] : [value])),
        budget,
      ),
  }
}

/** The variables of a rule about files. */
export function fileVariables(
  file: FileChange,
  placement: Placement,
  pullRequest: PullRequestContext | null,
): Variables {
  return {
    ...place(placement, pullRequest),
    path: () => file.path,
    operation: () => file.operation,
    role: () => file.role,
    fields: (budget) => toCel(settingsJson(fileSettings(file)), budget),
  }
}

/** A setting of a file as the matched places of an object are. */
export function settingPlace({ path, old, new: now }: SettingChange): MatchedPlace {
  return { pointer: path, value: now, oldValue: old }
}

/** The variables of a rule about what was wrong when reading. */
export function issueVariables(
  issue: Issue,
  operation: Operation,
  placement: Placement,
  pullRequest: PullRequestContext | null,
): Variables {
  return {
    ...place(placement, pullRequest),
    path: () => issue.path,
    operation: () => operation,
    code: () => issue.code,
    text: () => issue.text,
    line: () => BigInt(issue.line),
  }
}

function place(
  where: Pick<Placement, 'environment' | 'cluster'>,
  pullRequest: PullRequestContext | null,
): Variables {
  return {
    environment: () => where.environment,
    cluster: () => where.cluster,
    pullRequest: (budget) => toCel(pullRequestValue(pullRequest), budget),
  }
}

function pullRequestValue(pullRequest: PullRequestContext | null): Json {
  if (!pullRequest) return null
  const { title, author, base } = pullRequest
  return { number: BigInt(pullRequest.number), title, author, base }
}

function routesValue(change: Change, changes: ChangeSet): JsonObject {
  const { added, removed, changed } = answeredRoutes(change, changes)
  return {
    added: added.map(routeValue),
    removed: removed.map(routeValue),
    changed: changed.map((pair) => ({ old: routeValue(pair.old), new: routeValue(pair.new) })),
  }
}

function routeValue(route: Route): JsonObject {
  const { host, path, pathType, conditions, backend, tls, auth, sources } = route
  return {
    host,
    path,
    pathType,
    conditions,
    backend,
    tls,
    auth,
    sources,
    class: route.class,
    object: objectTitle(route.object),
    via: route.via.map(objectTitle),
    title: routeWords(route),
    admission: admissionOf(route),
  }
}
