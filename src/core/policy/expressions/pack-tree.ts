import type { CelNode } from './cel-tree.ts'
import type { Part } from './tree-parts.ts'

/**
 * A syntax tree as short JSON: a list of a letter for the kind of node and what it consists of, in the order of the CEL
 * specification. Null stands for a part that is missing.
 */
type PackedNode = readonly PackedPart[]
type PackedPart = string | number | boolean | null | PackedNode

/** The tree as text, from which `unpackTree` makes it again; undefined where it holds what no expression that ships has. */
export function packTree(root: CelNode): string | undefined {
  try {
    return JSON.stringify(packed(root))
  } catch (problem) {
    if (problem instanceof Unpackable) return undefined
    throw problem
  }
}

class Unpackable extends Error {}

function packed(node: CelNode | undefined): PackedPart {
  const kind = node?.exprKind
  switch (kind?.case) {
    case undefined:
      return null
    case 'constExpr':
      return packedConstant(kind.value)
    case 'identExpr':
      return ['i', kind.value.name]
    case 'selectExpr':
      return ['s', packed(kind.value.operand), kind.value.field, kind.value.testOnly]
    case 'callExpr':
      return ['c', kind.value.function, packed(kind.value.target), ...kind.value.args.map(packed)]
    case 'listExpr':
      if (kind.value.optionalIndices.length > 0) throw new Unpackable()
      return ['l', ...kind.value.elements.map(packed)]
    case 'structExpr':
      return packedMap(kind.value)
    case 'comprehensionExpr':
      return packedLoop(kind.value)
    default:
      return kind satisfies never
  }
}

function packedConstant({ constantKind }: Part<'constExpr'>): PackedPart {
  switch (constantKind.case) {
    case 'nullValue':
      return ['k', null]
    case 'boolValue':
    case 'stringValue':
      return ['k', constantKind.value]
    case 'int64Value':
      return ['n', String(constantKind.value)]
    case 'doubleValue':
      return ['d', constantKind.value]
    default:
      throw new Unpackable()
  }
}

function packedMap({ messageName, entries }: Part<'structExpr'>): PackedPart {
  if (messageName !== '') throw new Unpackable()
  const pairs = entries.map(({ keyKind, value, optionalEntry }) => {
    if (keyKind.case !== 'mapKey' || optionalEntry) throw new Unpackable()
    return [packed(keyKind.value), packed(value)]
  })
  return ['m', ...pairs]
}

function packedLoop(loop: Part<'comprehensionExpr'>): PackedPart {
  const { iterVar, iterVar2, accuVar, iterRange, accuInit, loopCondition, loopStep, result } = loop
  const parts = [iterRange, accuInit, loopCondition, loopStep, result]
  return ['f', iterVar, iterVar2, accuVar, ...parts.map(packed)]
}
