/** Characters of an expression. */
export const MAX_LENGTH = 10_000
/** How deep the parts of an expression may stand inside each other. */
export const MAX_NESTING = 100
/** How deep loops (`all`, `exists`, `map`, `filter`) may stand inside each other. */
export const MAX_LOOPS = 4

/**
 * Steps of one evaluation. A step is a value that is read, a part of the expression that is carried out, a few characters
 * of a text, some work of a regular expression: a tenth of a microsecond or some tenths, so that all of them take less
 * than half a second. Steps are counted and no clock is read, because the same facts must give the same decision on any machine.
 */
export const EVALUATION_STEPS = 1_000_000
/** Steps of all evaluations for one decision together. When they are spent, nothing further is known, and what is not known holds. */
export const DECISION_STEPS = 100_000_000
