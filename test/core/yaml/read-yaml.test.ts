import { describe, expect, it } from 'vitest'
import { canonicalJson, stringifyJson } from '../../../src/core/model/json.ts'
import { readYaml } from '../../../src/core/yaml/read-yaml.ts'

function values(text: string): readonly string[] {
  const read = readYaml(text, 'a.yaml')
  if (!read.ok) throw new Error(read.error.map(({ text: sentence }) => sentence).join('\n'))
  return read.value.map(({ value }) => stringifyJson(value))
}

function issues(text: string): readonly string[] {
  const read = readYaml(text, 'a.yaml')
  return read.ok ? ['accepted'] : read.error.map(({ code, line, column }) => `${code} ${line}:${column}`)
}

describe('readYaml reads', () => {
  it.each([
    ['nothing', '', []],
    ['comments only', '# a\n---\n# b\n', []],
    ['null documents', '---\nnull\n---\n~\n---\n', []],
    ['a map', 'a: b\n', ['{"a":"b"}']],
    [
      'several documents',
      'a: 1\n---\nb: 2\n--- # c\nc: 3\n---   \nd: 4\n',
      ['{"a":1}', '{"b":2}', '{"c":3}', '{"d":4}'],
    ],
    ['CRLF', 'a: |\r\n  x\r\n  y\r\n---\r\nb: "x\r\n  y"\r\n', ['{"a":"x\\ny\\n"}', '{"b":"x y"}']],
    ['a separator that ends a block text', 'a: |\n  x\n---\nb: 1\n', ['{"a":"x\\n"}', '{"b":1}']],
    ['a block text at the very end', 'a: |+\n  x\n  \n  ', ['{"a":"x\\n\\n\\n"}']],
    ['quoted scalars as text', 'a: "1"\nb: \'yes\'\nc: |\n  true\n', ['{"a":"1","b":"yes","c":"true\\n"}']],
    ['!!str before text', 'a: !!str 1\nb: !!str yes\n', ['{"a":"1","b":"yes"}']],
    [
      'keys of objects in programs',
      '__proto__: 1\nconstructor: 2\ntoString: 3\n',
      ['{"__proto__":1,"constructor":2,"toString":3}'],
    ],
    ['keys that differ in case', 'a: 1\nA: 2\n', ['{"a":1,"A":2}']],
    [
      'a merge before keys',
      'x: &x {p: 1, q: 2}\nz:\n  <<: *x\n  q: 3\n',
      ['{"x":{"p":1,"q":2},"z":{"p":1,"q":3}}'],
    ],
    [
      'a merge that meets no key',
      'x: &x {p: 1}\nz:\n  q: 3\n  <<: *x\n',
      ['{"x":{"p":1},"z":{"q":3,"p":1}}'],
    ],
    ['a merge of a list, the first wins', 'z:\n  <<: [{p: 1}, {p: 2, q: 3}]\n', ['{"z":{"p":1,"q":3}}']],
    [
      'a merge that is not deep',
      'x: &x {m: {p: 1}}\nz: {<<: *x, m: {q: 2}}\n',
      ['{"x":{"m":{"p":1}},"z":{"m":{"q":2}}}'],
    ],
    [
      'an alias as key',
      'a: &a b\nc:\n  *a : 1\n  d: {*a : {*a : 2}}\n',
      ['{"a":"b","c":{"b":1,"d":{"b":{"b":2}}}}'],
    ],
    [
      'an alias as key of a list entry',
      'a: &a "1"\nc:\n- *a : 1\n  d: 2\n',
      ['{"a":"1","c":[{"1":1,"d":2}]}'],
    ],
    ['an alias as explicit key', 'a: &a b\n? *a\n: c\n', ['{"a":"b","b":"c"}']],
    [
      'an alias for the last anchor before it',
      'a: &a 1\nb: *a\nc: &a 2\nd: *a\n',
      ['{"a":1,"b":1,"c":2,"d":2}'],
    ],
    [
      'an alias in an anchored value as where it is written',
      'a: &a 1\nb: &b [*a]\nc: &a 2\nd: *b\n',
      ['{"a":1,"b":[1],"c":2,"d":[1]}'],
    ],
    ['an anchor inside one of its name', 'a: &a [&a 1, *a]\nb: *a\n', ['{"a":[1,1],"b":1}']],
    ['whole numbers as keys', 'a: {0: b, 9000: c, -1: d}\n', ['{"a":{"0":"b","9000":"c","-1":"d"}}']],
    ['an explicit key', '? a\n: b\n', ['{"a":"b"}']],
    [
      'question marks outside of brackets',
      'a: what?\nb: http://a/?x=y\n',
      ['{"a":"what?","b":"http://a/?x=y"}'],
    ],
    [
      'a bracket that closes under its key',
      'a:\n  b: [\n    c,\n    d\n  ]\n  e: {\n\n    f: [{g: h\n}\n]}\n',
      ['{"a":{"b":["c","d"],"e":{"f":[{"g":"h"}]}}}'],
    ],
    [
      'a bracket under its key behind lines of comments',
      'a:\n  b: [\n    c\n    # d\n # ]\n\n  ]\n',
      ['{"a":{"b":["c"]}}'],
    ],
    ['JSON', ' \n{"a": [1, 2.0, "\\/\\ud83d\\ude00"], "b": null}\n', ['{"a":[1,2,"/\u{1F600}"],"b":null}']],
    ['JSON indented by tabs', '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n', ['{"a":{"b":1}}']],
    ['JSON with lines anywhere', '{\n"a"\n:\n{\n"b"\n:\n1\n}\n}\n', ['{"a":{"b":1}}']],
    ['JSON as a later document', 'a: 1\n---\n{"b": 2}\n', ['{"a":1}', '{"b":2}']],
    ['integers beyond 2^53', 'a: 9007199254740993\n', ['{"a":9007199254740993}']],
    [
      'tabs inside texts',
      'a: "x\n \ty"\nb: |\n  c\n  \td\ne: f\tg\n',
      ['{"a":"x y","b":"c\\n\\td\\n","e":"f\\tg"}'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it('pollutes nothing', () => {
    values('__proto__: {polluted: 1}\na: {<<: {__proto__: {polluted: 1}}}\n')
    expect('polluted' in {}).toBe(false)
  })

  it('gives each use of an anchor its own value', () => {
    const read = readYaml('a: &a {b: [1]}\nc: *a\nd: {<<: *a}\n', 'a.yaml')
    if (!read.ok) throw new Error('refused')
    const { a, c, d } = (read.value[0]?.value ?? {}) as Record<string, { b: unknown }>
    expect(c).toEqual(a)
    expect(c).not.toBe(a)
    expect(c?.b).not.toBe(a?.b)
    expect(d?.b).not.toBe(a?.b)
  })
})

describe('readYaml refuses', () => {
  it.each([
    ['text after a separator', 'a: 1\n--- {b: 2}\n', ['yaml.separator 2:1']],
    ['text glued to a separator', 'a: 1\n---foo: 1\n', ['yaml.separator 2:1']],
    ['four dashes', 'a: 1\n----\nb: 1\n', ['yaml.separator 2:1']],
    ['a comment glued to a separator', 'a: 1\n---#\nb: 1\n', ['yaml.separator 2:1']],
    ['a block text on the separator', '--- |\n a\n', ['yaml.separator 1:1']],
    ['an indented separator', ' ---\na: 1\n', ['yaml.separator 1:2']],
    ['a document end', 'a: 1\n...\nb: 2\n', ['yaml.document-end 2:1']],
    ['directives', '%YAML 1.1\n%TAG ! x\n---\na: 1\n', ['yaml.directive 1:1', 'yaml.directive 2:1']],
    ['a list as root', '- a\n', ['yaml.root 1:1']],
    ['a scalar as root', '# c\n---\ntext\n', ['yaml.root 3:1']],
    ['a separator in quotes', 'a: "b\n---\n c"\n', ['yaml.syntax 2:1', 'yaml.root 3:2']],
    ['braces that are no JSON', '{a: b}\n', ['yaml.json 1:2']],
    ['text after JSON', '{"a": 1}\n{"b": 2}\n', ['yaml.json 2:1']],
    ['a separator after JSON', '{"a": 1}\n---\n{"b": 2}\n', ['yaml.json 2:1']],
    ['a comment after JSON', '{"a": 1} # c\n', ['yaml.json 1:10']],
    ['a comma at the end of JSON', '{"a": 1,}\n', ['yaml.json 1:9']],
    ['an unfinished JSON', '{"a": 1\n', ['yaml.json 1:8']],
    ['half a character in JSON', '{"a": "\\ud83d"}', ['yaml.surrogate 1:8']],
    ['a key twice', 'a: 1\n"a": 2\n', ['yaml.duplicate-key 2:1']],
    ['a key twice in JSON', '{"a": 1, "a": 2}', ['yaml.duplicate-key 1:10']],
    ['__proto__ twice', 'a: {__proto__: 1, __proto__: 2}\n', ['yaml.duplicate-key 1:19']],
    [
      'keys that are no text',
      'a: {1.0: 1, yes: 2, ~: 3, 010: 4, 9223372036854775808: 5}\n',
      [
        'yaml.key-not-string 1:5',
        'yaml.key-not-string 1:13',
        'yaml.key-not-string 1:21',
        'yaml.key-not-string 1:27',
        'yaml.key-not-string 1:35',
      ],
    ],
    ['a number as key twice', 'a: {1: b, "1": c}\n', ['yaml.duplicate-key 1:11']],
    [
      'a number as key in a document that merges',
      'a: {1: b}\nc: {<<: {d: e}}\n',
      ['yaml.key-not-string 1:5'],
    ],
    ['an alias of a number as key', 'a: &a 1\nc: {*a : 1}\n', ['yaml.alias-key 2:5']],
    ['an alias of two lines as key', 'a: &a "b\\nc"\nd: {*a : 1}\n', ['yaml.alias-key 2:5']],
    ['an alias of a map as key', 'a: &a {}\nc: {*a : 1}\n', ['yaml.alias-key 2:5']],
    ['an alias of a merge sign as key', 'a: &a "<<"\nc: {*a : 1}\n', ['yaml.alias-key 2:5']],
    ['an alias as key twice', 'a: &a b\nc:\n  *a : 1\n  b: 2\n', ['yaml.duplicate-key 4:3']],
    [
      'an alias as key on another line than its colon',
      'a: &a b\nc: {*a\n : 1}\n',
      ['yaml.multiline-key 2:5'],
    ],
    ['an alias as key behind other text', 'a: &a b\nc: d\n *a : 1\n', ['yaml.syntax 3:5']],
    [
      'an alias as key in a document that merges',
      'a: &a b\nc: {*a : 1}\nd: {<<: {e: f}}\n',
      ['yaml.alias-key 2:5'],
    ],
    ['an unknown alias as key', 'c: {*a : 1}\n', ['yaml.unknown-anchor 1:5']],
    ['an alias inside the last anchor of its name', 'a: &a 1\nb: &a [*a]\n', ['yaml.alias-cycle 2:8']],
    ['a missing key', ': a\n', ['yaml.empty-key 1:1']],
    ['a map as key', '? {a: 1}\n: b\n', ['yaml.complex-key 1:3']],
    ['a key over two lines', 'a: {"b\n  c": 1}\n', ['yaml.multiline-key 1:5']],
    ['a key on another line than its colon', 'a: {b\n  : 1}\n', ['yaml.multiline-key 1:5']],
    ['a long key', `${'k'.repeat(1001)}: 1\n`, ['yaml.long-key 1:1']],
    ['an anchor on a key', 'a: {&a b: 1}\n', ['yaml.anchored-key 1:8']],
    ['an unknown alias', 'a: *b\n', ['yaml.unknown-anchor 1:4']],
    ['an alias of another document', 'a: &b 1\n---\nc: *b\n', ['yaml.unknown-anchor 3:4']],
    ['an alias inside its anchor', 'a: &a [*a]\n', ['yaml.alias-cycle 1:8']],
    ['a merge with itself', 'a: &a\n  <<: *a\n', ['yaml.alias-cycle 2:7']],
    ['a merge after a key it brings', 'x: &x {r: 0}\nz:\n  r: 5\n  <<: *x\n', ['yaml.merge-after-key 4:3']],
    ['a second merge', 'z:\n  <<: {a: 1}\n  <<: {b: 1}\n', ['yaml.merge-twice 3:3']],
    ['a merge of text', 'a:\n  <<: b\n', ['yaml.merge-value 2:3']],
    ['a merge of an aliased list', 'x: &x [{a: 1}]\nz: {<<: *x}\n', ['yaml.merge-value 2:5']],
    ['a quoted merge key', 'a: {"<<": {b: 1}}\n', ['yaml.quoted-merge 1:5']],
    ['a tagged merge key', 'a: {!!str <<: {b: 1}}\n', ['yaml.quoted-merge 1:11']],
    ['a merge sign as value', 'a: <<\n', ['yaml.merge-value 1:4']],
    [
      'tags',
      'a: !!int 1\nb: ! x\nc: !!map {}\nd: !<x> []\ne: !!bool "yes"\n',
      ['yaml.tag 1:4', 'yaml.tag 2:4', 'yaml.tag 3:4', 'yaml.tag 4:4', 'yaml.tag 5:4'],
    ],
    ['!!str before nothing', 'a: !!str\n', ['yaml.tag 1:4']],
    ['a slash escape', 'a: "x\\/y"\n', ['yaml.escape 1:6']],
    ['escaped surrogates', 'a: "\\ud83d\\ude00"\n', ['yaml.escape 1:5']],
    ['an escaped line break before an empty line', 'a: "b\\\n\n  c"\n', ['yaml.escape 1:6']],
    ['an escape beyond Unicode', 'a: "\\U00110000"\n', ['yaml.escape 1:5']],
    ['a question mark in brackets', 'a: [b?c]\n', ['yaml.question-mark 1:5']],
    ['a question mark at the start', 'a: ?b\n', ['yaml.question-mark 1:4']],
    ['a colon glued to a bracket', 'a: {b:[1]}\n', ['yaml.colon 1:5']],
    ['a colon at the start in brackets', 'a: [:b]\n', ['yaml.colon 1:5']],
    ['a key after other text', 'a:\n- "x"b: 1\n', ['yaml.indentation 2:6']],
    [
      'a key after an anchored one on its line',
      'a: &b c: d\n',
      ['yaml.anchored-key 1:7', 'yaml.indentation 1:7'],
    ],
    ['a bracket behind an anchor', 'a: &b{c: 1}\n', ['yaml.anchor-name 1:4']],
    ['an @ that is not quoted', 'a: [@b/c]\n', ['yaml.syntax 1:5']],
    ['a star that is not quoted', 'a:\n  - b: */5 * * * *\n', ['yaml.syntax 2:8']],
    ['a star that is not quoted in a list', 'a:\n  - * b\n', ['yaml.syntax 2:5']],
    ['a second colon in a value', 'a: it costs: much\n', ['yaml.syntax 1:12']],
    ['a bracket under its key in quotes', 'a:\n  b: "c\n  ] d"\n', ['yaml.syntax 3:3']],
    ['a bracket under its key in quotes and one outside', 'a:\n  b: ["c\n\n  ]"\n  ]\n', ['yaml.syntax 4:3']],
    ['a bracket under its key behind a comment', 'a:\n  b: [ # c\n  ]\n', ['yaml.syntax 3:3']],
    ['a bracket under its key behind a tab', 'a:\n  b: [\n  \t]\n', ['yaml.syntax 3:4']],
    ['a list over two lines as key', 'a:\n- [\n]: b\n', ['yaml.complex-key 2:3']],
    ['tabs that indent', 'a:\n\tb: 1\n', ['yaml.syntax 2:1']],
    ['a tab on an empty line', 'a: 1\n \t\nb: 2\n', ['yaml.tab 2:2']],
    ['a tab after a dash', 'a:\n-\tb\n', ['yaml.tab 2:2']],
    ['a tab at the start of a block text', 'a: |\n  \tb\n', ['yaml.tab 2:1']],
    ['what breaks lines only in Go', 'a: b # c\u2028  d: e\n', ['yaml.line-break 1:9']],
    [
      'mistakes of several documents',
      'a: !x 1\n---\na: 1\na: 2\n',
      ['yaml.tag 1:4', 'yaml.duplicate-key 4:1'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(issues(text)).toEqual(expected)
  })

  it('names the key, and never repeats a value', () => {
    const read = readYaml('data:\n  password: 1_2_3_4\n  token: !hunter2 "x\n  hunter2: [', 's.yaml')
    expect(read.ok ? '' : JSON.stringify(read.error)).not.toMatch(/1_2|hunter2/)
    const twice = readYaml('token: hunter2\ntoken: hunter3\n', 's.yaml')
    expect(twice).toMatchObject({
      ok: false,
      error: [
        { text: 'The key "token" stands twice in this map; Kubernetes uses the last one. Remove one.' },
      ],
    })
  })

  it('names at most fifty mistakes', () => {
    const found = issues('a: !x b\n---\n'.repeat(1000))
    expect(found).toHaveLength(51)
    expect(found[50]).toBe('yaml.more-issues 101:4')
    expect(issues('%\n'.repeat(1000))).toHaveLength(51)
  })

  it('reads equal maps to equal canonical text whatever their order', () => {
    const [first, second] = ['b: 1\na: {d: 2, c: 3}\n', '{"a": {"c": 3, "d": 2}, "b": 1.0}'].map((text) => {
      const read = readYaml(text, 'a')
      return read.ok ? canonicalJson(read.value[0]?.value ?? null) : ''
    })
    expect(first).toBe(second)
  })
})
