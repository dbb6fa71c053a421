import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { celFunctions } from '../../../../src/core/policy/expressions/cel.ts'
import { variableTypes } from '../../../../src/core/policy/expressions/check/variable-types.ts'
import { checkExpression } from '../../../../src/core/policy/expressions/expression.ts'
import { CHANGE_VARIABLES, VARIABLES } from '../../../../src/core/policy/compile/compile-expression.ts'

const page = readFileSync(new URL('../../../../docs/expressions.md', import.meta.url), 'utf8')
const functions = page.slice(page.indexOf('## Functions'), page.indexOf('## What is checked'))
const names = [...new Set([...Object.values(VARIABLES).flat(), ...CHANGE_VARIABLES])]

describe('the page about expressions', () => {
  const examples = functions
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .flatMap((line) =>
      [...(line.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
    )

  it.each(examples)('shows what can be written: %s', (text) => {
    const types = variableTypes(names, undefined)
    const [condition, message] = (['bool', 'string'] as const).map(
      (wanted) => checkExpression(text, types, wanted).problems,
    )
    expect(condition?.length === 0 ? condition : message).toEqual([])
  })

  it('has an example of each kind', () => {
    expect(examples.length).toBeGreaterThan(15)
  })

  it.each([...celFunctions()].filter((name) => /^[a-z]/i.test(name) && !/^get[A-Z]/.test(name)))(
    'names the function %s',
    (name) => {
      expect(functions).toMatch(new RegExp(`\\b${name.replace('.', '\\.')}\\b`))
    },
  )

  it.each(names)('names the variable %s', (name) => {
    expect(page).toContain(`\`${name}\``)
  })
})
