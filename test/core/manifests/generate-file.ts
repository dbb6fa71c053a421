import * as fc from 'fast-check'
import { map, node } from './generate-nodes.ts'
import { key, rarely } from './generate-scalars.ts'

const { array, constant, constantFrom, oneof, option, tuple } = fc

/** A file as people might write it, or one of these with a fault put in. */
export interface GeneratedFile {
  readonly text: string
  readonly plausible: boolean
}

// Each sets the anchors a and b on text, and m on a map.
const HEADS = [
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: &a web\n  annotations: &m\n    k: &b v\n',
  'x: [&a one, &b "two", &m {k: v}]\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n',
  'kind: "Pod"\napiVersion: v1\nmetadata:\n    name: \'web\'\n    labels: &m {a: &a b, b: &b "c"}\n',
  'm: &m {k: v, a: 1}\n# c\nb: &b\n  text\napiVersion: v1\nkind: Secret\nmetadata:\n  name: &a a\n',
  '# c\nx: &m\n  k: v\nb: &b "text"\n\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: &a one}\n',
  'a: &a k\nb: &b l\nm: &m\n  *a : v\napiVersion: v1\nkind: ConfigMap\n',
  'a: &a k\nb: &b m\nm: &m {c: *b}\nc: &a n\napiVersion: apps/v1\nkind: Deployment\n',
]
const ODD_HEADS = [
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: 5}\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {a: yes}, annotations: {b: ~}}\n',
  'kind: ConfigMap\nmetadata: {name: web}\n',
  'apiVersion: v1\nmetadata: {name: web}\n',
  'kind: pipeline\n',
  '',
]
const SEPARATORS = ['--- # c\n', '---  \n', '---\t\n', '---\n---\n', '\n---\n\n', '---\n# c\n---\n', '--- \n']
const ODD_SEPARATORS = ['---#\n', '--- a\n', '...\n', '----\n', '--- |\n', '--- &x\n', '%YAML 1.1\n---\n']
const NO_OBJECTS = ['', '# c\n', 'null\n', '~\n', '\n', '  \n# c\n']
const ODD_DOCUMENTS = ['{}\n', '- a\n', 'text\n', 'a: 1\n', '"a"\n', '[]\n']
const LISTS = [
  'apiVersion: v1\nkind: List\n',
  'apiVersion: v1\nkind: ConfigMapList\n',
  'kind: List\napiVersion: v1\nmetadata: {}\n',
]

const fields = array(
  tuple(key, rarely(5, map, node)).map(([name, value]) => name + value(0)),
  { maxLength: 3 },
)
const single = tuple(rarely(30, constantFrom(...HEADS), constantFrom(...ODD_HEADS)), fields).map(
  ([head, all]) => head + all.join(''),
)
const list = tuple(
  constantFrom(...LISTS),
  constantFrom('items:\n', 'items: # c\n', 'items: &i\n'),
  constantFrom('', '  '),
  array(single, { minLength: 1, maxLength: 3 }),
).map(([head, name, margin, items]) => head + name + items.map((item) => asItem(item, margin)).join(''))
const document = oneof(
  { weight: 20, arbitrary: single },
  { weight: 2, arbitrary: list },
  { weight: 1, arbitrary: constantFrom(...LISTS.map((head) => `${head}items: []\n`)) },
  { weight: 2, arbitrary: constantFrom(...NO_OBJECTS) },
  { weight: 1, arbitrary: constantFrom(...ODD_DOCUMENTS) },
)
const separator = rarely(
  3,
  constant('---\n'),
  rarely(10, constantFrom(...SEPARATORS), constantFrom(...ODD_SEPARATORS)),
)
const maybeSeparator = rarely(4, constant(''), separator)
const stream = tuple(
  maybeSeparator,
  option(
    tuple(document, separator).map((parts) => parts.join('')),
    { freq: 2, nil: '' },
  ),
  document,
  maybeSeparator,
).map((parts) => parts.join(''))

const json = tuple(
  fc.jsonValue({ maxDepth: 3 }),
  constantFrom(undefined, 1, 2, '\t'),
  constantFrom('', '\n', '\n\n', ' '),
  constantFrom('', '', '\n', ' '),
).map(([data, space, end, start]) => {
  const value = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data }
  return `${start}${JSON.stringify(value, null, space)}${end}`
})

const whole = tuple(
  rarely(12, constant(''), constant('\uFEFF')),
  rarely(10, stream, json),
  rarely(8, constant(false), constant(true)),
).map(([mark, written, isDos]) => mark + (isDos ? written.replaceAll('\n', '\r\n') : written))

const FAULTS = (
  ' |:|: |,|#| # c|?|? |-|- |"|\'|{|}|[|]|~|yes|0644|1_0|&a |*a|!!str | :|    |*a : |&k |>-\n  |<<: *m\n|\n...\n|' +
  '\n%a\n|--- |\n|\n\n|\n  |\n- |\t|\n\t|\r\n|\r|\n---\n|\u0085|\u2028|\u2029|\uFEFF|\0|\u0007|\u007F|\uFFFE|\u00A0'
).split('|')
const fault = tuple(fc.nat(), fc.nat(4), constantFrom('', '|', '|+\n  ', ...FAULTS))

/** Files of every form that YAML has; one in four has a fault. */
export const generatedFile: fc.Arbitrary<GeneratedFile> = rarely<GeneratedFile>(
  4,
  whole.map((text) => ({ text, plausible: true })),
  tuple(whole, fault).map(([text, [at, cut, fragment]]) => {
    const from = at % (text.length + 1)
    return { text: text.slice(0, from) + fragment + text.slice(from + cut), plausible: false }
  }),
)

function asItem(object: string, margin: string): string {
  return `${margin}- ${object.trimEnd().replaceAll('\n', `\n${margin}  `)}\n`
}
