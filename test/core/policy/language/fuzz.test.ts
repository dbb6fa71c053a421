import { readFileSync } from 'node:fs'

import { Ajv } from 'ajv'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalJson, isJsonObject, type Json, stringifyJson } from '../../../../src/core/model/json.ts'
import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import type { BuiltinPolicies } from '../../../../src/core/policy/language/find-pack.ts'
import { readYaml } from '../../../../src/core/yaml/read-yaml.ts'
import { at } from '../../../support/decision.ts'
import { policyText } from '../../../support/policy.ts'
import { anyPolicy } from './any-policy.ts'
import { goodPolicy, memberOf, type Plain, put } from './good-policy.ts'

const PACK = {
  path: 'builtin:ingress',
  text: policyText(
    'rules: [{ id: ingress.host.added, severity: high, message: m }, { id: ingress.tls.missing, severity: high, message: m }]',
    'ingress',
  ),
  builtin: true,
}
const builtin: BuiltinPolicies = Object.assign((name: string) => (name === 'ingress' ? [PACK] : undefined), {
  names: () => ['ingress'],
})

type Loaded = ReturnType<typeof loadPolicy>

function load(text: string): Loaded {
  return loadPolicy([{ path: 'p.yaml', text, builtin: false }], builtin, { now: at('2026-11-22T10:00:00Z') })
}

