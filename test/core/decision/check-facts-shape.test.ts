import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { checkFactsShape, type ShapeMistake } from '../../../src/core/decision/check-facts-shape.ts'
import { valueAt } from '../../../src/core/model/json-pointer.ts'
import { readYaml } from '../../../src/core/yaml/read-yaml.ts'

const pet = v.strictObject(
  {
    name: v.pipe(v.string('a text'), v.regex(/^[^@]/, 'a name without @')),
    sort: v.optional(v.picklist(['cat', 'dog', 'horse'], 'one of cat, dog, horse')),
    age: v.optional(
      v.pipe(v.number('a whole number'), v.safeInteger('a whole number'), v.minValue(1, 'at least 1')),
    ),
  },
  'a mapping',
)
const Farm = v.strictObject(
  {
    kind: v.optional(v.literal('Farm', 'Farm')),
    owner: v.optional(v.nullable(pet)),
    pets: v.optional(v.array(pet, 'a list')),
    places: v.optional(
      v.record(
        v.pipe(v.string(), v.regex(/^[a-z/]+$/, 'a place in small letters')),
        v.string('a text'),
        'a mapping from places to texts',
      ),
    ),
    either: v.optional(
      v.union(
        [v.strictObject({ a: v.number() }), v.strictObject({ b: v.number() })],
        'either { a } or { b }',
      ),
    ),
  },
  'a mapping',
)

function check(text: string): ReturnType<typeof checkFactsShape> {
  const parsed = readYaml(`farm: ${text}`, 'farm.yaml')
  const farm = parsed.ok ? valueAt(parsed.value[0]?.value ?? null, '/farm') : undefined
  if (farm === undefined) throw new Error('it cannot be read')
  return checkFactsShape(Farm, farm)
}

function mistakes(text: string): readonly ShapeMistake[] {
  const checked = check(text)
  return checked.ok ? [] : checked.mistakes
}

const texts = (text: string): string[] => mistakes(text).map((mistake) => mistake.text)

describe('a value in its shape', () => {
  it('is given back, its whole numbers as numbers', () => {
    expect(
      check('{ kind: Farm, owner: { name: Ann, age: 40 }, pets: [ { name: Rex, sort: dog } ] }'),
    ).toEqual({
      ok: true,
      value: { kind: 'Farm', owner: { name: 'Ann', age: 40 }, pets: [{ name: 'Rex', sort: 'dog' }] },
    })
  })

  it('may have null where the shape says so', () => {
    expect(check('{ owner: null, pets: [] }')).toEqual({ ok: true, value: { owner: null, pets: [] } })
  })

  it('has no key of what every object has', () => {
    expect(texts('{ constructor: 1 }')).toEqual([
      'Unknown key "constructor"; known here: kind, owner, pets, places, either.',
    ])
    expect(texts('{ pets: [ { toString: Rex } ] }')).toEqual([
      'Unknown key "toString"; known here: name, sort, age.',
      'The key "name" is missing in pets[0].',
    ])
  })
})

