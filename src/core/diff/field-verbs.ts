import type { Verb } from '../model/change.ts'
import { canonicalJson, isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { pointerTo, type JsonPointer } from '../model/json-pointer.ts'
import { placeOfPath } from './field-path.ts'
import { FIELD_VERB_RULES, type FieldVerbRule } from './field-verb-rules.ts'
import { isImmutable } from './immutable-fields.ts'
import { writeOutPath } from './pod-template.ts'
import { compareDecimals, parseQuantity } from './quantity.ts'

/** What the words for a field depend on besides its values. */
export interface VerbContext {
  /** `group/Kind`, legacy groups mapped. */
  readonly kind: string
  /** Where the pod template is, as a path; undefined: there is none. */
  readonly template: string | undefined
  /** The object as it was: what cannot be changed in place depends on it. */
  readonly old: JsonObject
  /** A piece that another tool completes: an entry that it gains may stand elsewhere already. */
  readonly isPiece: boolean
}

/**
 * The words for a difference at one place (a pointer with `[]` for indexes). Everything below it has to be explained
 * by a word; what is not adds `patch`.
 */
export function fieldVerbs(
  context: VerbContext,
  place: JsonPointer,
  old: Json | undefined,
  now: Json | undefined,
): readonly Verb[] {
  const decided =
    rulesAt(context, place)
      .find((rule) => rule.decide)
      ?.decide?.(old, now) ?? []
  if (decided.length > 0) return withReplace(context, place, old, now, decided)
  const children = childrenOf(place, old, now)
  if (children.length > 0) {
    return children.flatMap((child) => fieldVerbs(context, child.place, child.old, child.now))
  }
  return withReplace(context, place, old, now, wordsFor(context, place))
}

function rulesAt(context: VerbContext, place: JsonPointer): readonly FieldVerbRule[] {
  return rulesFor(context).get(place) ?? []
}

const rulesByKind = new Map<string, ReadonlyMap<JsonPointer, readonly FieldVerbRule[]>>()

function rulesFor(context: VerbContext): ReadonlyMap<JsonPointer, readonly FieldVerbRule[]> {
  const labels = ['*', context.kind, ...(context.template === undefined ? [] : ['pod'])]
  const key = `${String(context.isPiece)} ${context.template ?? '(none)'} ${KINDS.has(context.kind) ? context.kind : ''}`
  const known = rulesByKind.get(key)
  if (known) return known
  const rules = new Map<JsonPointer, FieldVerbRule[]>()
  for (const rule of FIELD_VERB_RULES) {
    if (!rule.in.some((label) => labels.includes(label)) || (context.isPiece && rule.wholeOnly)) continue
    for (const path of rule.at.flatMap((at) => writeOutPath(at, context.template))) {
      const place = placeOfPath(path)
      rules.set(place, [...(rules.get(place) ?? []), rule])
    }
  }
  rulesByKind.set(key, rules)
  return rules
}

const KINDS: ReadonlySet<string> = new Set(FIELD_VERB_RULES.flatMap((rule) => rule.in))

/** The words of the nearest rule for a place or what it is in. */
function wordsFor(context: VerbContext, place: JsonPointer): readonly Verb[] {
  for (let at = place; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const rule = rulesAt(context, at).find((candidate) => candidate.verbs)
    if (rule?.verbs) return rule.verbs
  }
  return []
}

interface Child {
  readonly place: JsonPointer
  readonly old: Json | undefined
  readonly now: Json | undefined
}

/** The parts in which two values differ; none when neither has parts or one is of another form. */
function childrenOf(place: JsonPointer, old: Json | undefined, now: Json | undefined): readonly Child[] {
  const forms = [old, now].filter((value) => value !== undefined)
  if (forms.every((value) => isJsonObject(value))) return membersOf(place, old, now).filter(differs)
  return forms.every((value) => isJsonList(value)) ? entriesOf(place, old, now).filter(differs) : []
}

function membersOf(place: JsonPointer, old: Json | undefined, now: Json | undefined): readonly Child[] {
  const [before, after] = [isJsonObject(old) ? old : {}, isJsonObject(now) ? now : {}]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].map((key) => ({
    place: pointerTo(place, key),
    old: own(before, key),
    now: own(after, key),
  }))
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function entriesOf(place: JsonPointer, old: Json | undefined, now: Json | undefined): readonly Child[] {
  const [before, after] = [isJsonList(old) ? old : [], isJsonList(now) ? now : []]
  const entry = pointerTo(place, '[]')
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    place: entry,
    old: before[index],
    now: after[index],
  }))
}

function differs({ old, now }: Child): boolean {
  if (old === undefined || now === undefined) return true
  return canonicalJson(old) !== canonicalJson(now)
}

/** Adds `replace` when the place cannot be changed in place, and `patch` when nothing explains the change. */
function withReplace(
  context: VerbContext,
  place: JsonPointer,
  old: Json | undefined,
  now: Json | undefined,
  verbs: readonly Verb[],
): readonly Verb[] {
  const fixed =
    !context.isPiece &&
    (isImmutable(context.kind, place, context.old) || isShrunkClaim(context, place, old, now))
  if (fixed) return [...verbs, 'replace']
  return verbs.length > 0 ? verbs : ['patch']
}

/** A claim may grow in place and not shrink. */
function isShrunkClaim(
  context: VerbContext,
  place: JsonPointer,
  old: Json | undefined,
  now: Json | undefined,
): boolean {
  if (context.kind !== 'core/PersistentVolumeClaim' || place !== '/spec/resources/requests/storage')
    return false
  const [before, after] = [parseQuantity(old ?? null), parseQuantity(now ?? null)]
  return !before || !after || compareDecimals(after, before) < 0
}
