import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readManifestFile } from '../../../src/core/manifests/read-manifest-file.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../src/core/model/json.ts'
import { comparable, parseExactJson, type KubectlAnswer } from './kubectl-answer.ts'

const RUNS = 600
const hasKubectl = spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' }).status === 0
if (!hasKubectl) console.warn(`kubectl is not on the PATH: ${String(RUNS)} comparisons with it are left out`)

const fixture = fileURLToPath(new URL('../yaml/fixtures/yaml-cases.json', import.meta.url))
const inputs = (JSON.parse(readFileSync(fixture, 'utf8')) as { cases: { input?: string }[] }).cases
  .map(({ input }) => input ?? '')
  .filter((input) => input.length > 0 && input.length < 600)

const SIGNS = [
  ' ',
  ':',
  ': ',
  ',',
  '#',
  ' # c',
  '?',
  '? ',
  '-',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '~',
  'yes',
]
const LINES = ['\n', '\n  ', '\n- ', '\t', '\r\n', '\n---\n', '|', '|+\n  ', '>-\n  ', '\u0085']
const NODES = ['&a ', '*a', '<<: *a', '!!str ', '0644', '1_0']
const FRAGMENTS = SIGNS.concat(LINES, NODES)

const mutated = fc
  .tuple(
    fc.constantFrom(...inputs),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', ...FRAGMENTS)), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.option(fc.constantFrom(...inputs), { nil: undefined, freq: 4 }),
  )
  .map(([input, edits, second]) => {
    const edited = edits.reduce((text, [at, cut, fragment]) => {
      const from = at % (text.length + 1)
      return text.slice(0, from) + fragment + text.slice(from + cut)
    }, input)
    return second === undefined ? edited : `${edited}\n---\n${second}`
  })

describe.skipIf(!hasKubectl)('kubectl on this machine', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubectl-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('never reads a changed file otherwise than we do', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const ours = readManifestFile('objects.yaml', new TextEncoder().encode(text))
        // A refusal is always right, so kubectl is asked only when there is none.
        if (ours.kind === 'unreadable') return
        const answer = askKubectl(join(folder, 'objects.yaml'), text)
        if (ours.kind === 'not-manifests' && !answer.accept) return
        expect(answer.accept).toBe(true)
        expect(comparable(ours.manifests.map((manifest) => manifest.value))).toBe(comparable(answer.value))
      }),
      { numRuns: RUNS },
    )
  })
})

function askKubectl(path: string, text: string): KubectlAnswer {
  writeFileSync(path, text)
  const asked = spawnSync(
    'kubectl',
    ['label', '--local', '--overwrite', '-f', path, '-o', 'json', 'drawbridge-probe=1'],
    { encoding: 'utf8', timeout: 10_000 },
  )
  return { accept: asked.status === 0, value: asked.status === 0 ? printedObjects(asked.stdout) : [] }
}

// kubectl prints one object after the other, each ending with a brace in the first column.
function printedObjects(printed: string): readonly JsonObject[] {
  const texts = printed.split(/(?<=^\})\n/m).filter((text) => text.trim() !== '')
  return texts.map((text) => withoutProbe(parseExactJson(text)))
}

function withoutProbe(value: Json): JsonObject {
  if (!isJsonObject(value)) throw new Error('kubectl printed something else than an object')
  const metadata = isJsonObject(value['metadata']) ? value['metadata'] : {}
  const labels = isJsonObject(metadata['labels']) ? { ...metadata['labels'] } : {}
  delete labels['drawbridge-probe']
  return { ...value, metadata: { ...metadata, labels } }
}
