import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

/** The acceptance cases of approvals, windows and their like, by number. */
const CASES = 67

it('every acceptance case is a test by its number', () => {
  const titles = testsIn('test').flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/'(A\d+(?:, A\d+)*)[ :(]/g),
  ])
  const found = new Set(titles.flatMap(([, numbers = '']) => numbers.split(', ')))
  const wanted = Array.from({ length: CASES }, (_, index) => `A${String(index + 1)}`)
  expect(wanted.filter((number) => !found.has(number))).toEqual([])
})

function testsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}
