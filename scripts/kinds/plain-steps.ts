import { isDeepStrictEqual } from 'node:util'

import { parseAst } from 'rolldown/parseAst'

type Program = ReturnType<typeof parseAst>
type Statement = Program['body'][number]
type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression']
type Function = Extract<Statement, { params: unknown; generator: unknown }>

/**
 * One step of a minified program, in the form it had before a minifier drew it together: `a&&b` is an `if` again, and
 * `a,b` two steps. Expressions stay text as they are written, which in minified code is one text for one meaning.
 */
export type Step =
  | IfStep
  | { readonly step: 'let'; readonly name: string; readonly value: string }
  | { readonly step: 'each'; readonly head: string; readonly body: readonly Step[] }
  | { readonly step: 'do'; readonly text: string }
  | { readonly step: 'return'; readonly text: string }

/** A step that does one or the other. */
export interface IfStep {
  readonly step: 'if'
  readonly test: string
  readonly yes: readonly Step[]
  readonly no: readonly Step[]
}

/** The step that only evaluates an expression. */
export function doing(text: string): Step {
  return { step: 'do', text }
}

/** The step that does one or the other. */
export function when(test: string, yes: readonly Step[], no: readonly Step[] = []): IfStep {
  return { step: 'if', test, yes, no }
}

/** Whether these are the same steps in the same words. */
export function areSame(steps: readonly Step[], others: readonly Step[]): boolean {
  return isDeepStrictEqual(steps, others)
}

/** What a module of validators consists of; expressions as text. */
export interface PlainModule {
  readonly functions: ReadonlyMap<string, { readonly head: string; readonly steps: readonly Step[] }>
  /** What the module's variables are, `export const validate` among them. */
  readonly variables: ReadonlyMap<string, string>
  /** Local names to the names they have in the module they come from. */
  readonly imports: ReadonlyMap<string, { readonly from: string; readonly name: string }>
}

/** Reads a module; throws at a statement that the validators do not use. */
export function plainModule(source: string): PlainModule {
  const functions = new Map<string, { readonly head: string; readonly steps: readonly Step[] }>()
  const variables = new Map<string, string>()
  const imports = new Map<string, { readonly from: string; readonly name: string }>()
  const reader = new StepReader(source)
  for (const statement of parseAst(source).body) {
    if (statement.type === 'ImportDeclaration') {
      for (const [local, name] of importedNames(statement))
        imports.set(local, { from: statement.source.value, name })
    } else if (statement.type === 'FunctionDeclaration') {
      functions.set(statement.id?.name ?? '', { head: reader.head(statement), steps: reader.body(statement) })
    } else {
      for (const [name, value] of reader.variables(statement)) variables.set(name, value)
    }
  }
  return { functions, variables, imports }
}

function importedNames(
  statement: Extract<Statement, { type: 'ImportDeclaration' }>,
): readonly (readonly [string, string])[] {
  return statement.specifiers.map((specifier) => {
    if (specifier.type === 'ImportDefaultSpecifier') return [specifier.local.name, 'default']
    if (specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier')
      return [specifier.local.name, specifier.imported.name]
    throw new Error(`An import of the form ${specifier.type} is not understood.`)
  })
}

class StepReader {
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /** The parameters of a function as text. */
  head(statement: Function): string {
    return statement.params.map((parameter) => this.#text(parameter)).join(',')
  }

  body(statement: Function): readonly Step[] {
    return (statement.body?.body ?? []).flatMap((inner) => this.#steps(inner))
  }

  variables(statement: Statement): readonly (readonly [string, string])[] {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration?.type !== 'VariableDeclaration') throw this.#unknown(statement)
    return declaration.declarations.map(({ id, init }) => [this.#text(id), init ? this.#text(init) : ''])
  }

  #steps(statement: Statement): readonly Step[] {
    switch (statement.type) {
      case 'BlockStatement':
        return statement.body.flatMap((inner) => this.#steps(inner))
      case 'ExpressionStatement':
        return this.#expressionSteps(statement.expression)
      case 'VariableDeclaration':
        return this.variables(statement).map(([name, value]) => ({ step: 'let', name, value }))
      case 'IfStatement': {
        const { before, last } = this.#lastOf(statement.test)
        const otherwise = statement.alternate ? this.#steps(statement.alternate) : []
        return [...before, when(this.#text(last), this.#steps(statement.consequent), otherwise)]
      }
      case 'ForStatement':
      case 'ForInStatement': {
        const head = this.#source.slice(statement.start, statement.body.start)
        return [{ step: 'each', head, body: this.#steps(statement.body) }]
      }
      case 'ReturnStatement': {
        if (!statement.argument) throw this.#unknown(statement)
        const { before, last } = this.#lastOf(statement.argument)
        return [...before, { step: 'return', text: this.#text(last) }]
      }
      default:
        throw this.#unknown(statement)
    }
  }

  #expressionSteps(expression: Expression): readonly Step[] {
    switch (expression.type) {
      case 'ParenthesizedExpression':
        return this.#expressionSteps(expression.expression)
      case 'SequenceExpression':
        return expression.expressions.flatMap((inner) => this.#expressionSteps(inner))
      case 'ConditionalExpression':
        return this.#branch(
          expression.test,
          false,
          this.#expressionSteps(expression.consequent),
          this.#expressionSteps(expression.alternate),
        )
      case 'LogicalExpression':
        if (expression.operator === '??') break
        return this.#branch(
          expression.left,
          expression.operator === '||',
          this.#expressionSteps(expression.right),
          [],
        )
      default:
    }
    return [doing(this.#text(expression))]
  }

  #branch(
    condition: Expression,
    negated: boolean,
    yes: readonly Step[],
    no: readonly Step[],
  ): readonly Step[] {
    const { before, last } = this.#lastOf(condition)
    const test = negated ? `!${this.#text(last)}` : this.#text(last)
    return [...before, when(test, yes, no)]
  }

  /** What is done before a value is had, and the value. */
  #lastOf(expression: Expression): { readonly before: readonly Step[]; readonly last: Expression } {
    const inner = expression.type === 'ParenthesizedExpression' ? expression.expression : expression
    if (inner.type !== 'SequenceExpression') return { before: [], last: inner }
    const last = inner.expressions.at(-1)
    if (!last) throw new Error('A sequence without expressions is not understood.')
    return { before: inner.expressions.slice(0, -1).flatMap((part) => this.#expressionSteps(part)), last }
  }

  #text(node: { readonly start: number; readonly end: number }): string {
    return this.#source.slice(node.start, node.end)
  }

  #unknown(node: { readonly type: string; readonly start: number; readonly end: number }): Error {
    return new Error(`${node.type} is not understood: ${this.#text(node).slice(0, 200)}`)
  }
}
