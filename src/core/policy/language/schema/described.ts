import * as v from 'valibot'
import { type Severity, SEVERITIES } from '../../../model/severity.ts'

/** What checks a value of this type, and what editors say about it. */
export type Described<T> = v.GenericSchema<unknown, T>

/** A text. */
export function text(about: string): Described<string> {
  return v.pipe(v.string(), v.description(about))
}

/** A text, with some that may stand there. */
export function textLike(about: string, examples: readonly string[]): Described<string> {
  return v.pipe(v.string(), v.description(about), v.examples(examples))
}

/** A list of texts. */
export function texts(about: string): Described<readonly string[]> {
  return v.pipe(v.array(v.string()), v.description(about))
}

/** A list of texts, with some that may stand there. */
export function textsLike(about: string, ...examples: readonly string[]): Described<readonly string[]> {
  return v.pipe(v.array(v.string()), v.description(about), v.examples([[...examples]]))
}

/** True or false. */
export function flag(about: string): Described<boolean> {
  return v.pipe(v.boolean(), v.description(about))
}

/** One of several words. */
export function word<const T extends string>(words: readonly T[], about: string): Described<T> {
  return v.pipe(v.picklist(words), v.description(about))
}

/** A severity. */
export function severity(about: string): Described<Severity> {
  return word(SEVERITIES, about)
}

/** A length of time as text. */
export function duration(about: string): Described<string> {
  return textLike(`${about} A duration such as 30m, 4h or 7d.`, ['30m', '4h', '7d'])
}

/** How many people, from one up. */
export function people(about: string): Described<number> {
  return v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100), v.description(about))
}

/** A list of entries of one shape. */
export function listOf<T>(entry: Described<T>, about: string): Described<readonly T[]> {
  return v.pipe(v.array(entry), v.description(about))
}
