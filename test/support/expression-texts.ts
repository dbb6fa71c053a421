import * as fc from 'fast-check'

/** Texts of each type of the language that rules are written in. */
interface Texts {
  readonly bool: string
  readonly int: string
  readonly text: string
  readonly ints: string
  readonly texts: string
}

const one = fc.constantFrom

/** Conditions over {@link expressionVariables}: most of them answer, others read what is not there or fit no operator. */
export const conditions: fc.Arbitrary<string> = fc.letrec<Texts>((tie: fc.LetrecTypedTie<Texts>) => ({
  bool: fc
    .oneof<fc.Arbitrary<string>[]>(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      mostly(
        [
          'true',
          'false',
          'object.yes',
          'object.no',
          'has(object.gone)',
          'has(object.n)',
          '"n" in object',
          'object.none == null',
          'object.map == {"k": "v"}',
        ],
        [
          'has(object.gone.deep)',
          'object.gone == 1',
          'object.none.deep == 1',
          'object.s > 1',
          'object.s && true',
        ],
      ),
      line(tie('bool'), one(' && ', ' || ', ' == ', ' != '), tie('bool')),
      line(one('!'), tie('bool')),
      line(tie('bool'), one(' ? '), tie('bool'), one(' : '), tie('bool')),
      line(tie('int'), one(' < ', ' <= ', ' > ', ' >= ', ' == ', ' != '), tie('int')),
      line(tie('text'), one(' < ', ' == ', ' != ', ' >= '), tie('text')),
      line(tie('text'), one('.contains(', '.startsWith(', '.endsWith('), tie('text'), one(')')),
      line(tie('text'), one('.matches("b+$")', '.matches("^[a-c]*$")', '.matches("(?i)A.C")')),
      line(tie('int'), one(' in '), tie('ints')),
      line(tie('text'), one(' in '), tie('texts')),
      line(tie('ints'), one(' == ', ' != '), tie('ints')),
      line(tie('ints'), one('.exists(', '.all(', '.exists_one('), one('i, i > '), tie('int'), one(')')),
      line(
        tie('texts'),
        one('.exists(', '.all(', '.exists_one('),
        one('t, t.contains('),
        tie('text'),
        one('))'),
      ),
      line(tie('ints'), one('.all(i, '), tie('ints'), one('.exists(j, i + j > '), tie('int'), one('))')),
      line(one('object.map.exists(k, k == '), tie('text'), one(')')),
    )
    .map(inParentheses),
  int: fc
    .oneof<fc.Arbitrary<string>[]>(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      mostly(
        ['0', '1', '2', '7', '-3', 'object.n', 'object.list[0]'],
        ['9223372036854775807', 'object.gone', 'object.list[9]'],
      ),
      line(tie('int'), one(' + ', ' - ', ' * ', ' / ', ' % '), tie('int')),
      line(one('size('), fc.oneof(tie('text'), tie('ints'), tie('texts')), one(')')),
      line(tie('texts'), one('.size()')),
      line(tie('ints'), one('['), one('0', '1', '5'), one(']')),
      line(tie('text'), one('.indexOf('), tie('text'), one(')')),
      line(tie('bool'), one(' ? '), tie('int'), one(' : '), tie('int')),
    )
    .map(inParentheses),
  text: fc
    .oneof<fc.Arbitrary<string>[]>(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      mostly(
        [
          '"a"',
          '"abc"',
          '""',
          "'b c'",
          'r"a\\b"',
          'object.s',
          'object.map.k',
          'object["s"]',
          'object.names[1]',
        ],
        ['object.gone', 'object.map["gone"]'],
      ),
      line(tie('text'), one(' + '), tie('text')),
      line(one('string('), tie('int'), one(')')),
      line(
        tie('text'),
        one(
          '.lowerAscii()',
          '.upperAscii()',
          '.trim()',
          '.replace("a", "bb")',
          '.substring(1)',
          '.substring(0, 2)',
          '.split("b").join("-")',
        ),
      ),
      line(tie('texts'), one('.join(",")', '.join()')),
      line(tie('bool'), one(' ? '), tie('text'), one(' : '), tie('text')),
    )
    .map(inParentheses),
  ints: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    mostly(['object.list', '[1, 2, 3]', '[0]'], ['object.gone']),
    line(one('['), tie('int'), one(', '), tie('int'), one(']')),
    line(tie('ints'), one('.map(i, i * '), tie('int'), one(')')),
    line(tie('ints'), one('.filter(i, i >= '), tie('int'), one(')')),
    line(tie('ints'), one('.map(i, i > 1, i + '), tie('int'), one(')')),
    line(one('('), tie('ints'), one(' + '), tie('ints'), one(')')),
    line(tie('texts'), one('.map(t, size(t))')),
  ),
  texts: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    one('object.names', '["a", "b"]', '["abc"]'),
    line(one('['), tie('text'), one(', '), tie('text'), one(']')),
    line(tie('texts'), one('.map(t, t + '), tie('text'), one(')')),
    line(tie('texts'), one('.filter(t, t != '), tie('text'), one(')')),
    line(tie('ints'), one('.map(i, string(i))')),
    line(tie('text'), one('.split("b")')),
  ),
})).bool

/** What {@link conditions} read. */
export const expressionVariables: Readonly<Record<string, unknown>> = {
  object: {
    yes: true,
    no: false,
    n: 5,
    s: 'Abc b',
    none: null,
    list: [3, 1, 2],
    names: ['abc', 'b'],
    map: { k: 'v' },
  },
}

function mostly(good: readonly string[], bad: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 20, arbitrary: one(...good) }, { weight: 1, arbitrary: one(...bad) })
}

function line(...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((texts) => texts.join(''))
}

function inParentheses(text: string): string {
  return /^[\w.]+$/.test(text) ? text : `(${text})`
}
