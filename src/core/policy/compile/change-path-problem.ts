import { didYouMean } from '../../model/did-you-mean.ts'
import { ANYTHING, type FieldPlace, joinPlaces, type KnownFields } from '../known-fields.ts'
import type { ChangePath, PathMacro, PathStep } from '../patterns/parse-change-path.ts'
import { CONTAINER_LISTS, podPath } from '../patterns/pod-path.ts'

/** Why a path leads nowhere: a sentence, and what may have been meant. */
export interface PathProblem {
  readonly text: string
  readonly suggestion?: string
}

/**
 * What is wrong with a path into objects of these kinds: not one of them can have it. A key in brackets is taken for
 * one that is not known yet.
 */
export function changePathProblem(
  path: ChangePath,
  kinds: readonly string[],
  fields: KnownFields,
): PathProblem | undefined {
  const ends = kinds.flatMap((kind) => {
    const root = fields.rootOf(kind)
    return root ? [endOf(path, root, kind)] : []
  })
  const furthest = Math.max(...ends.map((end) => end?.index ?? Infinity))
  const lost = ends.filter((end) => end?.index === furthest).filter((end) => end !== undefined)
  const place = joinPlaces(lost.map((end) => end.place))
  const step = path.steps[furthest]
  return place && step && problemAt(path, step, furthest, place, kinds)
}

interface End {
  readonly index: number
  readonly place: FieldPlace
}

/** Where a path ends too early; undefined when it leads to its end. */
function endOf(path: ChangePath, root: FieldPlace, kind: string): End | undefined {
  let place = root
  for (const [index, step] of path.steps.entries()) {
    const next = stepFrom(place, step, kind) ?? (isBracketed(path, step) ? ANYTHING : undefined)
    if (!next) return { index, place }
    place = next
  }
  return undefined
}

function stepFrom(place: FieldPlace, step: PathStep, kind: string): FieldPlace | undefined {
  switch (step.kind) {
    case 'key':
      return place.field(step.key)
    case 'prefix':
      if (place.names === null) return place.field(step.prefix)
      return joinPlaces(
        place.names.filter((name) => name.startsWith(step.prefix)).map((name) => place.field(name)),
      )
    case 'each':
      return place.items()
    case 'deep':
      return ANYTHING
    case 'macro':
      return macroFrom(place, step.name, kind.slice(kind.lastIndexOf('/') + 1))
    default:
      return step satisfies never
  }
}

function macroFrom(root: FieldPlace, macro: PathMacro, kind: string): FieldPlace | undefined {
  const path = podPath(kind)
  const at = (keys: readonly string[]): FieldPlace | undefined =>
    keys.reduce<FieldPlace | undefined>((place, key) => place?.field(key), root)
  switch (macro) {
    case '$pod':
      return at(path)
    case '$podtemplate':
      return at(path.slice(0, -1))
    case '$podmeta':
      return at([...path.slice(0, -1), 'metadata'])
    case '$containers':
      return joinPlaces(CONTAINER_LISTS.map((list) => at([...path, list])?.items()))
    default:
      return macro satisfies never
  }
}

function isBracketed(path: ChangePath, step: PathStep): boolean {
  return (
    step.kind === 'key' && (path.text.includes(`['${step.key}']`) || path.text.includes(`["${step.key}"]`))
  )
}

function problemAt(
  path: ChangePath,
  step: PathStep,
  index: number,
  place: FieldPlace,
  kinds: readonly string[],
): PathProblem {
  const where =
    index === 0 ? kindsText(kinds) : `${pathText(path.steps.slice(0, index))} of ${kindsText(kinds)}`
  if (step.kind === 'macro') return { text: `There is no pod in ${kindsText(kinds)}` }
  if (step.kind === 'each')
    return { text: `There is no list at ${where}; "[]" stands for the elements of one` }
  const name = stepText(step)
  if (place.items())
    return { text: `There is no field "${name}" in ${where}, which is a list: its elements are "[]"` }
  const near = didYouMean(name, place.names ?? [])
  return { text: `There is no field "${name}" in ${where}`, ...(near !== undefined && { suggestion: near }) }
}

function kindsText(kinds: readonly string[]): string {
  return kinds.length <= 3
    ? kinds.join(', ')
    : `${kinds.slice(0, 2).join(', ')} and ${String(kinds.length - 2)} other kinds`
}

function pathText(steps: readonly PathStep[]): string {
  return steps.map((step, at) => `${at === 0 || step.kind === 'each' ? '' : '.'}${stepText(step)}`).join('')
}

function stepText(step: PathStep): string {
  switch (step.kind) {
    case 'each':
      return '[]'
    case 'macro':
      return step.name
    case 'key':
      return step.key
    case 'prefix':
      return `${step.prefix}*`
    case 'deep':
      return '**'
    default:
      return step satisfies never
  }
}
