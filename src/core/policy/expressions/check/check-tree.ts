import type { CelFunc } from '@bufbuild/cel'
import type { CelNode, CelTree } from '../cel-tree.ts'
import { partsOf, type Part, qualifiedName } from '../tree-parts.ts'
import { callProblem, callResult } from './check-calls.ts'
import { constantType, literalText } from './check-constants.ts'
import { containersGiven, elementOf, fieldOf, itemOf, type Member } from './check-members.ts'
import { ANY, BOOL, type CheckedType, join, listOf, namesOf, present, typeText } from './checked-type.ts'
import { equalityProblem, wordProblem } from './check-words.ts'
import type { ExpressionMistake } from './mistake.ts'

/** What is known before an expression runs. */
export interface CheckSetting {
  readonly variables: ReadonlyMap<string, CheckedType>
  /** The overloads of every function and operator, by name. */
  readonly functions: ReadonlyMap<string, readonly CelFunc[]>
}

/**
 * What is certainly wrong with an expression whatever it is given: fields that cannot be there, calls that no function
 * takes, comparisons that never hold, and a result that is not of the type that is wanted.
 */
export function checkTree(
  tree: CelTree,
  setting: CheckSetting,
  wanted: 'bool' | 'string',
): readonly ExpressionMistake[] {
  const check = new TreeCheck(tree, setting.functions)
  const result = check.typeOf(tree.root, setting.variables)
  if (!(namesOf(result)?.includes(wanted) ?? true)) {
    const want = wanted === 'bool' ? 'a boolean' : 'a text'
    check.wrong(tree.root, `the result is ${typeText(result)}, and it must be ${want}`)
  }
  return check.mistakes.toSorted((a, b) => a.offset - b.offset)
}

type Scope = ReadonlyMap<string, CheckedType>

class TreeCheck {
  readonly mistakes: ExpressionMistake[] = []
  readonly #tree: CelTree
  readonly #functions: CheckSetting['functions']

  constructor(tree: CelTree, functions: CheckSetting['functions']) {
    this.#tree = tree
    this.#functions = functions
  }

  wrong(node: CelNode, text: string): void {
    this.#note(node, { code: 'policy.expression-type', text })
  }

  typeOf(node: CelNode, scope: Scope): CheckedType {
    const kind = node.exprKind
    switch (kind.case) {
      case 'constExpr':
        return constantType(kind.value)
      case 'identExpr':
        return scope.get(kind.value.name) ?? ANY
      case 'selectExpr':
        return this.#select(node, kind.value, scope)
      case 'listExpr':
        return listOf(this.#all(kind.value.elements, scope).reduce(join, { kind: 'none' }))
      case 'structExpr':
        this.#all(partsOf(node), scope)
        return { kind: 'map', value: ANY }
      case 'callExpr':
        return this.#call(node, kind.value, scope)
      case 'comprehensionExpr':
        return this.#loop(node, kind.value, scope)
      case undefined:
        return ANY
      default:
        return kind satisfies never
    }
  }

  #all(nodes: readonly CelNode[], scope: Scope): readonly CheckedType[] {
    return nodes.map((node) => this.typeOf(node, scope))
  }

