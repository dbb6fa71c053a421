#!/usr/bin/env node
import { processIo } from './cli-io.ts'
import { main } from './main.ts'
import { tellFailure } from './tell-failure.ts'

const io = processIo()

// A reader such as `head` may go away; the exit status still says what was decided.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(tellFailure(error, io))
})
// Nobody is left to be told.
process.stderr.on('error', () => {})
process.on('uncaughtException', (error) => {
  process.exit(tellFailure(error, io))
})
// Leaving by `exit` removes temporary directories.
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

process.exitCode = await main(process.argv.slice(2), io)
