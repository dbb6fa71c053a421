import type { Place } from './place.ts'
import { areSame, doing, when, type Step } from './plain-steps.ts'
import { reportedError } from './reported-error.ts'

/** Schemas of which one, just one or none may hold, each as the steps that test it. */
export interface Choice {
  readonly keyword: 'anyOf' | 'oneOf' | 'not'
  readonly branches: readonly (readonly Step[])[]
  /** How many steps it is. */
  readonly length: number
}

/**
 * The choice that begins with these steps, or undefined when none does. A validator notes how many errors there are (none,
 * where it begins), runs a branch and looks whether there are more.
 */
export function readChoice(steps: readonly Step[], place: Place): Choice | undefined {
  const notes = readNotes(steps)
  const mark = notes.marks.at(-1)
  if (mark === undefined) return undefined
  const first = readBranch(steps.slice(notes.length), mark)
  if (!first) return undefined
  const choice = first.valid === undefined ? notBranch(first) : alternatives(first, notes)
  const [end, ...rest] = choice.rest
  const keyword = end && keywordAtEnd(end, choice.test, notes, place)
  const isKeyword = first.valid === undefined ? keyword === 'not' : keyword !== undefined && keyword !== 'not'
  if (keyword === undefined || !isKeyword || (choice.isAny && keyword === 'oneOf'))
    throw new Error(`A choice ends in a way that is not understood: ${JSON.stringify(end)}`)
  return { keyword, branches: choice.branches, length: steps.length - rest.length }
}

/** How many steps at the beginning only note that there are no errors yet. */
export function countIdleNotes(steps: readonly Step[]): number {
  const notes = readNotes(steps)
  return notes.marks.join() === '0' && notes.valid === undefined && notes.passing === undefined
    ? notes.length
    : 0
}

interface Notes {
  readonly length: number
  /** The counts of errors, as they are named. */
  readonly marks: readonly string[]
  readonly valid: string | undefined
  readonly passing: string | undefined
}

function readNotes(steps: readonly Step[]): Notes {
  const end = steps.findIndex((step) => step.step !== 'let' || !NOTE.test(`${step.name}=${step.value}`))
  const noted = (end < 0 ? steps : steps.slice(0, end)).flatMap((step) => (step.step === 'let' ? [step] : []))
  const named = (value: string): readonly string[] =>
    noted.filter((step) => step.value === value).map((step) => (step.name === 'errors' ? '0' : step.name))
  const [valid, ...otherValid] = named('!1')
  const [passing, ...otherPassing] = named('null')
  if (otherValid.length + otherPassing.length > 0) throw choiceBroken(steps[0])
  return { length: noted.length, marks: [...named('0'), ...named('errors')], valid, passing }
}

const NOTE = /^(?:errors=0|_errs\d+=errors|valid\d+=!1|passing\d+=null)$/

interface Branch {
  readonly steps: readonly Step[]
  /** The variable that says whether it holds; undefined when the count is looked at directly. */
  readonly valid: string | undefined
  readonly rest: readonly Step[]
}

/** A branch: all steps until the count is compared with the mark. */
function readBranch(steps: readonly Step[], mark: string): Branch | undefined {
  const same = `${mark}===errors`
  const end = steps.findIndex((step) =>
    step.step === 'let' ? step.value === same : step.step === 'if' && step.test === same,
  )
  const closing = steps[end]
  if (!closing) return undefined
  const isNamed = closing.step === 'let'
  return {
    steps: steps.slice(0, end),
    valid: isNamed ? closing.name : undefined,
    rest: steps.slice(isNamed ? end + 1 : end),
  }
}

interface Alternatives {
  readonly branches: readonly (readonly Step[])[]
  readonly rest: readonly Step[]
  /** What the last step asks; undefined for a single branch, whose count it asks for. */
  readonly test: string | undefined
  readonly isAny: boolean
}

function notBranch({ steps, rest }: Branch): Alternatives {
  return { branches: [steps], rest, test: undefined, isAny: false }
}

