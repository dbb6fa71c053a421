import * as fc from 'fast-check'
import { anchor, key, property, rarely, scalar, severalLines, text, word } from './generate-scalars.ts'

const { array, constant, constantFrom, oneof, tuple } = fc

/** Writes a value at an indentation: what follows a `:` or `-`, to the end of its last line. */
export type Writer = (indent: number) => string

const lineEnd = rarely(
  4,
  constant('\n'),
  rarely(
    30,
    constantFrom(' \n', '  # c\n', '\n\n', '\n# c\n', ' # a: b\n', '\n  \n', '\n      # c\n', ' #\n'),
    constantFrom('\t\n', '\t# c\n', '\n\t\n', '#\n'),
  ),
)
const flowGap = rarely(
  6,
  constantFrom('', ' '),
  rarely(
    8,
    constantFrom('  ', '\n  ', '\n      ', ' # c\n    ', '\n\n   '),
    constantFrom('\n', '\t', '\n\t', '# c\n  '),
  ),
)
const merge = rarely(
  10,
  constantFrom('*m', '[*m]', '[*m, {k: w}]', '{k: w, z: 1}'),
  oneof(
    anchor.map((name) => `*${name}`),
    scalar,
    constantFrom('[*a]', '[[*m]]', '[]', ''),
  ),
)

const { flow } = fc.letrec<{ flow: string; entry: string; pair: string }>((tie) => ({
  entry: oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 5, arbitrary: tuple(property, scalar).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: anchor.map((name) => `*${name}`) },
    { weight: 2, arbitrary: tie('flow') },
  ),
  pair: oneof(
    {
      weight: 10,
      arbitrary: tuple(key, rarely(20, constant(' '), constantFrom('', '\n   ', '  ')), tie('entry')),
    },
    { weight: 1, arbitrary: tuple(key, constantFrom('', ' ')) },
    { weight: 1, arbitrary: tuple(constant('<<: '), merge) },
    { weight: 1, arbitrary: word.map((name) => [name]) },
  ).map((parts) => parts.join('')),
  flow: oneof(
    bracketed('[', ']', oneof({ weight: 8, arbitrary: tie('entry') }, tie('pair'))),
    bracketed('{', '}', tie('pair')),
  ),
}))

function bracketed(open: string, close: string, entry: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const entries = array(
    tuple(flowGap, entry, flowGap).map((parts) => parts.join('')),
    { maxLength: 3 },
  )
  return tuple(property, entries, rarely(8, constant(''), constant(',')), flowGap).map(
    ([front, all, comma, gap]) =>
      `${front}${open}${all.join(',')}${all.length > 0 ? comma : ''}${gap}${close}`,
  )
}

const blockText: fc.Arbitrary<Writer> = tuple(
  property,
  constantFrom('|', '>'),
  rarely(30, constantFrom('', '', '', '-', '+', '2', '-2', '2+'), constantFrom('1', '9', '+-', '0', '22')),
  rarely(30, constantFrom('', '', ' ', ' # c'), constantFrom('#', '\t# c', ' a')),
  array(
    tuple(
      rarely(25, constantFrom('', '', ' ', '  '), constant('\t')),
      rarely(4, text, constantFrom('', '# c', '- a', '---')),
    ),
    { maxLength: 5 },
  ),
  rarely(20, constantFrom(2, 2, 4), constantFrom(0, 1, 3)),
  constantFrom('', '', '', '\n', '\n\n', '  \n'),
).map(([front, sign, marks, end, lines, deeper, rest]) => (indent) => {
  const margin = ' '.repeat(indent + deeper)
  const written = lines.map(([blank, line]) => (line === '' ? blank : `${margin}${blank}${line}`))
  return ` ${front}${sign}${marks}${end}\n${written.join('\n')}\n${rest}`
})

const leaf: fc.Arbitrary<Writer> = oneof(
  {
    weight: 10,
    arbitrary: tuple(rarely(40, constant(' '), constantFrom('  ', '\t')), property, scalar, lineEnd).map(
      (parts) => () => parts.join(''),
    ),
  },
  {
    weight: 2,
    arbitrary: tuple(anchor, lineEnd).map(
      ([name, end]) =>
        () =>
          ` *${name}${end}`,
    ),
  },
  {
    weight: 1,
    arbitrary: tuple(property, lineEnd).map(
      ([front, end]) =>
        () =>
          ` ${front.trimEnd()}${end}`,
    ),
  },
  {
    weight: 4,
    arbitrary: tuple(flow, lineEnd).map(
      ([value, end]) =>
        (indent: number) =>
          ` ${value.replaceAll('\n', `\n${' '.repeat(indent)}`)}${end}`,
    ),
  },
  { weight: 3, arbitrary: blockText },
  {
    weight: 1,
    arbitrary: tuple(severalLines('~'), rarely(8, constantFrom(2, 2, 4), constantFrom(0, 1))).map(
      ([value, deeper]) =>
        (indent: number) =>
          ` ${value.replaceAll('~', ' '.repeat(indent + deeper))}\n`,
    ),
  },
)

const blocks = fc.letrec<{
  node: Writer
  map: Writer
  list: Writer
  entry: Writer
  item: Writer
}>((tie) => ({
  node: oneof(
    { depthSize: 'small', maxDepth: 4 },
    { weight: 5, arbitrary: leaf },
    { weight: 1, arbitrary: tie('map') },
    { weight: 1, arbitrary: tie('list') },
  ),
  entry: oneof(
    {
      weight: 14,
      arbitrary: tuple(key, tie('node')).map(
        ([name, value]) =>
          (at: number) =>
            name + value(at),
      ),
    },
    { weight: 1, arbitrary: merge.map((value) => () => `<<: ${value}\n`) },
    {
      weight: 1,
      arbitrary: tuple(word, tie('node')).map(
        ([name, value]) =>
          (at: number) =>
            `? ${name}\n${' '.repeat(at)}:${value(at)}`,
      ),
    },
  ),
  map: collection(constantFrom(2, 2, 2, 1, 4), tie('entry'), ''),
  item: oneof(
    { weight: 2, arbitrary: tie('node') },
    tie('map').map((write) => (at: number) => compact(write(at))),
  ),
  list: collection(constantFrom(0, 0, 2, 2, 1), tie('item'), '-'),
}))

/** A value of any form. */
export const node: fc.Arbitrary<Writer> = blocks.node

/** A map in block style. */
export const map: fc.Arbitrary<Writer> = blocks.map

function collection(
  deeper: fc.Arbitrary<number>,
  entry: fc.Arbitrary<Writer>,
  sign: string,
): fc.Arbitrary<Writer> {
  const odd = rarely(60, constant(0), constantFrom(1, -1))
  return tuple(property, lineEnd, deeper, array(tuple(entry, odd), { minLength: 1, maxLength: 3 })).map(
    ([front, end, more, entries]) =>
      (indent) => {
        const lines = entries.map(([write, off]) => {
          const at = Math.max(indent + more + off, 0)
          return `${' '.repeat(at)}${sign}${write(at)}`
        })
        return ` ${front.trimEnd()}${end}${lines.join('')}`
      },
  )
}

// A map with its first key on the line of the dash, as far as its indentation allows.
function compact(written: string): string {
  const [first, second, ...rest] = written.split('\n')
  if (first?.trim() !== '' || second === undefined || !second.startsWith('  ')) return written
  return [` ${second.trimStart()}`, ...rest].join('\n')
}