/** Every issue has a place inside the file, a sentence and a code; a policy that did not load says why. */
function expectSound(loaded: Loaded, text: string): void {
  const issues = loaded.ok ? loaded.value.warnings : loaded.error
  if (!loaded.ok) expect(issues.some(({ severity }) => severity !== 'low')).toBe(true)
  const lines = text.split('\n')
  for (const { path, line, column, text: sentence, code } of issues) {
    expect(path).toBe('p.yaml')
    expect(line).toBeGreaterThanOrEqual(1)
    // What is not closed is missed where the file has ended.
    expect(line).toBeLessThanOrEqual(lines.length + 1)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
    expect(sentence).toMatch(/^["A-Z].*[.?]$/s)
    expect(code).toMatch(/^(?:policy|yaml|manifest)\.[a-z0-9-]+$/)
  }
}

/** What loads says the same again in its canonical form. */
function expectWhole(loaded: Loaded, text: string): void {
  if (!loaded.ok) return
  const documents = readYaml(text, 'p.yaml')
  if (!documents.ok) throw new Error('it was read before')
  const canonical = documents.value.map(({ value }) => canonicalJson(value)).join('\n---\n')
  const again = load(canonical)
  expect(again.ok && again.value.digest).toBe(loaded.value.digest)
}

const SCHEMA: object = JSON.parse(readFileSync('schemas/policy.schema.json', 'utf8'))
const fitsSchema = new Ajv({ strict: true, allowUnionTypes: true }).compile(SCHEMA)

describe('policies from the grammar', () => {
  it('load, and say the same in their canonical form', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const text = JSON.stringify(policy, null, 1)
        const loaded = load(text)
        expect(loaded.ok ? [] : loaded.error.map(({ text: said }) => said)).toEqual([])
        expectSound(loaded, text)
        expectWhole(loaded, text)
        expect(fitsSchema(policy)).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  it('with something else anywhere never load in part', () => {
    fc.assert(
      fc.property(anyPolicy, fc.array(mutation, { minLength: 1, maxLength: 4 }), (policy, mutations) => {
        const changed: Plain = structuredClone(policy)
        for (const one of mutations) mutate(changed, one)
        const text = JSON.stringify(changed, null, 1)
        const loaded = load(text)
        expectSound(loaded, text)
        expectWhole(loaded, text)
        if (!fitsSchema(withoutNull(changed))) expect(loaded.ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })
})

interface Mutation {
  /** Picks a place: at each step the key of this number. */
  readonly steps: readonly number[]
  readonly how: 'replace' | 'remove' | 'add' | 'repeat'
  readonly key: string
  readonly value: Plain
}

const scalar = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(
    '',
    ' ',
    '*',
    '@a/b',
    '30m',
    '2026-12-31',
    'low',
    'deny',
    '0 0 * * *',
    'UTC',
    '\u0000',
    '\u{1f600}',
  ),
)
const anyValue: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('name', 'rule', 'from', '__proto__', 'constructor')),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
})).value
const mutation: fc.Arbitrary<Mutation> = fc.record({
  steps: fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  key: fc.oneof(
    fc.string(),
    fc.constantFrom('spec', 'rules', 'id', 'windows', 'match', 'toString', '__proto__'),
  ),
  value: anyValue,
})

function mutate(root: Plain, { steps, how, key, value }: Mutation): void {
  const path: (string | number)[] = []
  let target: Plain | undefined = root
  for (const step of steps) {
    const keys = keysOf(target)
    const next = keys[step % Math.max(1, keys.length)]
    if (next === undefined) break
    path.push(next)
    target = memberOf(target, next)
  }
  if (path.length === 0) return
  if (how === 'add') put(root, [...path, Array.isArray(target) ? target.length : key], value)
  else if (how === 'repeat') put(root, path, [target ?? null, target ?? null])
  else put(root, path, how === 'remove' ? undefined : value)
}

function keysOf(value: Plain | undefined): readonly (string | number)[] {
  if (Array.isArray(value)) return value.map((_, index) => index)
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

/** A key without a value is no key, as in Kubernetes. Entries of lists stay. */
function withoutNull(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(withoutNull)
  if (typeof value !== 'object' || value === null) return value
  const kept: { [key: string]: Plain } = Object.create(null)
  for (const [key, member] of Object.entries(value)) if (member !== null) kept[key] = withoutNull(member)
  return kept
}

describe('texts', () => {
  const good = JSON.stringify(goodPolicy(), null, 2)
  const yaml = `# A policy.\n${toYaml(good)}`

  it('with something put in, taken out or moved never throw and never load in part', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom(
        ': ',
        '- ',
        '\n',
        '\n---\n',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        '&a ',
        '*a ',
        '!!str ',
        '\t',
        '#',
        '|',
        '? ',
        '%YAML',
        '<<: ',
      ),
    )
    const edit = fc.record({ from: fc.nat(yaml.length), length: fc.nat(20), piece })
    fc.assert(
      fc.property(
        fc.constantFrom(good, yaml),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (text, edits) => {
          const changed = edits.reduce(
            (before, { from, length, piece: put_ }) =>
              before.slice(0, from) + put_ + before.slice(from + length),
            text,
          )
          const loaded = load(changed)
          expectSound(loaded, changed)
          expectWhole(loaded, changed)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('cut off anywhere never load as a whole', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 2), (end) => {
        expect(load(good.slice(0, end)).ok).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('of anything at all never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        expectSound(load(text), text)
      }),
      { numRuns: 500 },
    )
  })
})

describe('sizes', () => {
  const spec = (text: string): string => policyText(text)
  it.each([
    { name: 'deep lists', text: spec(`rules: ${'['.repeat(500)}${']'.repeat(500)}`) },
    { name: 'deep mappings', text: spec(`rules: ${'{ a: '.repeat(500)}1${' }'.repeat(500)}`) },
    { name: 'a long list of nothing', text: spec(`rules: [${'{},'.repeat(2000)}]`) },
    { name: 'a long list of numbers', text: spec(`extends: [${'1,'.repeat(5000)}]`) },
    {
      name: 'many unknown keys',
      text: spec(Array.from({ length: 2000 }, (_, index) => `k${String(index)}: 1`).join('\n')),
    },
    {
      name: 'many environments',
      text: spec(
        `environments: [${Array.from({ length: 2000 }, (_, index) => `{ name: e${String(index)}, paths: ["e${String(index)}/**"] }`).join(', ')}]`,
      ),
    },
    {
      name: 'many rules',
      text: spec(
        `rules: [${Array.from({ length: 2000 }, (_, index) => `{ id: r${String(index)}, severity: low, message: m }`).join(', ')}]`,
      ),
    },
    {
      name: 'many windows',
      text: spec(
        `windows: [${Array.from({ length: 300 }, (_, index) => `{ name: w${String(index)}, kind: deny, schedule: "* * * * *", duration: 1m, reason: r }`).join(', ')}]`,
      ),
    },
    {
      name: 'a long glob',
      text: spec(
        `environments: [{ name: a, paths: ["${'*a'.repeat(490)}/**"] }, { name: b, paths: ["${'*a'.repeat(490)}"] }]`,
      ),
    },
    { name: 'a long text', text: spec(`rules: [{ id: ${'x'.repeat(200_000)}, severity: low, message: m }]`) },
    {
      name: 'a long schedule',
      text: spec(
        `windows: [{ name: a, kind: deny, schedule: "${'1,'.repeat(50_000)}1 * * * *", duration: 1h, reason: r }]`,
      ),
    },
  ])(
    '$name: in seconds, and soundly',
    ({ text }) => {
      const begin = performance.now()
      const loaded = load(text)
      expect(performance.now() - begin).toBeLessThan(8000)
      expectSound(loaded, text)
    },
    20_000,
  )
})

/** JSON in the block style of YAML. */
function toYaml(json: string): string {
  const documents = readYaml(json, 'p.yaml')
  const value = documents.ok ? documents.value[0]?.value : undefined
  if (value === undefined) throw new Error('no policy')
  return block(value, '')
}

function block(value: Json, margin: string): string {
  if (Array.isArray(value) && value.length > 0)
    return value.map((item: Json) => `${margin}-\n${block(item, `${margin}  `)}`).join('')
  if (isJsonObject(value) && Object.keys(value).length > 0)
    return Object.entries(value)
      .map(([key, member]) => `${margin}${key}:\n${block(member, `${margin}  `)}`)
      .join('')
  return `${margin}${stringifyJson(value)}\n`
}
