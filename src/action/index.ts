import { main } from './main.ts'
import { actionsRunner } from './runner.ts'

const runner = await actionsRunner()
// A run that is cancelled has posted its verdict or has not: there is nothing in between that would have to be undone.
for (const [signal, code] of [
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)
  process.once(signal, () => {
    runner.fail(
      'Cancelled. What stands on the pull request is of the last decision; the next event or sweep decides again.',
    )
    process.exit(code)
  })
try {
  await main(process.env, runner)
} catch (error) {
  runner.fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
// Throttling keeps timers that would hold the process for minutes.
process.exit()
