import { main } from './main.ts'
import { actionsRunner } from './runner.ts'

const runner = await actionsRunner()
try {
  await main(process.env, runner)
} catch (error) {
  runner.fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
// Throttling keeps timers that would hold the process for minutes.
process.exit()
