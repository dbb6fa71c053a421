import { readFileSync } from 'node:fs'

import { load } from 'js-yaml'
import * as v from 'valibot'
import { expect, it } from 'vitest'

const PAGE = readFileSync('docs/on-github.md', 'utf8')
const INSTALL = readFileSync('docs/install.md', 'utf8')

const TYPES = v.object({ types: v.optional(v.array(v.string())) })
const STEP = v.object({ with: v.optional(v.record(v.string(), v.string())) })
const JOB = v.object({
  permissions: v.optional(v.record(v.string(), v.string())),
  steps: v.array(STEP),
})
const WORKFLOW = v.object({
  on: v.record(v.string(), v.nullable(v.union([TYPES, v.array(v.unknown())]))),
  jobs: v.record(v.string(), JOB),
})

it.each(['drawbridge.yml', 'drawbridge-zero-setup.yml'])('names every trigger of %s', (name) => {
  const { on } = read(name)
  const named = new Set(wordsOf(firstCells(sectionOf(PAGE, 'Triggers'))))
  const types = Object.values(on).flatMap((about) => (about && 'types' in about ? (about.types ?? []) : []))
  const relayed = new Set(['completed'])
  const triggers = [...Object.keys(on), ...types.filter((type) => !relayed.has(type))]
  expect(triggers.length).toBeGreaterThan(5)
  expect(triggers.filter((trigger) => !named.has(trigger))).toEqual([])
})

it.each(['drawbridge.yml', 'drawbridge-zero-setup.yml'])(
  'tells what each permission of %s is for',
  (name) => {
    const asked = permissionsOf(read(name))
    const told = wordsOf(firstCells(sectionOf(PAGE, 'Permissions')))
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((permission) => !told.includes(permission))).toEqual([])
  },
)

it('asks of the App what its workflow asks of its token', () => {
  const rows = new Map(
    [...INSTALL.matchAll(/^\| (?:Repository|Organisation): (.+?) \| (read|write)/gm)].map(
      ([, name = '', level = '']) => [NAMES[name] ?? name, level],
    ),
  )
  const asked = permissionsOf(read('drawbridge.yml')).map((permission) => permission.split(': '))
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter(([name = '', level]) => rows.get(name) !== level)).toEqual([])
})

/** As the settings of an app call them. */
const NAMES: Readonly<Record<string, string>> = {
  Actions: 'actions',
  Contents: 'contents',
  Issues: 'issues',
  Members: 'members',
  'Commit statuses': 'statuses',
  'Pull requests': 'pull-requests',
}

function read(name: string): v.InferOutput<typeof WORKFLOW> {
  return v.parse(WORKFLOW, load(readFileSync(`examples/workflows/${name}`, 'utf8')))
}

/** `statuses: write`, of the job's own token or of the one that a step makes. */
function permissionsOf({ jobs }: v.InferOutput<typeof WORKFLOW>): readonly string[] {
  return Object.values(jobs).flatMap(({ permissions = {}, steps }) => [
    ...Object.entries(permissions).map(([name, level]) => `${name}: ${level}`),
    ...steps
      .flatMap((step) => Object.entries(step.with ?? {}))
      .filter(([key]) => key.startsWith('permission-'))
      .map(([key, level]) => `${key.slice('permission-'.length)}: ${level}`),
  ])
}

function sectionOf(page: string, title: string): string {
  const [, section = ''] = page.split(`\n## ${title}\n`)
  return section.split('\n## ')[0] ?? ''
}

function firstCells(section: string): readonly string[] {
  return [...section.matchAll(/^\| (.*?) \|/gm)].map(([, cell = '']) => cell)
}

function wordsOf(cells: readonly string[]): readonly string[] {
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))
}
