import type { CelFunc } from '@bufbuild/cel'
import {
  ANY,
  type CheckedType,
  INT,
  join,
  listOf,
  namesOf,
  nullable,
  STRING,
  typeText,
} from './checked-type.ts'
import { ROUTE } from './variable-types.ts'

type CelType = CelFunc['result']

/**
 * What a call gives; undefined when no overload takes what it is given. A method's target comes first, and `isMethod`
 * says that there is one.
 */
export function callResult(
  overloads: readonly CelFunc[],
  given: readonly CheckedType[],
  isMethod: boolean,
): CheckedType | undefined {
  const fitting = overloads.filter((overload) => takes(overload, given, isMethod))
  const [first, ...others] = fitting
  if (!first) return undefined
  const known = Object.hasOwn(RESULTS, first.name) ? RESULTS[first.name] : undefined
  if (known && !isMethod) return known
  return others.reduce((type, other) => join(type, typeOf(other.result)), typeOf(first.result))
}

/** Why no overload takes what it is given, for people. */
export function callProblem(
  name: string,
  types: readonly CheckedType[],
  overloads: readonly CelFunc[],
  isMethod: boolean,
): string {
  if (!/^[A-Za-z]/.test(name)) {
    return `the operator ${name.replaceAll(/[_@]/g, '')} does not take ${types.map(typeText).join(' and ')}`
  }
  const given = (isMethod ? types.slice(1) : types).map((type) => namesOf(type)?.[0] ?? 'dyn')
  const of = isMethod ? ` of ${typeText(types[0] ?? ANY)}` : ''
  return `there is no ${name}(${given.join(', ')})${of}; there is ${overloadTexts(overloads).join(', ')}`
}

function overloadTexts(overloads: readonly CelFunc[]): readonly string[] {
  return overloads.map((overload) => {
    const args = overload.arguments.map((type) => type.name).join(', ')
    return `${overload.target ? `${overload.target.name}.` : ''}${overload.name}(${args})`
  })
}

const map = (fields: Readonly<Record<string, CheckedType>>, noun: string): CheckedType => ({
  kind: 'record',
  noun,
  fields,
})

/** What functions give of which the language only knows that it is a list or map. */
const RESULTS: Readonly<Record<string, CheckedType>> = {
  opened: listOf(ROUTE),
  image: map({ registry: STRING, repository: STRING, tag: STRING, digest: STRING }, 'an image'),
  grants: listOf(
    map(
      { verb: STRING, group: STRING, resource: STRING, name: nullable(STRING), url: nullable(STRING) },
      'a right',
    ),
  ),
  annotation: nullable(STRING),
  label: nullable(STRING),
  indexOf: INT,
}

function takes(overload: CelFunc, given: readonly CheckedType[], isMethod: boolean): boolean {
  if ((overload.target !== undefined) !== isMethod) return false
  const wanted = overload.target ? [overload.target, ...overload.arguments] : overload.arguments
  return wanted.length === given.length && wanted.every((type, at) => fits(type, given[at] ?? ANY))
}

function fits(wanted: CelType, given: CheckedType): boolean {
  const names = namesOf(given)
  return names === null || wanted.name === 'dyn' || names.includes(wanted.name)
}

function typeOf(type: CelType): CheckedType {
  if (type.kind === 'list') return listOf(typeOf(type.element))
  if (type.kind === 'map') return { kind: 'map', value: typeOf(type.value) }
  return type.name === 'dyn' ? ANY : { kind: 'plain', name: type.name }
}
