import type { Json, JsonObject } from '../../model/json.ts'
import { pathSteps } from '../field-path.ts'
import type { ListRule } from './facts/list-rule.ts'

/** How a scalar is read where its text is not its meaning. */
export type Reading = 'quantity' | 'duration' | 'prometheus-duration' | 'addresses'

/** What an absent field means: a value, or one that the members beside it decide; undefined when they do not. */
export type Fallback = Json | ((holder: JsonObject) => Json | undefined)

/** What is known about one field of a kind. */
export interface FieldFact {
  readonly list?: ListRule
  readonly reading?: Reading
  /** Writing this value means the same as writing nothing. */
  readonly fallback?: Fallback
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
  /** Members whose absence says what those beside them decide. */
  readonly implied: readonly string[]
}

/** What is known about a kind: its fields, and whether a null member is the same as none. */
export interface KindShape {
  readonly root: Shape
  readonly nullIsAbsent: boolean
}

interface Growing extends Shape {
  fact: FieldFact
  readonly members: Map<string, Growing>
  others: Growing | undefined
  items: Growing | undefined
  readonly implied: string[]
}

/** A tree from facts by path or by its steps, `*` standing for every key that is not named. Later facts about a path complete earlier ones. */
export function growShape(
  facts: Iterable<readonly [path: string | readonly string[], fact: FieldFact]>,
): Shape {
  const root = seed()
  for (const [path, fact] of facts) {
    let [shape, holder] = [root, root]
    const steps = typeof path === 'string' ? pathSteps(path) : path
    for (const step of steps) [shape, holder] = [descend(shape, step), shape]
    shape.fact = { ...shape.fact, ...fact }
    if (typeof fact.fallback === 'function') holder.implied.push(steps.at(-1) ?? '')
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
  return { fact: {}, members: new Map(), others: undefined, items: undefined, implied: [] }
}
