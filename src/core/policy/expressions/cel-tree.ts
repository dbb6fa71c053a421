import type { parse } from '@bufbuild/cel'

/** A parsed expression with the offset of each of its nodes. */
export interface CelTree {
  readonly root: CelNode
  /** UTF-16 offset of a node in the text; 0 when it is not known. */
  offsetOf(node: CelNode): number
}

/** One node of the syntax tree, in the words of the CEL specification. */
export type CelNode = ReturnType<typeof parse>['expr']
