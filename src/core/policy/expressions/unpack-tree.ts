import { NullValue } from '@bufbuild/protobuf/wkt'
import type { CelNode, CelTree } from './cel-tree.ts'
import type { Part } from './tree-parts.ts'

/** The tree of a text that `packTree` made, without the offsets of its nodes. Throws when the text is none: the installation is broken. */
export function unpackTree(text: string): CelTree {
  const value: unknown = JSON.parse(text)
  return { root: new Unpacking().node(value), offsetOf: () => 0 }
}

type Kind = CelNode['exprKind']

/** Makes nodes again and numbers them. */
class Unpacking {
  #last = 0n

  node(value: unknown): CelNode {
    const [letter, ...parts] = listOf(value)
    return this.#expression(this.#kind(letter, parts))
  }

  #expression(exprKind: Kind): CelNode {
    return { $typeName: 'cel.expr.Expr', id: (this.#last += 1n), exprKind }
  }

  #optional(value: unknown): { readonly node?: CelNode } {
    return value === null || value === undefined ? {} : { node: this.node(value) }
  }

  #kind(letter: unknown, parts: readonly unknown[]): Kind {
    switch (letter) {
      case 'k':
      case 'n':
      case 'd':
        return constant(letter, parts[0])
      case 'i':
        return { case: 'identExpr', value: { $typeName: 'cel.expr.Expr.Ident', name: textOf(parts[0]) } }
      case 's':
        return this.#select(parts)
      case 'c':
        return this.#call(parts)
      case 'l':
        return this.#list(parts)
      case 'm':
        return this.#map(parts)
      case 'f':
        return this.#loop(parts)
      default:
        throw new RangeError('a packed expression has an unknown part')
    }
  }

  #select([operand, field, testOnly]: readonly unknown[]): Kind {
    return {
      case: 'selectExpr',
      value: {
        $typeName: 'cel.expr.Expr.Select',
        operand: this.node(operand),
        field: textOf(field),
        testOnly: testOnly === true,
      },
    }
  }

  #call([name, target, ...args]: readonly unknown[]): Kind {
    const { node } = this.#optional(target)
    return {
      case: 'callExpr',
      value: {
        $typeName: 'cel.expr.Expr.Call',
        ...(node && { target: node }),
        function: textOf(name),
        args: args.map((arg) => this.node(arg)),
      },
    }
  }

  #list(elements: readonly unknown[]): Kind {
    return {
      case: 'listExpr',
      value: {
        $typeName: 'cel.expr.Expr.CreateList',
        elements: elements.map((element) => this.node(element)),
        optionalIndices: [],
      },
    }
  }

  #map(pairs: readonly unknown[]): Kind {
    const entries = pairs.map((pair) => {
      const [key, value] = listOf(pair)
      return {
        $typeName: 'cel.expr.Expr.CreateStruct.Entry' as const,
        id: (this.#last += 1n),
        keyKind: { case: 'mapKey' as const, value: this.node(key) },
        value: this.node(value),
        optionalEntry: false,
      }
    })
    return {
      case: 'structExpr',
      value: { $typeName: 'cel.expr.Expr.CreateStruct', messageName: '', entries },
    }
  }

  #loop([iterVar, iterVar2, accuVar, ...parts]: readonly unknown[]): Kind {
    const [iterRange, accuInit, loopCondition, loopStep, result] = parts.map((part) => this.node(part))
    if (!iterRange || !accuInit || !loopCondition || !loopStep || !result)
      throw new RangeError('a packed loop lacks a part')
    return {
      case: 'comprehensionExpr',
      value: {
        $typeName: 'cel.expr.Expr.Comprehension',
        iterVar: textOf(iterVar),
        iterVar2: textOf(iterVar2),
        accuVar: textOf(accuVar),
        iterRange,
        accuInit,
        loopCondition,
        loopStep,
        result,
      },
    }
  }
}

function constant(letter: 'k' | 'n' | 'd', value: unknown): Kind {
  return {
    case: 'constExpr',
    value: { $typeName: 'cel.expr.Constant', constantKind: kindOfConstant(letter, value) },
  }
}

function kindOfConstant(letter: 'k' | 'n' | 'd', value: unknown): Part<'constExpr'>['constantKind'] {
  if (letter === 'n') return { case: 'int64Value', value: BigInt(textOf(value)) }
  if (letter === 'd' && typeof value === 'number') return { case: 'doubleValue', value }
  if (value === null) return { case: 'nullValue', value: NullValue.NULL_VALUE }
  if (typeof value === 'boolean') return { case: 'boolValue', value }
  return { case: 'stringValue', value: textOf(value) }
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new RangeError('a packed expression has no list where one belongs')
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  throw new RangeError('a packed expression has no text where one belongs')
}
