import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

/** The known ways past a gate, by number. */
const PITFALLS = 94

/** What waits for its own piece of work, and which one. A number that has its test is taken off. */
const LATER: Readonly<Record<string, string>> = {
  P91: 'the audit after the merge',
  P92: 'the audit after the merge',
}

it('every pitfall is a test by its number, or waits with a reason', () => {
  const tested = new Set(testsIn('test').flatMap(numbersIn))
  const wanted = Array.from({ length: PITFALLS }, (_, index) => `P${String(index + 1)}`)
  expect(wanted.filter((number) => !tested.has(number) && !(number in LATER))).toEqual([])
  expect(Object.keys(LATER).filter((number) => tested.has(number))).toEqual([])
})

it('what is said to be protected though it cannot be tested has a test of what protects it', () => {
  const rows = [...readFileSync('SECURITY.md', 'utf8').matchAll(/^\| (P\d+) \|/gm)].map(
    ([, number = '']) => number,
  )
  const tested = new Set(testsIn('test').flatMap(numbersIn))
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter((number) => !tested.has(number))).toEqual([])
})

/** Titles begin with their numbers: `P40, P63 a fork`. */
function numbersIn(path: string): readonly string[] {
  const titles = readFileSync(path, 'utf8').matchAll(/['`](P\d+(?:, P\d+)*)[ :]/g)
  return [...titles].flatMap(([, numbers = '']) => numbers.split(', '))
}

/** Files of tests, and the tables of rows that stand beside them. */
function testsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.test\.ts$|\/pitfalls\/.*\.ts$/.test(join(entry.parentPath, entry.name)),
    )
    .map((entry) => join(entry.parentPath, entry.name))
}
