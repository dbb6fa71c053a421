import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const MIRRORED = ['core', 'gate', 'adapters', 'action', 'cli'] as const

it('tests mirror sources: every test stands where its source stands', () => {
  const orphans = MIRRORED.flatMap((room) => testsIn(join('test', room))).filter((test) => {
    const source = test.replace(/^test/, 'src').replace(/\.test\.ts$/, '')
    return !existsSync(`${source}.ts`) && !existsSync(source)
  })
  expect(orphans).toEqual([])
})

function testsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}
