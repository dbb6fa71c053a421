import type { CelNode } from './cel-tree.ts'
import { type Part, partsBefore, partsInside, partsOf } from './tree-parts.ts'

/** The function that a loop calls before each round, with what its condition says and the steps that a round takes. */
export const TICK = '@tick'
/** The function through which a loop gets what it runs over. */
export const RANGE = '@range'
/** The function that makes the list that `map` and `filter` fill. */
export const NEW_LIST = '@list'
/** The function that puts a value at the end of that list. */
export const APPEND = '@append'

/**
 * Makes the loops of an expression count their rounds, where they stand. It answers as before. The lists of `map` and
 * `filter` are filled in place: the language copies them for every round, which nothing else can see.
 */
export function meterTree(node: CelNode): void {
  const kind = node.exprKind
  const steps = kind.case === 'comprehensionExpr' ? roundSteps(kind.value) : 0
  for (const part of partsOf(node)) meterTree(part)
  if (kind.case !== 'comprehensionExpr') return
  const loop = kind.value
  const { iterRange, loopCondition } = loop
  if (iterRange) loop.iterRange = call(iterRange, RANGE, [iterRange])
  if (loopCondition) loop.loopCondition = call(loopCondition, TICK, [loopCondition, integer(steps)])
  fillInPlace(loop)
}

function roundSteps(loop: Part<'comprehensionExpr'>): number {
  return partsInside(loop).reduce((sum, part) => sum + stepsOf(part), 0)
}

/** How many parts an expression carries out when it runs, those of its loops left out: they count themselves. */
export function stepsOf(node: CelNode): number {
  const kind = node.exprKind
  const parts = kind.case === 'comprehensionExpr' ? partsBefore(kind.value) : partsOf(node)
  return parts.reduce((sum, part) => sum + stepsOf(part), 1)
}

function fillInPlace(loop: Part<'comprehensionExpr'>): void {
  const { accuInit, loopStep, accuVar } = loop
  if (accuInit?.exprKind.case !== 'listExpr' || !loopStep) return
  loop.accuInit = call(accuInit, NEW_LIST, [])
  loop.loopStep = appending(loopStep, accuVar)
}

/** The step of `map` and `filter`: a list and one element more, or in some rounds the list as it is. */
function appending(step: CelNode, list: string): CelNode {
  const kind = step.exprKind
  if (kind.case !== 'callExpr') return step
  const { function: name, args } = kind.value
  if (name === '_?_:_') {
    const [condition, ...ways] = args
    if (!condition) return step
    return call(step, name, [condition, ...ways.map((way) => appending(way, list))])
  }
  const [before, added] = args
  if (name !== '_+_' || before?.exprKind.case !== 'identExpr' || before.exprKind.value.name !== list)
    return step
  return added?.exprKind.case === 'listExpr'
    ? call(step, APPEND, [before, ...added.exprKind.value.elements])
    : step
}

function call(at: CelNode, name: string, args: CelNode[]): CelNode {
  return {
    ...at,
    exprKind: { case: 'callExpr', value: { $typeName: 'cel.expr.Expr.Call', function: name, args } },
  }
}

function integer(value: number): CelNode {
  const constantKind = { case: 'int64Value', value: BigInt(value) } as const
  return {
    $typeName: 'cel.expr.Expr',
    id: 0n,
    exprKind: { case: 'constExpr', value: { $typeName: 'cel.expr.Constant', constantKind } },
  }
}