function alternatives(first: Branch, { valid = '', passing }: Notes): Alternatives {
  const found = passing === undefined ? restOfAny(first, valid) : restOfOne(first, valid, passing)
  return { ...found, test: valid, isAny: passing === undefined }
}

type Found = Pick<Alternatives, 'branches' | 'rest'>

/** Branches that are only run when none before holds. */
function restOfAny({ steps, valid: own = '', rest }: Branch, valid: string): Found {
  const [next, ...after] = rest
  const noted = `${valid}=${valid}||${own}`
  if (next && [noted, `!(${noted})`].some((text) => areSame([next], [doing(text)])))
    return { branches: [steps], rest: after }
  if (next?.step !== 'if' || next.test !== `!(${noted})` || next.no.length > 0) throw choiceBroken(next)
  const more = restOfAny(nextBranch(next.yes), valid)
  if (more.rest.length > 0) throw choiceBroken(more.rest[0])
  return { branches: [steps, ...more.branches], rest: after }
}

/** Branches that are run until a second one holds. */
function restOfOne({ steps, valid: own = '', rest }: Branch, valid: string, passing: string): Found {
  const [next, ...after] = rest
  if (!next || !areSame([next], [passed(own, valid, passing, 0)])) throw choiceBroken(next)
  const more = furtherOfOne(after, 1, valid, passing)
  return { branches: [steps, ...more.branches], rest: more.rest }
}

function furtherOfOne(all: readonly Step[], index: number, valid: string, passing: string): Found {
  const { steps, valid: own = '', rest } = nextBranch(all)
  const [next, ...after] = rest
  const second = [doing(`${valid}=!1`), doing(`${passing}=[${passing},${String(index)}]`)]
  if (next?.step !== 'if' || next.test !== `${own}&&${valid}` || !areSame(next.yes, second))
    throw choiceBroken(next)
  const [first, ...further] = next.no
  if (!first || !areSame([first], [passed(own, valid, passing, index)])) throw choiceBroken(first)
  if (further.length === 0) return { branches: [steps], rest: after }
  const more = furtherOfOne(further, index + 1, valid, passing)
  if (more.rest.length > 0) throw choiceBroken(more.rest[0])
  return { branches: [steps, ...more.branches], rest: after }
}

/** What is noted when a branch holds and none before it did. */
function passed(own: string, valid: string, passing: string, index: number): Step {
  return when(own, [doing(`${valid}=!0`), doing(`${passing}=${String(index)}`)])
}

function nextBranch(steps: readonly Step[]): Branch {
  const notes = readNotes(steps)
  const [mark, ...others] = notes.marks
  const branch =
    mark === undefined || others.length > 0 ? undefined : readBranch(steps.slice(notes.length), mark)
  if (branch?.valid === undefined) throw choiceBroken(steps[0])
  return branch
}

/** What is reported when a choice fails, provided that its branches' errors are forgotten otherwise. */
function keywordAtEnd(
  step: Step,
  test: string | undefined,
  { marks }: Notes,
  place: Place,
): Choice['keyword'] | undefined {
  if (step.step !== 'if' || (test !== undefined && step.test !== test)) return undefined
  const [reported, forgotten] = test === undefined ? [step.yes, step.no] : [step.no, step.yes]
  const error = reportedError(reported, place)
  if (!error || !marks.some((mark) => areSame(forgotten, forgetting(mark)))) return undefined
  const { keyword } = error
  return keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'not' ? keyword : undefined
}

/** How the errors of branches are taken off the list again. */
function forgetting(mark: string): readonly Step[] {
  const emptied = doing('vErrors=null')
  const cut = mark === '0' ? emptied : when(mark, [doing(`vErrors.length=${mark}`)], [emptied])
  return [doing(`errors=${mark}`), when('null!==vErrors', [cut])]
}

function choiceBroken(step: Step | undefined): Error {
  return new Error(`A choice is not understood at ${JSON.stringify(step).slice(0, 300)}`)
}
