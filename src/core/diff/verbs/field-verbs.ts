import type { Verb } from '../../model/change.ts'
import { canonicalJson, isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { pointerTo, type JsonPointer } from '../../model/json-pointer.ts'
import type { ChangedField } from './changed-field.ts'
import { placeOfPath } from '../field-path.ts'
import type { FieldVerbRule, Word } from './field-verb-rule.ts'
import { FIELD_VERB_RULES } from './field-verb-rules.ts'
import { isImmutable } from './immutable-fields.ts'
import { writeOutPath } from '../pod-template.ts'
import type { SaidVerb } from './said-verb.ts'

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
 * The words for a difference at one place. Everything below it has to be explained by a word; what is not adds
 * `patch`.
 */
export function fieldVerbs(context: VerbContext, field: ChangedField): readonly SaidVerb[] {
  const decided =
    rulesAt(context, field.place)
      .find((rule) => rule.decide)
      ?.decide?.(field.old, field.now) ?? []
  if (decided.length > 0) return say(context, field, decided)
  const children = childrenOf(field)
  if (children.length > 0) return children.flatMap((child) => fieldVerbs(context, child))
  return say(context, field, wordsFor(context, field.place))
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

/** The parts in which two values differ; none when neither has parts or one is of another form. */
function childrenOf(field: ChangedField): readonly ChangedField[] {
  const forms = [field.old, field.now].filter((value) => value !== undefined)
  if (forms.every((value) => isJsonObject(value))) return membersOf(field).filter(differs)
  return forms.every((value) => isJsonList(value)) ? entriesOf(field).filter(differs) : []
}

function membersOf(field: ChangedField): readonly ChangedField[] {
  const [before, after] = [isJsonObject(field.old) ? field.old : {}, isJsonObject(field.now) ? field.now : {}]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].map((key) => ({
    place: pointerTo(field.place, key),
    old: own(before, key),
    oldAt: pointerTo(field.oldAt, key),
    now: own(after, key),
    at: pointerTo(field.at, key),
  }))
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function entriesOf(field: ChangedField): readonly ChangedField[] {
  const [before, after] = [isJsonList(field.old) ? field.old : [], isJsonList(field.now) ? field.now : []]
  const place = pointerTo(field.place, '[]')
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    place,
    old: before[index],
    oldAt: pointerTo(field.oldAt, index),
    now: after[index],
    at: pointerTo(field.at, index),
  }))
}

function differs({ old, now }: ChangedField): boolean {
  if (old === undefined || now === undefined) return true
  return canonicalJson(old) !== canonicalJson(now)
}

/** Says the words of the place; `replace` too when it cannot be changed in place, `patch` when nothing explains it. */
function say(
  context: VerbContext,
  field: ChangedField,
  words: readonly (Verb | Word)[],
): readonly SaidVerb[] {
  const isFixed = !context.isPiece && isImmutable(context.kind, context.old, field)
  const all = isFixed ? [...words, 'replace' as const] : words.length > 0 ? words : ['patch' as const]
  const side = field.now === undefined ? 'old' : 'new'
  const path = side === 'old' ? field.oldAt : field.at
  return all.map((word) =>
    typeof word === 'string'
      ? { verb: word, side, path }
      : { verb: word.verb, side, path: path + word.below },
  )
}
