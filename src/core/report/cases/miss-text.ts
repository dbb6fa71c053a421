import { type Json, stringifyJson } from '../../model/json.ts'
import type { FailedMatch } from '../../policy/judge/failed-match.ts'
import type { MissedTest, Miss } from '../../policy/judge/explain-miss.ts'
import type { ChangeOp } from '../../policy/rule.ts'
import { count, listOf } from '../phrases.ts'
import { shorten } from '../untrusted.ts'

/** Why a rule found nothing, one sentence a line; null: an override switches it off. */
export function missText(miss: Miss | null): readonly string[] {
  if (!miss) return ['The rule is switched off by an override.']
  switch (miss.kind) {
    case 'no-subject':
      return noSubjectText(miss)
    case 'no-match':
      return miss.failed.map((failed) => `${miss.subject} does not match: ${matchText(failed)}.`)
    case 'no-change':
      return miss.tests.map((test) => `${miss.subject} matches, but ${testText(test)}.`)
    case 'condition':
      return conditionText(miss)
    default:
      return miss satisfies never
  }
}

/** A value on one line, shortened. */
export function valueText(value: Json | undefined): string {
  return value === undefined ? 'nothing' : shorten(stringifyJson(value), 80)
}

const SUBJECTS = {
  objects: 'No object changes',
  files: 'No file changes',
  issues: 'Nothing was wrong with the files',
}

function noSubjectText(miss: Extract<Miss, { kind: 'no-subject' }>): readonly string[] {
  const { target, skipped, unreadable, unchanged } = miss
  const reasons = [
    ...(unchanged > 0 ? [`${count(unchanged, 'object')} only moved or written in another way`] : []),
    ...(unreadable.length > 0 ? [`${listOf(unreadable, 'and', 3)} cannot be read`] : []),
    ...(skipped.length > 0 && target === 'objects'
      ? [`${listOf(skipped, 'and', 3)} is no manifest by the name or by the policy's "manifests"`]
      : []),
  ]
  return [`${SUBJECTS[target]}${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}.`]
}

function matchText({ key, wanted, seen }: FailedMatch): string {
  const word = WORDS[key]
  const is = seen.length === 0 ? `there is no ${word}` : `the ${word} is ${listOf(seen)}`
  return `${is}, match.${key} asks for ${listOf(wanted, 'or', 6) || 'nothing, so it never holds'}`
}

const WORDS: Readonly<Record<FailedMatch['key'], string>> = {
  kinds: 'kind',
  namespaces: 'namespace',
  names: 'name',
  environments: 'environment',
  clusters: 'cluster',
  operations: 'operation',
  verbs: 'verb',
  files: 'file',
  issues: 'code',
}

const NEGATIONS: Readonly<Record<ChangeOp, string>> = {
  added: 'was not added',
  removed: 'was not removed',
  changed: 'did not change',
  increased: 'did not increase',
  decreased: 'did not decrease',
  widened: 'was not widened',
  narrowed: 'was not narrowed',
  'set-true': 'did not become true',
  'set-false': 'did not become false',
  'to-zero': 'did not go to zero',
  matches: 'got no new value that matches',
}

function testText({ op, paths, places }: MissedTest): string {
  const seen = places.map(({ pointer, old, new: now }) => {
    const [before, after] = [valueText(old), valueText(now)]
    return `${pointer} ${before === after ? `stays ${before}` : `goes from ${before} to ${after}`}`
  })
  return `${listOf(paths, 'or', 4)} ${NEGATIONS[op]}: ${seen.length === 0 ? 'nothing stands there, before or after' : seen.join('; ')}`
}

function conditionText({
  subject,
  when,
  place,
  parts,
}: Extract<Miss, { kind: 'condition' }>): readonly string[] {
  const condition = when.replaceAll(/\s+/g, ' ').trim()
  const values = place && ` (value ${valueText(place.value)}, oldValue ${valueText(place.oldValue)})`
  const blamed = parts.map((part) => part.replaceAll(/\s+/g, ' '))
  return [
    `${subject} matches, but "when" is false: ${condition}${values ?? ''}.`,
    ...(blamed.length > 0 ? [`False in it: ${blamed.join('; ')}.`] : []),
  ]
}
