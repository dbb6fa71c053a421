import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

const MIRRORED = ['core', 'gate', 'adapters', 'action', 'cli'] as const

it('tests mirror sources: every test stands in the folder of what it tests', () => {
  const orphans = MIRRORED.flatMap((room) => testsIn(join('test', room))).filter(
    (test) => !existsSync(dirname(test).replace(/^test/, 'src')),
  )
  expect(orphans).toEqual([])
})

function testsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}
