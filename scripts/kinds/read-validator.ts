import type { Schema } from '../../src/core/schema/schema.ts'
import { guardOf, missedType } from './conditions.ts'
import { keywordOf } from './keywords.ts'
import { mergeSchemas } from './merge-schemas.ts'
import { entryOf, fieldOf, keyRead, WHOLE, type Place } from './place.ts'
import { areSame, doing, plainModule, when, type IfStep, type PlainModule, type Step } from './plain-steps.ts'
import { countIdleNotes, readChoice, type Choice } from './read-choice.ts'
import { givenPath, reportedError } from './reported-error.ts'

/** Names the definition that a module exports. */
export type NameOfModule = (specifier: string) => string

/**
 * The schema that a module's validator was made from, as the code itself tells it. Throws at whatever is not understood:
 * a schema that says less than the code would be silent about mistakes, and one that says more would invent them.
 */
export function readValidator(source: string, own: string, nameOf: NameOfModule): Schema {
  const module = plainModule(source)
  const exported = module.variables.get('validate')
  if (exported === undefined) throw new Error('The module exports no validator.')
  return new ValidatorReader(module, exported, own, nameOf).function(exported)
}

const HEAD = 'data,{instancePath="",parentData,parentDataProperty,rootData=data}={}'

class ValidatorReader {
  readonly #module: PlainModule
  readonly #exported: string
  readonly #own: string
  readonly #nameOf: NameOfModule
  readonly #open = new Set<string>()
  readonly #read = new Map<string, Schema>()

  constructor(module: PlainModule, exported: string, own: string, nameOf: NameOfModule) {
    this.#module = module
    this.#exported = exported
    this.#own = own
    this.#nameOf = nameOf
  }

