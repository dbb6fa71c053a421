import { RE2JS } from '@bufbuild/re2'
import type { Budget } from '../budget.ts'
import { charge, currentBudget } from '../meter.ts'
import { findMatch, type Program as Machine } from './find-match.ts'
import { functionError } from './function-error.ts'

/** Parts of a program that are looked at in one step. */
const PARTS = 4
/** To compile the shortest expression. */
const LEAST_STEPS = 200
const MAX_PATTERN = 1000
const MAX_KEPT = 500

/** A regular expression that takes the steps of its work from the budget of the evaluation that runs. */
export interface Pattern {
  test(text: string): boolean
  /** The texts that match, one after the other and at most so many. */
  find(text: string, most: number): readonly string[]
}

/** Compiles a regular expression in the syntax of RE2. It throws when it is none. */
export function compilePattern(pattern: string): Pattern {
  if (pattern.length > MAX_PATTERN) {
    throw functionError(`a regular expression has more than ${String(MAX_PATTERN)} characters`)
  }
  charge(1)
  if (kept.get(pattern)?.usedBy !== currentBudget()) charge(compileSteps(pattern))
  const program = programOf(pattern)
  if (program.usedBy !== currentBudget()) start(program)
  return {
    test(text) {
      charge(1 + Math.floor(text.length / PARTS))
      return program.compiled.test(text)
    },
    find: (text, most) => matchesIn(program.compiled.re2().prog, text, most),
  }
}

/** A match of nothing right behind another one is none. */
function matchesIn(machine: Machine, text: string, most: number): readonly string[] {
  const texts: string[] = []
  let end = -1
  for (let from = 0; from <= text.length && texts.length < most;) {
    const match = findMatch(machine, text, from)
    if (!match) break
    if (match.start < match.end || match.start !== end) texts.push(text.slice(match.start, match.end))
    end = match.end
    from =
      match.start < match.end ? match.end : match.end + ((text.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1)
  }
  return texts
}

interface Program {
  readonly compiled: RE2JS
  /** The evaluation whose work is remembered in it. */
  usedBy: Budget | undefined
}

/**
 * Compiled expressions are kept, because to compile one takes longer than most of them run. What they remember of texts
 * is not: the steps of an evaluation must not depend on those before it.
 */
const kept = new Map<string, Program>()

function programOf(pattern: string): Program {
  const known = kept.get(pattern)
  if (known) return known
  const program: Program = { compiled: RE2JS.compile(pattern), usedBy: undefined }
  count(program.compiled)
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(pattern, program)
  return program
}

function start(program: Program): void {
  const { dfa } = program.compiled.re2()
  dfa.stateCache.clear()
  dfa.stateCount = 0
  dfa.startState = null
  dfa.cacheClears = 0
  dfa.failed = false
  program.usedBy = currentBudget()
}

/** Everything that the engine does goes through the parts of its program. */
function count(compiled: RE2JS): void {
  const { prog } = compiled.re2()
  const getInst = prog.getInst.bind(prog)
  prog.getInst = (part) => {
    charge(1 / PARTS)
    return getInst(part)
  }
}

/** Repetitions are written out, so a short expression can be a long program. */
function compileSteps(pattern: string): number {
  const repetitions = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].reduce(
    (sum, [, least, most]) => sum + Math.max(Number(least), Number(most ?? 0)),
    1,
  )
  return LEAST_STEPS + Math.ceil((pattern.length * repetitions) / 16)
}
