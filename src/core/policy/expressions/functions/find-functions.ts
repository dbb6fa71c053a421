import { type CelFunc, celMethod, CelScalar, listType } from '@bufbuild/cel'
import { compilePattern } from './regular-expressions.ts'

const { INT, STRING } = CelScalar
const TEXTS = listType(STRING)

/** What a regular expression matches, in the words of Kubernetes' CEL library: the empty text, or an empty list, when it is nothing. */
export const findFunctions: readonly CelFunc[] = [
  celMethod('find', STRING, [STRING], STRING, function (pattern) {
    return compilePattern(pattern).find(this, 1)[0] ?? ''
  }),
  celMethod('findAll', STRING, [STRING], TEXTS, function (pattern) {
    return compilePattern(pattern).find(this, Infinity)
  }),
  celMethod('findAll', STRING, [STRING, INT], TEXTS, function (pattern, most) {
    return compilePattern(pattern).find(this, most < 0n ? Infinity : Number(most))
  }),
]