  function(name: string): Schema {
    const known = this.#read.get(name)
    if (known) return known
    const found = this.#module.functions.get(name)
    if (!found || found.head !== HEAD) throw new Error(`There is no validator ${name}.`)
    if (this.#open.has(name)) throw new Error(`${name} calls itself and is not what the module exports.`)
    this.#open.add(name)
    const schema = this.#steps(bodyOf(found.steps, name), WHOLE)
    this.#open.delete(name)
    this.#read.set(name, schema)
    return schema
  }

  #steps(steps: readonly Step[], place: Place): Schema {
    const said: Schema[] = []
    let at = 0
    while (at < steps.length) {
      const choice = readChoice(steps.slice(at), place)
      const taken = choice
        ? { schema: this.#choice(choice, place), length: choice.length }
        : this.#one(steps, at, place)
      said.push(taken.schema)
      at += taken.length
    }
    return mergeSchemas(said)
  }

  #choice({ keyword, branches }: Choice, place: Place): Schema {
    const read = branches.map((branch) => this.#steps(branch, place))
    return keyword === 'not' ? { not: mergeSchemas(read) } : { [keyword]: read }
  }

  #one(
    steps: readonly Step[],
    at: number,
    place: Place,
  ): { readonly schema: Schema; readonly length: number } {
    const step = steps[at]
    const idle = countIdleNotes(steps.slice(at))
    if (idle > 0) return { schema: {}, length: idle }
    if (step?.step === 'if') return { schema: this.#if(step, place), length: 1 }
    if (step?.step === 'each') return { schema: { values: this.#values(step, place) }, length: 1 }
    const loop = steps[at + 1]
    if (step?.step === 'let' && loop?.step === 'each' && step.value === `${place.text}.length`) {
      return { schema: { items: this.#items(step.name, loop, place) }, length: 2 }
    }
    throw notUnderstood(step, place)
  }

  #if(step: IfStep, place: Place): Schema {
    const call = this.#call(step, place)
    if (call) return call
    if (step.no.length === 0) {
      const said = this.#field(step, place) ?? this.#error(step, place)
      if (said) return said
      if (step.test === `null!==${place.text}`) return { ...this.#steps(step.yes, place), nullable: true }
    }
    return this.#guarded(step, place)
  }

  /** What is said of a field, if it is there. */
  #field(step: IfStep, place: Place): Schema | undefined {
    const field = /^void 0!==(.*)$/s.exec(step.test)?.[1]
    const key = field === undefined ? undefined : keyRead(place, field)
    return key === undefined
      ? undefined
      : { properties: { [key]: this.#inner(step.yes, fieldOf(place, key)) } }
  }

  /** What an error says that is reported under one condition. */
  #error(step: IfStep, place: Place): Schema | undefined {
    const error = reportedError(step.yes, place)
    if (!error) return undefined
    if (error.keyword !== 'type') return keywordOf(error, step.test, place, this.#module)
    const missed = missedType(step.test, place.text)
    if (!missed || error.params !== typeParams(missed.type)) return undefined
    return { type: missed.type, ...(missed.nullable && { nullable: true }) }
  }

  /** What is said of values of one type, or that there is no other. */
  #guarded(step: IfStep, place: Place): Schema {
    if (isIdle(step, place)) return {}
    const guard = guardOf(step.test, place.text)
    if (!guard || (guard.rest !== '' && step.no.length > 0)) throw notUnderstood(step, place)
    if (guard.rest !== '') return ofType(guard.type, this.#if(when(guard.rest, step.yes), place))
    const said = ofType(guard.type, this.#steps(step.yes, place))
    if (step.no.length === 0) return said
    const error = reportedError(step.no, place)
    if (error?.keyword !== 'type' || error.params !== typeParams(guard.type)) throw notUnderstood(step, place)
    return mergeSchemas([{ type: guard.type }, said])
  }

  #inner(steps: readonly Step[], place: Place): Schema {
    const [first, ...rest] = steps
    // A field that is looked at more than once gets a variable of its own.
    if (first?.step === 'let' && first.value === place.text)
      return this.#steps(rest, { ...place, text: first.name })
    return this.#steps(steps, place)
  }

  #items(length: string, loop: Extract<Step, { step: 'each' }>, place: Place): Schema {
    const index = /^for\(let (\w+)=0;/.exec(loop.head)?.[1] ?? ''
    if (loop.head !== `for(let ${index}=0;${index}<${length};${index}++)`) throw notUnderstood(loop, place)
    return this.#inner(loop.body, entryOf(place, index, index))
  }

  #values(loop: Extract<Step, { step: 'each' }>, place: Place): Schema {
    const key = /^for\(let (\w+) in /.exec(loop.head)?.[1] ?? ''
    if (loop.head !== `for(let ${key} in ${place.text})`) throw notUnderstood(loop, place)
    const escaped = `${key}.replace(/~/g,"~0").replace(/\\//g,"~1")`
    return this.#inner(loop.body, entryOf(place, key, escaped))
  }

  /** The schema of a validator that is called for a place and whose errors are taken over. */
  #call(step: IfStep, place: Place): Schema | undefined {
    const name = /^!(\w+)\(/.exec(step.test)?.[1] ?? ''
    const beginning = `!${name}(${place.text},{${givenPath(place)},`
    if (name === '' || !step.test.startsWith(beginning)) return undefined
    const taken = `errors=(vErrors=null===vErrors?${name}.errors:vErrors.concat(${name}.errors)).length`
    const isCall = CALL_END.test(step.test.slice(beginning.length)) && areSame(step.yes, [doing(taken)])
    return isCall && step.no.length === 0 ? this.#called(name) : undefined
  }

  #called(name: string): Schema {
    const imported = this.#module.imports.get(name)
    if (imported?.name === 'validate') return { ref: this.#nameOf(imported.from) }
    const local = this.#module.variables.get(name) ?? name
    return local === this.#exported && this.#open.has(local) ? { ref: this.#own } : this.function(local)
  }
}

const CALL_END = /^parentData(?::[\w.$[\]]+)?,parentDataProperty(?::(?:\w+|"[^"]+"))?,rootData\}\)$/

function typeParams(type: string): string {
  return `{type:"${type}"}`
}

/** What a function does between its first words and its last. */
function bodyOf(steps: readonly Step[], name: string): readonly Step[] {
  const frame = steps
    .filter((_, index) => [0, steps.length - 2, steps.length - 1].includes(index))
    .map(textOf)
  if (frame.join(';') === `${name}.errors=null;!0`) return []
  if (frame.join(';') !== `vErrors=null;${name}.errors=vErrors;0===errors`)
    throw new Error(`${name} begins or ends in another way.`)
  return steps.slice(1, -2)
}

function textOf(step: Step): string {
  if (step.step === 'let') return `${step.name}=${step.value}`
  return step.step === 'do' || step.step === 'return' ? step.text : ''
}

/** A question whose answer is not used: what is left of a keyword of another type. */
function isIdle(step: IfStep, { text }: Place): boolean {
  const idle = [
    when(`"number"==typeof ${text}`, [doing(`isFinite(${text})`)]),
    when(`${text}&&"object"==typeof ${text}`, [doing(`!Array.isArray(${text})`)]),
  ]
  return idle.some((one) => areSame([step], [one]))
}

const KEYWORDS_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'values', 'minProperties', 'maxProperties'],
  array: ['items', 'minItems', 'maxItems'],
  string: ['pattern', 'format', 'minLength', 'maxLength'],
  number: ['format', 'minimum', 'maximum', 'exclusiveMaximum'],
}

/** A schema never says for which type a keyword holds: each holds for its own. */
function ofType(type: string, said: Schema): Schema {
  const other = Object.keys(said).filter((keyword) => KEYWORDS_OF_TYPE[type]?.includes(keyword) !== true)
  if (other.length > 0) throw new Error(`${other.join(', ')} is asked of values of type ${type} only.`)
  return said
}

function notUnderstood(step: Step | undefined, place: Place): Error {
  return new Error(`This is not understood, of ${place.text}: ${JSON.stringify(step).slice(0, 400)}`)
}
