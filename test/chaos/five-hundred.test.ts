import { expect, it } from 'vitest'
import { runSweep } from '../../src/gate/run-sweep.ts'
import { byOne, satisfy } from './life.ts'
import { chaosWorld, contentOf, CONTEXT, REPO } from './world.ts'

const OPEN = 500
/** Of them so many wait, and so many are green in a window. */
const WAITING = 20
const WINDOWS = 20
/** What the workflow's own token may ask in an hour, with a sweep every ten minutes. */
const EACH_SWEEP = 1000 / 6

it("a sweep of five hundred pull requests keeps to the rate limit of the workflow's own token", async () => {
  const world = await chaosWorld()
  const { github } = world
  for (let at = 1; at <= OPEN; at += 1) {
    const branch = `work-${String(at)}`
    const risky = at <= WAITING + WINDOWS
    const files = { [`clusters/prod/app-${String(at)}.yaml`]: contentOf(at, risky ? 1 : 0) }
    const { sha } = github.push({ repo: REPO, branch, ...byOne('amy'), files })
    github.openPullRequest({ repo: REPO, by: 'amy', head: branch })
    if (!risky)
      github.postStatus({
        repo: REPO,
        sha,
        context: CONTEXT,
        state: 'success',
        description: 'Fine',
        by: 'drawbridge-gate[bot]',
      })
  }
  github.advanceClock('2h')
  for (let number = WAITING + 1; number <= WAITING + WINDOWS; number += 1) satisfy(world, number)
  await runSweep(world.tools(), 'time')
  const before = github.requests.length
  const { open, gates } = await runSweep(world.tools(), 'time')
  const used = github.requests.length - before
  process.stdout.write(
    `a sweep of ${String(open)} decided on ${String(gates.length)} with ${String(used)} requests\n`,
  )
  expect([open, gates.length]).toEqual([OPEN, WAITING + WINDOWS])
  expect(used).toBeLessThan(EACH_SWEEP)
  github.advanceClock('2h')
  const { gates: closed } = await runSweep(world.tools(), 'time')
  expect(closed.map(({ status }) => status?.state)).toEqual(closed.map(() => 'pending'))
  expect(closed.length).toBeGreaterThanOrEqual(WINDOWS)
  await github.close()
}, 120_000)