  /** A field, or `has()` of one, which is false for ever when there can be none. */
  #select(node: CelNode, select: Part<'selectExpr'>, scope: Scope): CheckedType {
    const of = select.operand ? this.typeOf(select.operand, scope) : ANY
    const type = this.#member(node, fieldOf(of, select.field))
    return select.testOnly ? BOOL : type
  }

  #call(node: CelNode, call: Part<'callExpr'>, scope: Scope): CheckedType {
    const qualified = qualifiedName(call)
    const isQualified = qualified !== undefined && this.#functions.has(qualified)
    const name = isQualified ? qualified : call.function
    const isMethod = call.target !== undefined && !isQualified
    const nodes = isMethod ? partsOf(node) : call.args
    const types = this.#all(nodes, scope)
    const special = this.#operator(node, name, nodes, types)
    if (special) return special
    const overloads = this.#functions.get(name)
    if (!overloads) return ANY
    const result = callResult(overloads, types, isMethod)
    if (result) return result
    this.wrong(node, callProblem(name, types, overloads, isMethod))
    return ANY
  }

  /** Operators of which more is known than the types that they take; undefined for any other name. */
  #operator(
    node: CelNode,
    name: string,
    nodes: readonly CelNode[],
    types: readonly CheckedType[],
  ): CheckedType | undefined {
    const [first = ANY, second = ANY, third = ANY] = types
    switch (name) {
      case '_&&_':
      case '_||_':
        for (const [at, part] of nodes.entries()) this.#boolean(part, types[at] ?? ANY)
        return BOOL
      case '_?_:_':
        if (nodes[0]) this.#boolean(nodes[0], first)
        return join(second, third)
      case '_[_]':
        return this.#index(node, nodes[1], first, second)
      case '_==_':
      case '_!=_':
        this.#equality(node, nodes, types)
        return BOOL
      case '@in':
        return this.#membership(node, nodes, types) ? BOOL : undefined
      case '_+_':
        return joinedLists(first, second)
      case '@not_strictly_false':
        return BOOL
      case 'containers':
      case 'container':
        return containersGiven(name, types)
      default:
        return undefined
    }
  }

  #boolean(node: CelNode, type: CheckedType): void {
    if (namesOf(type)?.includes('bool') === false)
      this.wrong(node, `a boolean belongs here, and this is ${typeText(type)}`)
  }

  #index(node: CelNode, index: CelNode | undefined, of: CheckedType, at: CheckedType): CheckedType {
    const text = literalText(index)
    if (text !== undefined) return this.#member(node, fieldOf(of, text))
    if (namesOf(at)?.every((name) => name === 'int' || name === 'uint') === true)
      return this.#member(node, itemOf(of))
    const type = present(of)
    return type.kind === 'map' ? type.value : ANY
  }

  #equality(node: CelNode, nodes: readonly CelNode[], types: readonly CheckedType[]): void {
    const [a = ANY, b = ANY] = types
    const problem = equalityProblem(a, b)
    if (problem) this.#note(node, problem)
    this.#word(nodes[1], a)
    this.#word(nodes[0], b)
  }

  /** Whether an element or key can be there; false: that has to be looked up among the functions. */
  #membership(node: CelNode, nodes: readonly CelNode[], types: readonly CheckedType[]): boolean {
    const [value = ANY, among = ANY] = types
    const type = present(among)
    const key = literalText(nodes[0])
    if ((type.kind === 'record' || type.kind === 'place') && key !== undefined) {
      const member = fieldOf(type, key)
      const isElement = type.kind === 'place' && type.place.items() !== undefined
      if (!member.ok && !isElement) this.#note(node, member)
    }
    if (type.kind !== 'list') return false
    const problem = type.element.kind === 'none' ? undefined : equalityProblem(value, type.element)
    if (problem) this.#note(node, problem)
    this.#word(nodes[0], type.element)
    this.#word(nodes[1], value)
    return true
  }

  /** A text, or each text of a list that is written out, against what a value can be. */
  #word(node: CelNode | undefined, of: CheckedType): void {
    if (node?.exprKind.case === 'listExpr') {
      const element = of.kind === 'list' ? of.element : of
      for (const item of node.exprKind.value.elements) this.#word(item, element)
      return
    }
    const text = literalText(node)
    const problem = text === undefined ? undefined : wordProblem(of, text)
    if (problem && node) this.#note(node, problem)
  }

  #loop(node: CelNode, loop: Part<'comprehensionExpr'>, scope: Scope): CheckedType {
    const over = loop.iterRange ? this.typeOf(loop.iterRange, scope) : ANY
    const element = this.#member(loop.iterRange ?? node, elementOf(over))
    const start = loop.accuInit ? this.typeOf(loop.accuInit, scope) : ANY
    const inside = new Map([...scope, [loop.iterVar, element], [loop.accuVar, start]])
    const step = loop.loopStep ? this.typeOf(loop.loopStep, inside) : ANY
    const after = new Map([...scope, [loop.accuVar, join(start, step)]])
    return loop.result ? this.typeOf(loop.result, after) : ANY
  }

  #member(node: CelNode, member: Member): CheckedType {
    if (member.ok) return member.type
    this.#note(node, member)
    return ANY
  }

  #note(node: CelNode, mistake: Omit<ExpressionMistake, 'offset'>): void {
    const { code, text, suggestion, aboutKind } = mistake
    const offset = this.#tree.offsetOf(node)
    this.mistakes.push({
      code,
      text,
      offset,
      ...(suggestion !== undefined && { suggestion }),
      ...(aboutKind && { aboutKind }),
    })
  }
}

function joinedLists(a: CheckedType, b: CheckedType): CheckedType | undefined {
  return a.kind === 'list' && b.kind === 'list' ? join(a, b) : undefined
}
