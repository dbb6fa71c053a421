import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes everything generated anew, in place, and compares it with what was there: `dist/`, `schemas/` and
 * pages of `docs/` must be what their sources make. What differs is named, and left in its new form to be committed.
 */
const FOLDERS = ['dist', 'schemas', 'docs'] as const
const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['rolldown', '-c', 'rolldown.config.ts'],
  ['node', 'scripts/write-packs.ts'],
  ['node', 'scripts/write-kinds.ts'],
  ['node', 'scripts/write-schemas.ts'],
  ['node', 'scripts/write-docs.ts'],
]

const before = snapshot()
for (const [command, ...args] of COMMANDS) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`)
}
const after = snapshot()
const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
  (path) => before.get(path) !== after.get(path),
)
for (const path of differing.toSorted()) {
  process.stdout.write(`${path} is not what its sources make; it is rebuilt now: commit it with them.\n`)
}
process.exitCode = differing.length > 0 ? 1 : 0

function snapshot(): ReadonlyMap<string, string> {
  return new Map(FOLDERS.flatMap(filesIn).map((path) => [path, readFileSync(path, 'latin1')]))
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
