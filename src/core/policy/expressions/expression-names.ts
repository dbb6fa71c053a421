import { celVariable } from './cel.ts'
import type { CelNode, CelTree } from './cel-tree.ts'
import { partsBefore, type Part, partsInside, partsOf, qualifiedName } from './tree-parts.ts'

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
}

interface Walk {
  readonly tree: CelTree
  readonly functions: ReadonlySet<string>
  readonly found: { readonly variables: UsedName[]; readonly functions: UsedName[] }
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
  const walk: Walk = { tree, functions, found: { variables: [], functions: [] } }
  visit(walk, tree.root, new Set())
  return walk.found
}

function visit(walk: Walk, node: CelNode, bound: ReadonlySet<string>): void {
  const kind = node.exprKind
  switch (kind.case) {
    case 'identExpr':
      useVariable(walk, node, kind.value.name, bound)
      break
    case 'callExpr':
      visitCall(walk, node, kind.value, bound)
      break
    case 'comprehensionExpr': {
      const inside = new Set([...bound, kind.value.iterVar, kind.value.iterVar2, kind.value.accuVar])
      for (const part of partsBefore(kind.value)) visit(walk, part, bound)
      for (const part of partsInside(kind.value)) visit(walk, part, inside)
      break
    }
    default:
      for (const part of partsOf(node)) visit(walk, part, bound)
  }
}

function visitCall(walk: Walk, node: CelNode, call: Part<'callExpr'>, bound: ReadonlySet<string>): void {
  const qualified = qualifiedName(call)
  const isQualified = qualified !== undefined && walk.functions.has(qualified)
  for (const part of isQualified ? call.args : partsOf(node)) visit(walk, part, bound)
  const name = isQualified ? qualified : call.function
  if (!/^[A-Za-z]/.test(name)) return
  walk.found.functions.push({ name, offset: walk.tree.offsetOf(node) })
}

function useVariable(walk: Walk, node: CelNode, name: string, bound: ReadonlySet<string>): void {
  if (bound.has(name) || TYPES.has(name)) return
  walk.found.variables.push({ name: celVariable(name), offset: walk.tree.offsetOf(node) })
}
