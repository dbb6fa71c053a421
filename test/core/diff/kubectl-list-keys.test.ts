import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import { pathSteps } from '../../../src/core/diff/field-path.ts'
import { memberShape, type Shape } from '../../../src/core/diff/meaning/shape.ts'
import { shapeOf } from '../../../src/core/diff/meaning/shape-of.ts'
import { placed } from '../../support/manifest.ts'
import { KIND_ROWS, type KindRow, type ListRow } from './list-rows.ts'

type Answer = 'merged' | 'replaced'
type Node = Record<string, unknown>

const hasKubectl = spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).status === 0
const lists = KIND_ROWS.reduce((sum, { lists: rows }) => sum + rows.length, 0)
if (!hasKubectl)
  console.warn(`kubectl is not on the PATH: its merging of ${String(lists)} lists is read from a fixture`)

const fixture = new URL('fixtures/kubectl-list-keys.json', import.meta.url)
const RECORDED = JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, Record<string, Answer>>

/** Keys that are longer than those of a strategic merge patch: where the two differ, that of server-side apply counts. */
const LONGER: Readonly<Record<string, readonly string[]>> = {
  containerPort: ['containerPort', 'protocol'],
  port: ['port', 'protocol'],
  topologyKey: ['topologyKey', 'whenUnsatisfiable'],
}

describe('the keys of lists', () => {
  it.each(KIND_ROWS)('of $kind are those by which kubectl merges', ({ kind, lists: rows }) => {
    for (const { at, key } of rows) {
      const answer = RECORDED[kind]?.[at]
      expect(answer, at).toBeDefined()
      // Of claims server-side apply has a key that a strategic merge patch has not.
      expect(answer === 'replaced', at).toBe(at.endsWith('.resources.claims'))
      expect(ruleAt(kind, at), at).toEqual(key === null ? 'set' : (LONGER[key] ?? [key]))
    }
  })
})

describe.skipIf(!hasKubectl)('kubectl on this machine', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubectl-'))
  })
  const answers: Record<string, Record<string, Answer>> = {}
  afterAll(() => {
    rmSync(folder, { recursive: true })
    if (process.env['UPDATE_GOLDEN']) writeFileSync(fixture, `${JSON.stringify(answers, null, 2)}\n`)
  })

  it.each(KIND_ROWS)('merges lists of $kind as recorded', (row) => {
    const patched = askKubectl(join(folder, 'object.json'), row)
    answers[row.kind] = answersOf(patched, row)
    expect(answers[row.kind]).toEqual(RECORDED[row.kind])
  })

  it.each(KIND_ROWS)('changes in $kind what we say has changed', (row) => {
    const merged = { ...row, lists: row.lists.filter(({ at }) => RECORDED[row.kind]?.[at] === 'merged') }
    const patched = askKubectl(join(folder, 'object.json'), merged)
    const { changes } = diffManifests([placed(withLists(merged))], [placed(patched)])
    const found = changes.flatMap(({ fields }) => fields.map(({ op, path }) => `${op} ${path}`))
    expect(found.toSorted()).toEqual(merged.lists.flatMap(marksOf).toSorted())
  })
})

/** The keys of our rule for a list, or that it is a set. */
function ruleAt(kind: string, at: string): readonly string[] | string | undefined {
  const [name = '', version = '', group = ''] = kind.split('/').toReversed()
  let shape: Shape | undefined = shapeOf(
    { group, version, kind: name, namespace: null, name: 'a' },
    'manifest',
  ).root
  for (const step of pathSteps(at)) shape = step === '[]' ? shape?.items : memberShape(shape, step)
  const rule = shape?.fact.list
  return rule?.kind === 'keyed' ? rule.keys.map(([member]) => member) : rule?.kind
}

function withLists({ kind, lists: rows }: KindRow): Node {
  return build(kind, rows, ({ entries }) => entries)
}

/** The patch names the first entry too where lists stand in it. */
function patchOf({ kind, lists: rows }: KindRow): Node {
  return build(kind, rows, ({ at, key, entries, patch }) => {
    const isOuter = rows.some((other) => other.at.startsWith(`${at}[]`))
    const first = (entries[0] ?? {}) as Node
    return isOuter && key !== null ? [{ [key]: first[key] }, patch] : [patch]
  })
}

function build(
  kind: string,
  rows: readonly ListRow[],
  entriesOf: (row: ListRow) => readonly unknown[],
): Node {
  const at = kind.lastIndexOf('/')
  const object: Node = { apiVersion: kind.slice(0, at), kind: kind.slice(at + 1), metadata: { name: 'web' } }
  for (const row of rows) {
    const steps = stepsOf(row)
    const last = steps.pop() ?? ''
    let holder = object
    for (const step of steps) holder = (holder[step] ??= {}) as Node
    holder[last] = structuredClone(entriesOf(row))
  }
  return object
}

function stepsOf({ at }: ListRow): string[] {
  return pathSteps(at).map((step) => (step === '[]' ? '0' : step))
}

function askKubectl(path: string, row: KindRow): Node {
  writeFileSync(path, JSON.stringify(withLists(row)))
  const patch = JSON.stringify(patchOf(row))
  const run = spawnSync(
    'kubectl',
    ['patch', '--local', '--type=strategic', '-o', 'json', '-f', path, '-p', patch],
    {
      encoding: 'utf8',
    },
  )
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as Node
}

/** Whether each list still has both entries, the second one as the patch has it. */
function answersOf(object: Node, { lists: rows }: KindRow): Record<string, Answer> {
  return Object.fromEntries(
    rows.map((row) => {
      let value: unknown = object
      for (const step of stepsOf(row)) value = (value as Node | undefined)?.[step]
      const [, second, ...others] = Array.isArray(value) ? value : []
      const isMerged = others.length === 0 && holds(second, row.patch)
      return [row.at, isMerged ? 'merged' : 'replaced']
    }),
  )
}

/** Whether an entry is the text that a patch has, or an object with all that it has. */
function holds(entry: unknown, patch: unknown): boolean {
  if (typeof patch !== 'object' || patch === null || typeof entry !== 'object' || entry === null)
    return entry === patch
  return Object.entries(patch).every(([key, value]) => isDeepStrictEqual((entry as Node)[key], value))
}

/** What the patch of a list changes: a member of the second entry, if it has any but its key. */
function marksOf(row: ListRow): readonly string[] {
  if (row.key === null) return []
  const member = Object.entries(row.patch as Node).find(([key]) => key !== row.key)
  if (!member) return []
  const [name, value] = member
  const inside =
    typeof value === 'object' ? `/${Array.isArray(value) ? '0' : (Object.keys(value as Node)[0] ?? '')}` : ''
  return [`replace /${stepsOf(row).join('/')}/1/${name}${inside}`]
}
