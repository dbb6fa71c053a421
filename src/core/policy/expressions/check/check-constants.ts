import type { CelNode } from '../cel-tree.ts'
import type { Part } from '../tree-parts.ts'
import { ANY, BOOL, type CheckedType, INT, NULL, STRING } from './checked-type.ts'

/** The type of a value that is written out. */
export function constantType({ constantKind }: Part<'constExpr'>): CheckedType {
  const name = CONSTANTS[constantKind.case ?? '']
  return name ?? ANY
}

const CONSTANTS: Readonly<Record<string, CheckedType>> = {
  nullValue: NULL,
  boolValue: BOOL,
  int64Value: INT,
  uint64Value: { kind: 'plain', name: 'uint' },
  doubleValue: { kind: 'plain', name: 'double' },
  stringValue: STRING,
  bytesValue: { kind: 'plain', name: 'bytes' },
}

/** A text that is written out; undefined for anything else. */
export function literalText(node: CelNode | undefined): string | undefined {
  const kind = node?.exprKind
  if (kind?.case !== 'constExpr' || kind.value.constantKind.case !== 'stringValue') return undefined
  return kind.value.constantKind.value
}
