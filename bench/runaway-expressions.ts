// How long expressions run that only the steps they may take stop, worst last: node bench/runaway-expressions.ts
import { createExpression } from '../src/core/policy/expressions/expression.ts'
import { bind } from '../test/support/expressions.ts'
import { RUNAWAYS, runawayVariables } from '../test/support/runaway-expressions.ts'

const variables = bind(runawayVariables())
const figures = RUNAWAYS.map(({ name, text }) => {
  const expression = createExpression(text)
  const decision = { left: Number.MAX_SAFE_INTEGER }
  const before = decision.left
  const start = performance.now()
  const answer = expression.ask(variables, decision)
  const milliseconds = performance.now() - start
  return {
    name,
    milliseconds,
    steps: before - decision.left,
    answer: answer.ok ? String(answer.value) : answer.error,
  }
})

for (const { name, milliseconds, steps, answer } of figures.toSorted(
  (a, b) => a.milliseconds - b.milliseconds,
)) {
  console.log(
    `${milliseconds.toFixed(0).padStart(6)} ms ${String(Math.round(steps)).padStart(9)} steps  ${name}: ${answer}`,
  )
}
