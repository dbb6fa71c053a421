import { spawnSync } from 'node:child_process'

/** Everything that CI runs, in order; all of it is run and what failed is named at the end. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format', 'oxfmt', '--check'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['types', 'tsc'],
  ['unused code', 'knip'],
  ['generated files', 'node', 'scripts/check-generated.ts'],
  ['conditions of the rules that ship', 'node', 'scripts/weaken-rules.ts', '--quiet'],
  ['mistakes that tests have to see', 'node', 'scripts/seed-faults.ts'],
  ['tests', 'vitest', 'run'],
]

const failed: string[] = []
for (const [name, command, ...args] of steps) {
  process.stdout.write(`\n--- ${name}: ${[command, ...args].join(' ')}\n`)
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) process.stdout.write(`${error.message}\n`)
  if (status !== 0) failed.push(name)
}
process.stdout.write(failed.length > 0 ? `\nFailed: ${failed.join(', ')}\n` : '\nAll checks passed.\n')
process.exitCode = failed.length > 0 ? 1 : 0
