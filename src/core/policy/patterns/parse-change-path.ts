import { err, ok, type Result } from '../../model/result.ts'

/** The places of a pod that differ by kind. */
export const PATH_MACROS = ['$pod', '$podmeta', '$podtemplate', '$containers'] as const
export type PathMacro = (typeof PATH_MACROS)[number]

/** One step of a path into an object. */
export type PathStep =
  | { readonly kind: 'macro'; readonly name: PathMacro }
  | { readonly kind: 'key'; readonly key: string }
  /** Every key that starts with these characters; the empty prefix is every key. */
  | { readonly kind: 'prefix'; readonly prefix: string }
  /** Every element of a list, old and new ones paired as Kubernetes pairs them. */
  | { readonly kind: 'each' }
  /** The value itself and every one below it, however deep. */
  | { readonly kind: 'deep' }

/** A path into objects: `spec.rules[].host`, `$containers.image`, `metadata.annotations['example.com/*']`, `spec.**`. */
export interface ChangePath {
  readonly text: string
  readonly steps: readonly PathStep[]
  /** For each step a text that is equal for paths that are the same up to there. */
  readonly prefixes: readonly string[]
}

const MAX_STEPS = 40

/** Reads a path; the error is the end of a sentence. */
export function parseChangePath(text: string): Result<ChangePath, string> {
  const steps: PathStep[] = []
  let rest = text
  while (rest !== '') {
    const step = nextStep(rest, steps.length === 0)
    if (!step) return err(`it cannot be read from "${rest.slice(0, 40)}" on`)
    if (typeof step === 'string') return err(step)
    steps.push(...step.steps)
    rest = step.rest
    if (rest === '.') return err('it ends with a dot')
  }
  if (steps.length === 0) return err('it is empty')
  if (steps.length > MAX_STEPS) return err(`it has more than ${String(MAX_STEPS)} steps`)
  const merged = mergeEach(steps)
  return ok({ text, steps: merged, prefixes: prefixesOf(merged) })
}

interface Step {
  readonly steps: readonly PathStep[]
  readonly rest: string
}

function nextStep(rest: string, first: boolean): Step | string | undefined {
  if (rest.startsWith('[]')) return first ? undefined : { steps: [{ kind: 'each' }], rest: rest.slice(2) }
  const quoted = /^\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/.exec(rest)
  if (quoted) {
    return { steps: [keyStep(quoted[1] ?? quoted[2] ?? '')], rest: rest.slice(quoted[0].length) }
  }
  if (first && rest.startsWith('$')) return macroStep(rest)
  const plain = (first ? /^(\*\*|[\w-]+|\*)/ : /^\.(\*\*|[\w-]+|\*)/).exec(rest)
  if (!plain) return undefined
  const step: PathStep = plain[1] === '**' ? { kind: 'deep' } : keyStep(plain[1] ?? '')
  return { steps: [step], rest: rest.slice(plain[0].length) }
}

function macroStep(rest: string): Step | string {
  const word = /^\$\w*/.exec(rest)?.[0] ?? ''
  const name = PATH_MACROS.find((macro) => macro === word)
  if (!name) return `"${word}" is none of ${PATH_MACROS.join(', ')}`
  return { steps: [{ kind: 'macro', name }], rest: rest.slice(word.length) }
}

/** A star at the end stands for any characters, unless a backslash takes that away. */
function keyStep(written: string): PathStep {
  const isPrefix = written.endsWith('*') && !written.endsWith('\\*')
  const text = (isPrefix ? written.slice(0, -1) : written).replaceAll(/\\(.)/g, '$1')
  return isPrefix ? { kind: 'prefix', prefix: text } : { kind: 'key', key: text }
}

/** `$containers` already means each container, so `$containers[]` says it twice. */
function mergeEach(steps: readonly PathStep[]): readonly PathStep[] {
  const [first, second, ...rest] = steps
  const twice = first?.kind === 'macro' && first.name === '$containers' && second?.kind === 'each'
  return twice ? [first, ...rest] : steps
}

function prefixesOf(steps: readonly PathStep[]): readonly string[] {
  const texts = steps.map((step) => JSON.stringify(step))
  return texts.map((_, index) => texts.slice(0, index + 1).join())
}
