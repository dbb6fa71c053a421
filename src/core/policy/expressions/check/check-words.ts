import { didYouMean } from '../../../model/did-you-mean.ts'
import { type CheckedType, namesOf, present, typeText } from './checked-type.ts'
import type { ExpressionMistake } from './mistake.ts'

/** What is wrong with comparing two values for being equal; undefined: they may be. */
export function equalityProblem(
  a: CheckedType,
  b: CheckedType,
): Omit<ExpressionMistake, 'offset'> | undefined {
  const [left, right] = [namesOf(a)?.map(family), namesOf(b)?.map(family)]
  if (!left || !right || left.some((name) => right.includes(name))) return undefined
  return {
    code: 'policy.expression-type',
    text: `${typeText(a)} is never equal to ${typeText(b)}`,
  }
}

/** What is wrong with comparing a value with this text; undefined: it may be that. */
export function wordProblem(of: CheckedType, text: string): Omit<ExpressionMistake, 'offset'> | undefined {
  const type = present(of)
  if (type.kind !== 'words' || type.words.includes(text)) return undefined
  const near = didYouMean(text, type.words)
  const listed = type.words.length > 5 ? '' : `; there are ${type.words.join(', ')}`
  return {
    code: 'policy.unknown-word',
    text: `there is no ${type.noun} "${text.slice(0, 100)}"${near === undefined ? listed : ''}`,
    ...(near !== undefined && { suggestion: near }),
  }
}

/** Numbers are equal across their types. */
function family(name: string): string {
  return name === 'uint' || name === 'double' ? 'int' : name
}
