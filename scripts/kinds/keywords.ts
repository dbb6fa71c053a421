import { FORMATS, type Schema } from '../../src/core/schema/schema.ts'
import { limitOf } from './limits.ts'
import { linearPattern } from './linear-pattern.ts'
import { fieldsOf, literalOf, literalsOf } from './literals.ts'
import { fieldText, type Place } from './place.ts'
import type { PlainModule } from './plain-steps.ts'
import type { ReportedError } from './reported-error.ts'

/**
 * What an error that is reported under a condition says about a value. The condition must be the very one that the
 * keyword and its parameters mean; undefined when it is another.
 */
export function keywordOf(
  { keyword, params }: ReportedError,
  test: string,
  place: Place,
  module: PlainModule,
): Schema | undefined {
  const given = fieldsOf(params)
  const reader = READERS.get(keyword)
  return reader ? reader({ given, test, place, module }) : limitOf(keyword, given, test, place.text, module)
}

interface Reported {
  readonly given: ReadonlyMap<string, string>
  readonly test: string
  readonly place: Place
  readonly module: PlainModule
}

const READERS: ReadonlyMap<string, (reported: Reported) => Schema | undefined> = new Map([
  ['required', readRequired],
  ['enum', readEnum],
  ['pattern', readPattern],
  ['format', readFormat],
])

function readRequired({ given, test, place }: Reported): Schema | undefined {
  const name = textGiven(given, 'missingProperty')
  return name !== undefined && test === `void 0===${fieldText(place, name)}`
    ? { required: [name] }
    : undefined
}

function readEnum({ given, test, place, module }: Reported): Schema | undefined {
  const listed = literalsOf(module.variables.get(given.get('allowedValues') ?? '') ?? '[]')
  const asked = listed.map(({ text }) => `${text}!==${place.text}`).join('&&')
  return test === asked ? { enum: listed.map(({ value }) => value) } : undefined
}

function readPattern({ given, test, place, module }: Reported): Schema | undefined {
  const pattern = textGiven(given, 'pattern')
  const variable = /^!(\w+)\.test\(/.exec(test)?.[1] ?? ''
  const isMade = module.variables.get(variable) === `RegExp(${given.get('pattern') ?? ''},"u")`
  if (pattern === undefined || !isMade || test !== `!${variable}.test(${place.text})`) return undefined
  return { pattern: linearPattern(pattern) }
}

function readFormat({ given, test, place, module }: Reported): Schema | undefined {
  const named = textGiven(given, 'format')
  const format = FORMATS.find((one) => one === named)
  const variable = /^!(\w+)\.validate/.exec(test)?.[1] ?? ''
  const made = module.variables.get(variable)
  const isMade = made === `formats.${String(named)}` || made === `formats[${JSON.stringify(named)}]`
  const calls = ['', '.test'].map((call) => `!${variable}.validate${call}(${place.text})`)
  const isTheirs = module.imports.get('formats')?.from === '@kubernetes-models/validate'
  return format && isMade && isTheirs && calls.includes(test) ? { format } : undefined
}

function textGiven(given: ReadonlyMap<string, string>, name: string): string | undefined {
  const value = literalOf(given.get(name) ?? '0')
  return typeof value === 'string' ? value : undefined
}