describe('a wrong value', () => {
  it.each<readonly [string, string, string]>([
    ['1', '', 'the document must be a mapping, not 1.'],
    ['[]', '', 'the document must be a mapping, not a list.'],
    ['null', '', 'the document must be a mapping, not null.'],
    ['{ kind: Barn }', '/kind', 'kind must be Farm, not "Barn".'],
    ['{ pets: { name: Rex } }', '/pets', 'pets must be a list, not a mapping.'],
    ['{ pets: [ Rex ] }', '/pets/0', 'pets[0] must be a mapping, not "Rex".'],
    ['{ pets: [ { name: a }, { name: [] } ] }', '/pets/1/name', 'pets[1].name must be a text, not a list.'],
    ['{ owner: { name: {} } }', '/owner/name', 'owner.name must be a text, not a mapping.'],
    ['{ owner: { name: true } }', '/owner/name', 'owner.name must be a text, not true.'],
    ['{ owner: { name: 1.5 } }', '/owner/name', 'owner.name must be a text, not 1.5.'],
    ['{ owner: { name: Ann, age: 0 } }', '/owner/age', 'owner.age must be at least 1, not 0.'],
    [
      '{ owner: { name: Ann, age: 9007199254740993 } }',
      '/owner/age',
      'owner.age must be a whole number, not 9007199254740992.',
    ],
    ['{ owner: [ name ] }', '/owner', 'owner must be a mapping, not a list.'],
    ['{ owner: [] }', '/owner', 'owner must be a mapping, not a list.'],
    ['{ pets: [ { name: Rex }, [] ] }', '/pets/1', 'pets[1] must be a mapping, not a list.'],
    ['{ pets: [ [ { name: Rex } ] ] }', '/pets/0', 'pets[0] must be a mapping, not a list.'],
    ['{ places: [] }', '/places', 'places must be a mapping from places to texts, not a list.'],
    ['{ places: [ a ] }', '/places', 'places must be a mapping from places to texts, not a list.'],
    ['{ places: { a/b: 1 } }', '/places/a~1b', 'places.a/b must be a text, not 1.'],
    ['{ either: { c: 1 } }', '/either', 'either must be either { a } or { b }, not a mapping.'],
  ])('%s', (text, pointer, want) => {
    expect(mistakes(text)).toEqual([{ code: 'facts.wrong-value', pointer, onKey: false, text: want }])
  })

  it('beside a list that stands for a mapping is told too', () => {
    expect(texts('{ owner: [ 1 ], kind: Barn, pets: [ { naem: Rex } ] }')).toEqual([
      'owner must be a mapping, not a list.',
      'Unknown key "naem"; did you mean "name"?',
      'kind must be Farm, not "Barn".',
      'The key "name" is missing in pets[0].',
    ])
  })

  it('is told in sixty signs at most', () => {
    expect(texts(`{ kind: ${'x'.repeat(61)} }`)).toEqual([`kind must be Farm, not "${'x'.repeat(60)}".`])
  })

  it('that two checks refuse in the same words is told once', () => {
    const twice = v.pipe(v.string('small'), v.regex(/^[a-z]+$/, 'small'), v.maxLength(2, 'small'))
    const checked = checkFactsShape(v.array(twice), ['ABC', 'ABC'])
    expect(checked.ok ? [] : checked.mistakes.map(({ text }) => text)).toEqual([
      '[0] must be small, not "ABC".',
      '[1] must be small, not "ABC".',
    ])
  })

  it.each([
    ['{ pets: [ { name: Rex, sort: hosre } ] }', 'horse'],
    ['{ kind: farm }', 'Farm'],
    ['{ owner: { name: "@Ann" } }', 'Ann'],
  ])('near to a right one is told with it: %s', (text, suggestion) => {
    expect(mistakes(text)).toMatchObject([{ code: 'facts.wrong-value', suggestion }])
  })

  it.each([
    '{ pets: [ { name: Rex, sort: elephant } ] }',
    '{ kind: Warehouse }',
    '{ owner: { name: 1 } }',
    '{ kind: 1 }',
    '{ kind: [ Farm ] }',
    '{ places: { A: x } }',
  ])('far from every right one is told alone: %s', (text) => {
    expect(mistakes(text)).toHaveLength(1)
    expect(mistakes(text)[0]).not.toHaveProperty('suggestion')
  })

  it('that begins with @ is no name without it when @ is not what is wrong', () => {
    const short = v.pipe(v.string(), v.maxLength(3, 'at most 3 signs'))
    const checked = checkFactsShape(short, '@Ann')
    expect(checked).toEqual({
      ok: false,
      mistakes: [
        {
          code: 'facts.wrong-value',
          pointer: '',
          onKey: false,
          text: 'the document must be at most 3 signs, not "@Ann".',
        },
      ],
    })
  })

  it('without @ in it gets no suggestion, though its message speaks of @', () => {
    const handle = v.pipe(v.string(), v.maxLength(3, 'a name without @'))
    const checked = checkFactsShape(handle, 'Anna')
    expect(checked.ok ? [] : checked.mistakes[0]).not.toHaveProperty('suggestion')
  })
})

describe('a key', () => {
  it('that is missing is told with what misses it', () => {
    expect(mistakes('{ owner: { age: 3 } }')).toEqual([
      {
        code: 'facts.missing-key',
        pointer: '/owner/name',
        onKey: false,
        text: 'The key "name" is missing in owner.',
      },
    ])
  })

  it('that is missing at the top is missing in the document', () => {
    const checked = checkFactsShape(v.strictObject({ name: v.string() }), {})
    expect(checked.ok ? [] : checked.mistakes.map(({ text }) => text)).toEqual([
      'The key "name" is missing in the document.',
    ])
  })

  it('of a map that is wrong is told as a key', () => {
    expect(mistakes('{ places: { UP: x } }')).toEqual([
      {
        code: 'facts.wrong-value',
        pointer: '/places/UP',
        onKey: true,
        text: 'The key places.UP must be a place in small letters, not "UP".',
      },
    ])
  })

  it('that nobody knows is told with the one that is near', () => {
    expect(mistakes('{ owner: { name: Ann, sotr: cat } }')).toEqual([
      {
        code: 'facts.unknown-key',
        pointer: '/owner/sotr',
        onKey: true,
        text: 'Unknown key "sotr"; did you mean "sort"?',
        suggestion: 'sort',
      },
    ])
  })

  it('that is near to none is told with those that are known', () => {
    expect(mistakes('{ owner: { name: Ann, colour: red } }')).toEqual([
      {
        code: 'facts.unknown-key',
        pointer: '/owner/colour',
        onKey: true,
        text: 'Unknown key "colour"; known here: name, sort, age.',
      },
    ])
  })

  it('that nobody knows is found wherever it stands, before what else is wrong', () => {
    expect(
      mistakes('{ one: 1, pets: [ { name: a }, { name: 1, two: 2, three: 3 } ] }').map(
        ({ pointer }) => pointer,
      ),
    ).toEqual(['/one', '/pets/1/two', '/pets/1/three', '/pets/1/name'])
  })
})
