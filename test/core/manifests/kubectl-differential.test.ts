import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readManifestFile } from '../../../src/core/manifests/read-manifest-file.ts'
import { textAt, type JsonObject } from '../../../src/core/model/json.ts'
import { askKubectl, hasKubectl } from './ask-kubectl.ts'
import { generatedFile } from './generate-file.ts'
import { comparable, type KubectlAnswer } from './kubectl-answer.ts'

const BATCH = 200
const GENERATED = 1200
const MUTATED = 600
const isThere = hasKubectl()
if (!isThere) {
  console.warn(`kubectl is not on the PATH: ${String(GENERATED + MUTATED)} comparisons with it are left out`)
}

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

describe.skipIf(!isThere)('kubectl on this machine', () => {
  it('never reads a generated file otherwise than we do', () => {
    let plausible = 0
    let alike = 0
    const ofFiles = fc.array(generatedFile, { minLength: BATCH, maxLength: BATCH })
    fc.assert(
      fc.property(ofFiles, (files) => {
        const compared = compareAll(files.map(({ text }) => text))
        plausible += files.filter((file) => file.plausible).length
        alike += files.filter((file, index) => file.plausible && compared[index] === 'same').length
        expect(
          differing(
            files.map(({ text }) => text),
            compared,
          ),
        ).toEqual([])
      }),
      { numRuns: GENERATED / BATCH, endOnFailure: true },
    )
    // A reader that refuses everything is never wrong.
    expect(alike / plausible).toBeGreaterThan(0.4)
  }, 60_000)

  it('never reads a changed file otherwise than we do', () => {
    fc.assert(
      fc.property(fc.array(mutated, { minLength: BATCH, maxLength: BATCH }), (texts) => {
        expect(differing(texts, compareAll(texts))).toEqual([])
      }),
      { numRuns: MUTATED / BATCH, endOnFailure: true },
    )
  }, 60_000)
})

type Comparison = 'same' | 'refused' | 'no objects' | { readonly ours: string; readonly kubectl: string }

function compareAll(texts: readonly string[]): readonly Comparison[] {
  const answers = askKubectl(texts)
  return texts.map((text, index) => compare(text, answers[index] ?? { accept: false, value: [] }))
}

function differing(texts: readonly string[], compared: readonly Comparison[]): readonly unknown[] {
  return compared.flatMap((found, index) =>
    typeof found === 'string' ? [] : [{ text: texts[index], ...found }],
  )
}

function compare(text: string, answer: KubectlAnswer): Comparison {
  const file = readManifestFile('objects.yaml', new TextEncoder().encode(text))
  // A refusal is always right.
  if (file.kind === 'unreadable') return 'refused'
  if (!answer.accept && file.kind === 'not-manifests') return 'no objects'
  const ours = comparable(file.manifests.map((manifest) => manifest.value))
  const kubectl = answer.accept ? comparable(answer.value.filter(mayBeMeant)) : 'refused'
  return ours === kubectl ? 'same' : { ours, kubectl }
}

// kubectl prints what has no apiVersion and a kind that is none of Kubernetes; no cluster takes it.
function mayBeMeant(object: JsonObject): boolean {
  return 'apiVersion' in object || !/^[a-z]|[^A-Za-z0-9]/.test(textAt(object, 'kind') ?? '')
}
