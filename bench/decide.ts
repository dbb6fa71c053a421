import { parseArgs } from 'node:util'
import { decide } from '../src/core/decision/decide.ts'
import { digestChanges, digestFacts } from '../src/core/decision/digests.ts'
import { largePullRequest } from './large-pull-request.ts'
import { checkBound } from './processes/bounds.ts'
import { median, wholeNumber } from './processes/numbers.ts'

/**
 * How long a decision on a large pull request takes, beside writing down what it stands on (the facts and the changes, as their
 * digests do). Both in this process, warm, turn by turn; the medians count.
 *
 *     node bench/decide.ts [--findings NUMBER] [--reviews NUMBER] [--teams NUMBER] [--rounds NUMBER]
 */
const MOST_TIMES = 10

const { values } = parseArgs({
  options: {
    findings: { type: 'string', default: '5000' },
    reviews: { type: 'string', default: '300' },
    teams: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '15' },
  },
})
const size = {
  findings: wholeNumber('--findings', values.findings),
  reviews: wholeNumber('--reviews', values.reviews),
  teams: wholeNumber('--teams', values.teams),
}
const input = largePullRequest(size)
const found = decide(input)
const [facts, changes, whole]: [number[], number[], number[]] = [[], [], []]
for (let round = 0; round < wholeNumber('--rounds', values.rounds); round += 1) {
  facts.push(time(() => digestFacts(input.facts)))
  changes.push(time(() => digestChanges(input.changes)))
  whole.push(time(() => decide(input)))
}
process.stdout.write(
  `${String(found.findings.length)} findings, ${String(found.verdicts.length)} requirements, ${found.outcome}\n` +
    `writing down the facts: ${median(facts).toFixed(1)} ms, the changes: ${median(changes).toFixed(1)} ms; deciding: ${median(whole).toFixed(1)} ms\n`,
)
checkBound(
  'deciding beside writing down what it stands on',
  median(whole) / (median(facts) + median(changes)),
  MOST_TIMES,
  ' times',
)

function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
