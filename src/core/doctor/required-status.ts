import { type Check, unread, type UnreadRemark } from './check.ts'
import type { Observation, RequiredCheck, Unread } from './observation.ts'
import type { SetupKind } from './setup.ts'

/** Where a status is required: in a ruleset, or by classic protection. */
export type Place = { readonly kind: 'ruleset'; readonly id: number } | { readonly kind: 'classic' }

/** A requirement of some status. */
export interface Requirement extends RequiredCheck {
  readonly place: Place
}

/** Whether the status is required at all. */
export type StatusRemark =
  | { readonly code: 'required'; readonly context: string; readonly places: readonly string[] }
  | { readonly code: 'required-otherwise-written'; readonly context: string; readonly written: string }
  | { readonly code: 'not-required'; readonly context: string; readonly branch: string }
  | UnreadRemark

/** Who may give it. */
export type SourceRemark =
  | { readonly code: 'source-any' }
  | { readonly code: 'source-actions' }
  | { readonly code: 'source-actions-with-app' }
  | { readonly code: 'source-app-without-app'; readonly app: number }
  | { readonly code: 'sources-differ'; readonly apps: readonly number[] }
  | { readonly code: 'source-other-app'; readonly app: number; readonly slug: string; readonly id: number }
  | { readonly code: 'source-own'; readonly app: number; readonly slug: string | null }
  | UnreadRemark

/** Everything that the rules of the branch require of this status. */
export function requirementsOf(observation: Observation): readonly Requirement[] {
  return allRequirements(observation).filter(({ context }) => context === observation.context)
}

/** Is the status required on the branch? */
export function checkRequired(observation: Observation): Check<'required-status', StatusRemark> {
  const id = 'required-status'
  const { context, branch } = observation
  const found = requirementsOf(observation)
  if (found.length > 0) {
    const places = [...new Set(found.map(({ place }) => placeName(place, observation)))]
    return { id, verdict: 'ok', remark: { code: 'required', context, places } }
  }
  const [doubt] = doubts(observation)
  if (doubt) return unread(id, doubt)
  const near = allRequirements(observation).find(
    (required) => required.context.toLowerCase() === context.toLowerCase(),
  )
  return near
    ? { id, verdict: 'fix', remark: { code: 'required-otherwise-written', context, written: near.context } }
    : { id, verdict: 'fix', remark: { code: 'not-required', context, branch } }
}

/** From whom does the branch take the status? Null: it is not required, so from nobody. */
export function checkSource(
  observation: Observation,
  kind: SetupKind,
): Check<'status-source', SourceRemark> | null {
  const id = 'status-source'
  const found = requirementsOf(observation)
  if (found.length === 0) return null
  const apps = [...new Set(found.flatMap(({ app }) => (app === null ? [] : [app])))]
  const [app, ...others] = apps
  if (others.length > 0) return { id, verdict: 'fix', remark: { code: 'sources-differ', apps } }
  const [doubt] = doubts(observation)
  if (app === undefined)
    return doubt ? unread(id, doubt) : { id, verdict: 'fix', remark: { code: 'source-any' } }
  if (app !== observation.actionsApp) return checkApp(app, observation, kind)
  return kind === 'app'
    ? { id, verdict: 'fix', remark: { code: 'source-actions-with-app' } }
    : { id, verdict: 'note', remark: { code: 'source-actions' } }
}

function checkApp(
  app: number,
  { app: wanted }: Observation,
  kind: SetupKind,
): Check<'status-source', SourceRemark> {
  const id = 'status-source'
  if (kind === 'zero') return { id, verdict: 'fix', remark: { code: 'source-app-without-app', app } }
  if (wanted === null) return { id, verdict: 'ok', remark: { code: 'source-own', app, slug: null } }
  if (!wanted.id.ok) return unread(id, wanted.id.error)
  const { slug } = wanted
  return wanted.id.value === app
    ? { id, verdict: 'ok', remark: { code: 'source-own', app, slug } }
    : { id, verdict: 'fix', remark: { code: 'source-other-app', app, slug, id: wanted.id.value } }
}

function allRequirements({ rules, classic }: Observation): readonly Requirement[] {
  const ofRulesets = (rules.ok ? rules.value : []).flatMap((rule) =>
    rule.kind === 'required-checks'
      ? rule.checks.map((check) => ({
          ...check,
          place: { kind: 'ruleset' as const, id: rule.ruleset },
        }))
      : [],
  )
  const ofClassic = (classic.ok ? classic.value.checks : []).map((check) => ({
    ...check,
    place: { kind: 'classic' as const },
  }))
  return [...ofRulesets, ...ofClassic]
}

/** What may hold a requirement that was not seen. */
function doubts({ rules, classic }: Observation): readonly Unread[] {
  return [rules, classic].flatMap((read) => (read.ok ? [] : [read.error]))
}

function placeName(place: Place, { rulesets }: Observation): string {
  if (place.kind === 'classic') return 'branch protection'
  const ruleset = rulesets.get(place.id)
  return ruleset?.ok === true ? `ruleset "${ruleset.value.name}"` : `ruleset ${String(place.id)}`
}
