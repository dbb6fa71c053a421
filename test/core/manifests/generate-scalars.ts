import * as fc from 'fast-check'

const { array, constant, constantFrom, oneof, option, tuple } = fc

/** Nearly always one thing, once in `share` another. */
export function rarely<T>(share: number, usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return oneof({ weight: share - 1, arbitrary: usual }, { weight: 1, arbitrary: odd })
}

/** Plain words, as most keys and values are. */
export const word: fc.Arbitrary<string> = fromList('a b web x-y a.b/c k_1 é A name items __proto__ 1a')

const numeral = fromList(
  '0 1 -1 +1 007 0644 089 0x1F 0o17 0b101 -0 1.0 1.5 .5 1. 1e3 1E-2 -.5e+1 9007199254740993 9223372036854775807 1e19 ' +
    '1e21 -9223372036854775808 08 -0x1f 0777777777777777777777 123e +.5 1.2.3 1:30 190:20:30 1.0e10 0.1 100m 1Gi - + ' +
    '0o8 0b2 0x 1_000 1__0 1e400 9223372036854775808 18446744073709551616 .inf -.Inf .nan .NaN 12_3.4 0_7 0x_f',
)
const resolved = fromList(
  '~ null Null nULL true True tRue yes Yes yEs no on Off y N NaN Infinity none 2001-01-01 2001-01-01T00:00:00Z = <<',
)
const harmless = constantFrom(
  ...'http://a/?b=c#d a:b a#b -a --a $(A) ${A:-b} \\n \\ .a ..a a..'.split(' '),
  "it's",
  'say "x"',
  'a b',
  'a  b',
  '\u{1F600}',
  'a\u00A0b',
)
const signs = constantFrom(
  ..."[x x] {x} a{b ?a a? :a a: @a `a %a !a &a *a | > ... --- # , ' {{x}} 1,000".split(' '),
  '"',
  'a: b',
  'a #b',
  'a, b',
  '- a',
  'a\tb',
  ' ',
  '',
)

/** Any text of one line. */
export const text: fc.Arbitrary<string> = oneof(
  { weight: 4, arbitrary: word },
  numeral,
  resolved,
  harmless,
  signs,
)

const plain = rarely(
  60,
  oneof(
    { weight: 6, arbitrary: word },
    { weight: 2, arbitrary: numeral },
    { weight: 2, arbitrary: resolved },
    harmless,
  ),
  signs,
)
const single = text.map((content) => `'${content.replaceAll("'", "''")}'`)
const escape = rarely(
  40,
  fromList('\\n \\t \\" \\\\ \\x41 \\u00e9 \\U0001F600 \\0 \\a \\e \\N \\L \\_ \\x00 \\u2028 \\uFEFF'),
  fromList('\\/ \\ud83d \\ud83d\\ude00 \\q \\x4 \\U00110000'),
)
const double = tuple(text, option(escape, { freq: 2, nil: '' }), text).map(
  ([before, middle, after]) => `"${escaped(before)}${middle}${escaped(after)}"`,
)

/** A scalar of one line, quoted or not. */
export const scalar: fc.Arbitrary<string> = oneof(
  { weight: 5, arbitrary: plain },
  { weight: 2, arbitrary: single },
  { weight: 3, arbitrary: double },
)

/** Names that every generated document gives to something: `a` and `b` to text, `m` to a map. */
export const anchor: fc.Arbitrary<string> = fromList('a b m')
const tag = rarely(
  3,
  constant('!!str '),
  constantFrom('!!int ', '!!bool ', '! ', '!x ', '!!null ', '!!float ', '!<y> ', '!!map '),
)

/** What may stand before a value: mostly nothing. */
export const property: fc.Arbitrary<string> = rarely(
  20,
  constant(''),
  oneof(
    { weight: 8, arbitrary: anchor.map((name) => `&${name} `) },
    tag,
    tuple(anchor, tag).map(([name, kind]) => `&${name} ${kind}`),
    tuple(tag, anchor).map(([kind, name]) => `${kind}&${name} `),
  ),
)

/** A key of any kind, with a colon behind it. */
export const key: fc.Arbitrary<string> = tuple(
  rarely(
    9,
    tuple(word, fc.nat(999)).map(([name, number]) => `${name}${String(number)}`),
    oneof(
      { weight: 6, arbitrary: word },
      { weight: 2, arbitrary: single },
      { weight: 2, arbitrary: double },
      resolved,
      numeral,
      signs,
      { weight: 2, arbitrary: fromList('*a *b').map((alias) => `${alias} `) },
      tuple(property, word).map((parts) => parts.join('')),
    ),
  ),
  rarely(20, constant(':'), constantFrom(' :', '  :', '\t:', ':  ')),
).map((parts) => parts.join(''))

/** Words on several lines, quoted or not; `margin` stands before each further line. */
export function severalLines(margin: string): fc.Arbitrary<string> {
  return tuple(
    constantFrom('', "'", '"'),
    array(word, { minLength: 2, maxLength: 3 }),
    rarely(
      8,
      constantFrom('\n', '\n', '\n\n', ' \n'),
      constantFrom('\n \n', ' # c\n', '\\\n', '\t\n', '\n\t'),
    ),
  ).map(([quote, words, gap]) => quote + words.join(gap + margin) + quote)
}

function fromList(list: string): fc.Arbitrary<string> {
  return constantFrom(...list.split(' '))
}

function escaped(content: string): string {
  return content.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}
