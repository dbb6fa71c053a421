import type { CelNode, CelTree } from './cel-tree.ts'
import { MAX_LOOPS, MAX_NESTING } from './limits.ts'
import { partsBefore, partsInside, partsOf } from './tree-parts.ts'

/** Also of a text so deep that the parser runs out of stack, which differs from machine to machine. */
export const TOO_DEEP: string = `its parts stand more than ${String(MAX_NESTING)} deep inside each other`

/** What is wrong with the shape of an expression, the end of a sentence, and where. */
export interface ShapeProblem {
  readonly text: string
  readonly offset: number
}

/** Why an expression is not carried out though it parses: it is nested too deeply, or makes values of foreign types. */
export function shapeProblem(tree: CelTree): ShapeProblem | undefined {
  const find = (node: CelNode, nesting: number, loops: number): ShapeProblem | undefined => {
    const text = nodeProblem(node, nesting, loops)
    if (text !== undefined) return { text, offset: tree.offsetOf(node) }
    const kind = node.exprKind
    const isLoop = kind.case === 'comprehensionExpr'
    for (const part of isLoop ? partsBefore(kind.value) : partsOf(node)) {
      const problem = find(part, nesting + 1, loops)
      if (problem) return problem
    }
    for (const part of isLoop ? partsInside(kind.value) : []) {
      const problem = find(part, nesting + 1, loops + 1)
      if (problem) return problem
    }
    return undefined
  }
  return find(tree.root, 1, 0)
}

function nodeProblem({ exprKind }: CelNode, nesting: number, loops: number): string | undefined {
  if (nesting > MAX_NESTING) return TOO_DEEP
  if (exprKind.case === 'comprehensionExpr' && loops === MAX_LOOPS) {
    return `its loops stand more than ${String(MAX_LOOPS)} deep inside each other`
  }
  if (exprKind.case !== 'structExpr' || exprKind.value.messageName === '') return undefined
  return `it makes a value of the type ${exprKind.value.messageName}; only lists and maps can be made`
}
