import { pathText, type Place } from './place.ts'
import { areSame, doing, when, type Step } from './plain-steps.ts'

/** An error that a validator adds to its list. */
export interface ReportedError {
  readonly keyword: string
  /** The parameters as code. */
  readonly params: string
}

/** The error that these steps add about a place, or undefined when they do something else. */
export function reportedError(steps: readonly Step[], place: Place): ReportedError | undefined {
  const [made, ...added] = steps
  if (made?.step !== 'let' || !areSame(added, adding(made.name))) return undefined
  const beginning = `{${givenPath(place)},`
  if (!made.value.startsWith(beginning)) return undefined
  const form = /^schemaPath:"#[^"]*\/(\w+)",keyword:"(\w+)",params:(\{.*\})\}$/s.exec(
    made.value.slice(beginning.length),
  )
  const [, last, keyword, params] = form ?? []
  return keyword === undefined || params === undefined || last !== keyword ? undefined : { keyword, params }
}

/** How code hands on where a place is, as a field of an object. */
export function givenPath(place: Place): string {
  const path = pathText(place)
  return path === 'instancePath' ? path : `instancePath:${path}`
}

function adding(name: string): readonly Step[] {
  return [
    when('null===vErrors', [doing(`vErrors=[${name}]`)], [doing(`vErrors.push(${name})`)]),
    doing('errors++'),
  ]
}
