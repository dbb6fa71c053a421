import { type CelNode, type CelTree, celVariable } from './cel.ts'

/** A name that an expression uses, and where. */
export interface UsedName {
  readonly name: string
  readonly offset: number
}

/** What an expression refers to. */
export interface ExpressionNames {
  /** Variables that the expression does not bind itself. */
  readonly variables: readonly UsedName[]
  readonly functions: readonly UsedName[]
  /** How deep `all`, `exists`, `map` and `filter` stand inside each other. */
  readonly depth: number
}

interface Walk {
  readonly tree: CelTree
  readonly functions: ReadonlySet<string>
  readonly found: { readonly variables: UsedName[]; readonly functions: UsedName[]; depth: number }
}

const TYPES = new Set([
  'int',
  'uint',
  'double',
  'bool',
  'string',
  'bytes',
  'list',
  'map',
  'null_type',
  'type',
])

/** Collects the free variables and the called functions; operators are no functions here. */
export function expressionNames(tree: CelTree, functions: ReadonlySet<string>): ExpressionNames {
  const walk: Walk = { tree, functions, found: { variables: [], functions: [], depth: 0 } }
  visit(walk, tree.root, new Set(), 0)
  return walk.found
}

function visit(walk: Walk, node: CelNode | undefined, bound: ReadonlySet<string>, depth: number): void {
  if (!node) return
  const kind = node.exprKind
  switch (kind.case) {
    case 'identExpr':
      useVariable(walk, node, kind.value.name, bound)
      break
    case 'selectExpr':
      visit(walk, kind.value.operand, bound, depth)
      break
    case 'listExpr':
      for (const element of kind.value.elements) visit(walk, element, bound, depth)
      break
    case 'callExpr':
    case 'structExpr':
    case 'comprehensionExpr':
      visitCompound(walk, node, bound, depth)
      break
    case 'constExpr':
    case undefined:
      break
    default:
      kind satisfies never
  }
}

function visitCompound(walk: Walk, node: CelNode, bound: ReadonlySet<string>, depth: number): void {
  const kind = node.exprKind
  if (kind.case === 'callExpr') visitCall(walk, node, kind.value, bound, depth)
  else if (kind.case === 'comprehensionExpr') visitLoop(walk, kind.value, bound, depth)
  else if (kind.case === 'structExpr') {
    for (const entry of kind.value.entries) {
      if (entry.keyKind.case === 'mapKey') visit(walk, entry.keyKind.value, bound, depth)
      visit(walk, entry.value, bound, depth)
    }
  }
}

type ValueOf<Case extends string> = Extract<CelNode['exprKind'], { readonly case: Case }>['value']

function visitCall(
  walk: Walk,
  node: CelNode,
  call: ValueOf<'callExpr'>,
  bound: ReadonlySet<string>,
  depth: number,
): void {
  const qualified = qualifiedName(call.target, call.function)
  const isQualified = qualified !== null && walk.functions.has(qualified)
  if (!isQualified) visit(walk, call.target, bound, depth)
  for (const argument of call.args) visit(walk, argument, bound, depth)
  const name = isQualified ? qualified : call.function
  if (!/^[A-Za-z]/.test(name)) return
  walk.found.functions.push({ name, offset: walk.tree.offsetOf(node) })
}

function visitLoop(
  walk: Walk,
  loop: ValueOf<'comprehensionExpr'>,
  bound: ReadonlySet<string>,
  depth: number,
): void {
  walk.found.depth = Math.max(walk.found.depth, depth + 1)
  visit(walk, loop.iterRange, bound, depth)
  visit(walk, loop.accuInit, bound, depth)
  const inside = new Set([...bound, loop.iterVar, loop.iterVar2, loop.accuVar])
  for (const part of [loop.loopCondition, loop.loopStep, loop.result]) visit(walk, part, inside, depth + 1)
}

function useVariable(walk: Walk, node: CelNode, name: string, bound: ReadonlySet<string>): void {
  if (bound.has(name) || TYPES.has(name)) return
  walk.found.variables.push({ name: celVariable(name), offset: walk.tree.offsetOf(node) })
}

/** `strings.quote` for a call that looks like a method of a variable `strings`. */
function qualifiedName(target: CelNode | undefined, name: string): string | null {
  if (target?.exprKind.case !== 'identExpr') return null
  return `${target.exprKind.value.name}.${name}`
}
