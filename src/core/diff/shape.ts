import type { Json } from '../model/json.ts'
import { pathSteps } from './field-path.ts'
import type { ListRule } from './facts/list-rule.ts'

/** How a scalar is read where its text is not its meaning. */
export type Reading = 'quantity' | 'duration' | 'comma-set'

/** What is known about one field of a kind. */
export interface FieldFact {
  readonly list?: ListRule
  readonly reading?: Reading
  /** Writing this value means the same as writing nothing. */
  readonly fallback?: Json
  /** An empty map, list or text means the same as nothing. */
  readonly emptyIsAbsent?: boolean
  /** The server or a tool fills it: it never counts. */
  readonly ignored?: boolean
  /** Another name for the field that stands beside it. */
  readonly aliasOf?: string
  /** Free-form content below: null is a value there. */
  readonly opaque?: boolean
}

/** The facts about a kind as a tree that is walked together with the object. */
export interface Shape {
  readonly fact: FieldFact
  readonly members: ReadonlyMap<string, Shape>
  /** Members of any other key. */
  readonly others: Shape | undefined
  readonly items: Shape | undefined
}

interface Growing extends Shape {
  fact: FieldFact
  readonly members: Map<string, Growing>
  others: Growing | undefined
  items: Growing | undefined
}

/** A tree from facts by path, `*` standing for every key that is not named. Later facts about a path complete earlier ones. */
export function growShape(facts: Iterable<readonly [path: string, fact: FieldFact]>): Shape {
  const root = seed()
  for (const [path, fact] of facts) {
    let shape = root
    for (const step of pathSteps(path)) shape = descend(shape, step)
    shape.fact = { ...shape.fact, ...fact }
  }
  return root
}

/** The shape of a member. */
export function memberShape(shape: Shape | undefined, key: string): Shape | undefined {
  return shape?.members.get(key) ?? shape?.others
}

function descend(shape: Growing, step: string): Growing {
  if (step === '[]') return (shape.items ??= seed())
  if (step === '*') return (shape.others ??= seed())
  const known = shape.members.get(step)
  if (known) return known
  const grown = seed()
  shape.members.set(step, grown)
  return grown
}

function seed(): Growing {
  return { fact: {}, members: new Map(), others: undefined, items: undefined }
}
