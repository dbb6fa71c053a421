import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import type { Arguments, RateUse } from './context.ts'

/** GitHub's documented formula: nodes are the product of page sizes, a point is a hundred connection requests. */
export function costOf(document: DocumentNode, variables: Arguments): RateUse {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const item of document.definitions) {
    if (item.kind === Kind.FRAGMENT_DEFINITION) fragments.set(item.name.value, item)
  }
  const total = { requests: 0, nodes: 0 }
  const walk = (set: SelectionSetNode | undefined, times: number): void => {
    for (const item of set?.selections ?? []) {
      if (item.kind === Kind.FIELD) {
        const size = pageSize(item, variables)
        if (size !== undefined) {
          total.requests += times
          total.nodes += times * size
        }
        walk(item.selectionSet, times * (size ?? 1))
      } else if (item.kind === Kind.INLINE_FRAGMENT) walk(item.selectionSet, times)
      else walk(fragments.get(item.name.value)?.selectionSet, times)
    }
  }
  for (const item of document.definitions) {
    if (item.kind === Kind.OPERATION_DEFINITION) walk(item.selectionSet, 1)
  }
  return { cost: Math.max(1, Math.round(total.requests / 100)), nodeCount: total.nodes }
}

function pageSize(field: FieldNode, variables: Arguments): number | undefined {
  const argument = field.arguments?.find((item) => item.name.value === 'first' || item.name.value === 'last')
  if (argument === undefined) return undefined
  if (argument.value.kind === Kind.INT) return Number(argument.value.value)
  if (argument.value.kind === Kind.VARIABLE) return Number(variables[argument.value.name.value])
  return undefined
}
