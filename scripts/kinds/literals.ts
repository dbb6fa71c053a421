import { parseAst } from 'rolldown/parseAst'

/** A constant in code: what it is and how it is written there. */
export interface Literal {
  readonly value: string | number
  readonly text: string
}

/** The texts and numbers of a list in code; throws at anything else. */
export function literalsOf(code: string): readonly Literal[] {
  const expression = expressionOf(code)
  if (expression.type !== 'ArrayExpression') throw new Error(`${code} is no list of constants.`)
  return expression.elements.map((element) => {
    if (!element) throw new Error(`${code} has a hole.`)
    const text = code.slice(element.start - 1, element.end - 1)
    if (
      element.type === 'Literal' &&
      (typeof element.value === 'string' || typeof element.value === 'number')
    )
      return { value: element.value, text }
    throw new Error(`${text} is no constant.`)
  })
}

/** The value of one constant, such as `"a"` or `1e6` or `-1`; undefined when the code is none. */
export function literalOf(code: string): string | number | undefined {
  const negative = code.startsWith('-')
  const expression = expressionOf(negative ? code.slice(1) : code)
  if (expression.type !== 'Literal') return undefined
  if (typeof expression.value === 'number') return negative ? -expression.value : expression.value
  return typeof expression.value === 'string' && !negative ? expression.value : undefined
}

/** The fields of an object in code, each as code. */
export function fieldsOf(code: string): ReadonlyMap<string, string> {
  const expression = expressionOf(code)
  if (expression.type !== 'ObjectExpression') throw new Error(`${code} is no object.`)
  return new Map(
    expression.properties.map((property) => {
      if (property.type !== 'Property' || property.key.type !== 'Identifier')
        throw new Error(`${code} is no plain object.`)
      return [property.key.name, code.slice(property.value.start - 1, property.value.end - 1)]
    }),
  )
}

type Statement = ReturnType<typeof parseAst>['body'][number]
type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression']

/** Parentheses are put around, so that an object is no block; positions are one further. */
function expressionOf(code: string): Expression {
  const [statement] = parseAst(`(${code})`, { preserveParens: false }).body
  if (statement?.type !== 'ExpressionStatement') throw new Error(`${code} is no expression.`)
  return statement.expression
}
