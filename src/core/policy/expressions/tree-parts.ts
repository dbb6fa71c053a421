import type { CelNode } from './cel-tree.ts'

/** The node of a kind of expression: `Part<'callExpr'>`. */
export type Part<Kind extends string> = Extract<CelNode['exprKind'], { readonly case: Kind }>['value']

/** What stands directly in a node, in the order in which it is carried out. */
export function partsOf(node: CelNode): readonly CelNode[] {
  const kind = node.exprKind
  switch (kind.case) {
    case 'selectExpr':
      return present([kind.value.operand])
    case 'callExpr':
      return present([kind.value.target, ...kind.value.args])
    case 'listExpr':
      return kind.value.elements
    case 'structExpr':
      return present(
        kind.value.entries.flatMap((entry) => [
          entry.keyKind.case === 'mapKey' ? entry.keyKind.value : undefined,
          entry.value,
        ]),
      )
    case 'comprehensionExpr':
      return [...partsBefore(kind.value), ...partsInside(kind.value)]
    case 'identExpr':
    case 'constExpr':
    case undefined:
      return []
    default:
      return kind satisfies never
  }
}

/** What a loop carries out once. */
export function partsBefore(loop: Part<'comprehensionExpr'>): readonly CelNode[] {
  return present([loop.iterRange, loop.accuInit])
}

/** What a loop carries out in every round, and for its result. */
export function partsInside(loop: Part<'comprehensionExpr'>): readonly CelNode[] {
  return present([loop.loopCondition, loop.loopStep, loop.result])
}

/** `strings.quote` for a call that looks like a method of a variable `strings`; whether there is such a function is another question. */
export function qualifiedName({ target, function: name }: Part<'callExpr'>): string | undefined {
  return target?.exprKind.case === 'identExpr' ? `${target.exprKind.value.name}.${name}` : undefined
}

function present(nodes: readonly (CelNode | undefined)[]): readonly CelNode[] {
  return nodes.filter((node) => node !== undefined)
}
