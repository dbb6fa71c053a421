import type { Verb } from '../../model/change.ts'
import { isJsonList, isJsonObject, textAt, type Json, type JsonObject } from '../../model/json.ts'
import { pointerTo, valueAt, type JsonPointer } from '../../model/json-pointer.ts'
import { RBAC_KINDS, TOKEN_TYPE } from './cluster-verb-rules.ts'
import { AUTOSCALERS, HOOKS } from './field-verb-rules.ts'
import { fieldVerbs, type VerbContext } from './field-verbs.ts'
import { grantedVerbs } from './granted-verbs.ts'
import { EXPOSING } from './route-verb-rules.ts'
import type { SaidVerb } from './said-verb.ts'

/** A CronJob counts: what it runs once it is there needs no further change. */
const JOBS: ReadonlySet<string> = new Set(['batch/Job', 'batch/CronJob'])
const NO_WORDS: readonly SaidVerb[] = []

/** The words for a new object besides `create`. */
export function createdVerbs(context: VerbContext, object: JsonObject): readonly SaidVerb[] {
  return [
    ...kindVerbs(context.kind).map((verb) => said(verb, '')),
    ...hookVerbs(object),
    ...(context.kind === 'core/Secret' && object['type'] === TOKEN_TYPE
      ? [said('create-token', '/type')]
      : []),
    ...(RBAC_KINDS.has(context.kind) ? roleVerbs(object['rules']) : []),
    ...(context.template !== undefined || context.kind === 'core/Service' ? openPorts(context, object) : []),
  ]
}

function said(verb: Verb, path: JsonPointer): SaidVerb {
  return { verb, side: 'new', path }
}

function kindVerbs(kind: string): readonly Verb[] {
  const verbs: Verb[] = []
  if (kind === 'core/Pod') verbs.push('run')
  if (JOBS.has(kind)) verbs.push('create-job', 'exec')
  if (EXPOSING.has(kind)) verbs.push('expose')
  if (AUTOSCALERS.has(kind)) verbs.push('autoscale')
  if (RBAC_KINDS.has(kind)) verbs.push('auth-reconcile')
  return verbs
}

function hookVerbs(object: JsonObject): readonly SaidVerb[] {
  const annotations = valueAt(object, '/metadata/annotations')
  if (!isJsonObject(annotations)) return NO_WORDS
  return HOOKS.filter((hook) => textAt(annotations, hook) !== undefined).map((hook) =>
    said('exec', pointerTo('/metadata/annotations', hook)),
  )
}

function roleVerbs(rules: Json | undefined): readonly SaidVerb[] {
  if (!isJsonList(rules)) return NO_WORDS
  return rules.flatMap((rule, index) =>
    grantedVerbs(rule).map(({ verb, below }) => said(verb, pointerTo('/rules', index) + below)),
  )
}

/** Ports that a new object opens on nodes. */
function openPorts(context: VerbContext, object: JsonObject): readonly SaidVerb[] {
  const whole = { place: '', old: undefined, oldAt: '', now: object, at: '' }
  return fieldVerbs(context, whole).filter(({ verb }) => verb === 'port-forward')
}
