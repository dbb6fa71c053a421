import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { builtinPolicy } from '../src/adapters/files/builtin-policies.ts'
import { loadPolicy } from '../src/core/policy/load-policy.ts'

const PAGES = ['.', 'docs', 'examples/shop', 'examples/workflows']
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((page) => page.endsWith('.md'))

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  it('links to pages and sections that are there', () => {
    const broken = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].filter(
      ([, path = '', section]) => !isThere(path === '' ? page : join(dirname(page), path), section),
    )
    expect(broken.map(([link]) => link)).toEqual([])
  })

  it('shows JSON that can be read', () => {
    const blocks = [...text.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, block = '']) => block)
    expect(() => blocks.map((block): unknown => JSON.parse(block))).not.toThrow()
  })

  it('shows policies that load', () => {
    const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
      .map(([, block = '']) => block)
      .filter((block) => block.includes('kind: Policy\n') && !block.includes('{ ... }'))
    const sources = blocks.map((block, at) => ({
      path: `${page} ${String(at)}`,
      text: block,
      builtin: false,
    }))
    const mistakes = (
      page === 'docs/first-policy.md' ? [sources] : sources.map((source) => [source])
    ).flatMap((together) => {
      const loaded = loadPolicy(together, builtinPolicy)
      return loaded.ok
        ? []
        : loaded.error.map(({ path, line, text: said }) => `${path}:${String(line)}: ${said}`)
    })
    expect(mistakes).toEqual([])
  })
})

it('names under other risks what is no rule, and rules that are there', () => {
  const all = loadPolicy(builtinPolicy('all') ?? [], builtinPolicy)
  const rules = new Set(all.ok ? all.value.rules.map(({ id }) => id) : [])
  const rows = readFileSync('docs/other-risks.md', 'utf8').matchAll(/^\| `([^`]+)` \| (.*?) \| .+ \|$/gm)
  const named = [...rows].map(([, risk = '', by = '']) => ({
    risk,
    by: [...by.matchAll(/`([^`]+)`/g)].map(([, rule = '']) => rule),
  }))
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(({ risk }) => rules.has(risk))).toEqual([])
  expect(named.flatMap(({ by }) => by).filter((rule) => !rules.has(rule))).toEqual([])
})

it('says of every check of the doctor when it is to fix', () => {
  const sources = readdirSync('src/core/doctor').map((name) =>
    readFileSync(join('src/core/doctor', name), 'utf8'),
  )
  const checks = new Set(
    sources.flatMap((text) => [...text.matchAll(/const id = '([^']+)'/g)].map(([, id = '']) => id)),
  )
  const rows = readFileSync('docs/doctor.md', 'utf8').matchAll(/^\| `([a-z-]+)` \|.*\|.*\|$/gm)
  const told = [...rows]
    .map(([, id = '']) => id)
    .filter((id) => !['ok', 'fix', 'note', 'unknown'].includes(id))
  expect(checks.size).toBeGreaterThan(20)
  expect(told.toSorted()).toEqual([...checks].toSorted())
})

function isThere(path: string, section: string | undefined): boolean {
  if (!existsSync(path)) return false
  if (section === undefined || section === '') return true
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].some(
    ([, title = '']) => anchorOf(title) === section,
  )
}

/** As GitHub makes it. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}
