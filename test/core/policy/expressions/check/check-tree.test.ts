import { describe, expect, it } from 'vitest'
import { builtinFields } from '../../../../../src/adapters/files/kind-schemas.ts'
import { variableTypes } from '../../../../../src/core/policy/expressions/check/variable-types.ts'
import { checkExpression } from '../../../../../src/core/policy/expressions/expression.ts'
import { joinPlaces } from '../../../../../src/core/policy/known-fields.ts'

const NAMES = [
  'object',
  'oldObject',
  'operation',
  'verbs',
  'environment',
  'routes',
  'pullRequest',
  'namespace',
  'name',
  'value',
]

/** Each mistake as `code character suggestion`, in rules about these kinds. */
function mistakes(
  text: string,
  kinds: readonly string[] = ['apps/Deployment'],
  wanted: 'bool' | 'string' = 'bool',
): readonly string[] {
  const root = joinPlaces(kinds.map((kind) => builtinFields.rootOf(kind)))
  return checkExpression(text, variableTypes(NAMES, root), wanted).problems.map(
    ({ code, offset, suggestion }) =>
      [code.replace('policy.', ''), offset + 1, ...(suggestion === undefined ? [] : [suggestion])].join(' '),
  )
}

describe('a field that objects of these kinds cannot have', () => {
  it.each([
    ['object.spec.replcas < 3', ['unknown-field 13 replicas']],
    ['oldObject.spec.replcas < 3', ['unknown-field 16 replicas']],
    ['has(object.spec.replcas)', ['unknown-field 1 replicas']],
    ['"replcas" in object.spec', ['unknown-field 11 replicas']],
    ['object["spec"]["replcas"] == 1', ['unknown-field 15 replicas']],
    ['object.spec.template.spec.containers.exists(c, c.imge == "x")', ['unknown-field 50 image']],
    [
      'object.spec.template.spec.containers.filter(c, has(c.image)).exists(c, c.imge == "x")',
      ['unknown-field 74 image'],
    ],
    ['object.spec.template.spec.containers[0].imge == "x"', ['unknown-field 41 image']],
    ['object.spec.template.spec.containers.image == "x"', ['expression-type 38']],
    ['object.spec.replicas.count == 1', ['unknown-field 22']],
    ['object.spec.replicas.all(r, r > 0)', ['expression-type 13']],
    ['containers(object).exists(c, c.imge == "x")', ['unknown-field 32 image']],
    ['container(object, "web").imge == "x"', ['unknown-field 26 image']],
    [
      'object.kinds == "x" || object.spec.replcas == 0',
      ['unknown-field 8 kind', 'unknown-field 36 replicas'],
    ],
  ])('%s', (text, want) => {
    expect(mistakes(text)).toEqual(want)
  })

  it.each([
    'object.spec.replicas < 3 && object.spec.template.spec.containers.all(c, c.image != "")',
    'object.metadata.labels.team == "x" && object.metadata.annotations["a/b"] == "c"',
    'object.spec.template.spec.containers[0].resources.limits.cpu == "1"',
    'object.spec.template.metadata.labels.exists(l, l == "x")',
    'object.status.anything.at.all == 1',
    'object.spec.strategy.rollingUpdate.maxSurge == "25%"',
    'dyn(object).spec.replcas < 3 && dyn(object.spec).replcas < 3',
    'object == null || oldObject == null || object.spec == oldObject.spec',
    'value.whatever == 1',
  ])('is not to be found in %s', (text) => {
    expect(mistakes(text)).toEqual([])
  })

  it.each([
    ['every kind lacks it', ['apps/Deployment', 'apps/StatefulSet'], 'object.spec.replcas == 1', 1],
    ['one of the kinds has it', ['apps/Deployment', 'apps/StatefulSet'], 'object.spec.serviceName == ""', 0],
    ['the kind lacks what another has', ['apps/Deployment'], 'object.spec.serviceName == ""', 1],
    ['nothing is known of the kind', ['example.com/Foo'], 'object.spec.replcas == 1', 0],
    [
      'a version of the kind has it',
      ['autoscaling/HorizontalPodAutoscaler'],
      'object.spec.targetCPUUtilizationPercentage == 1',
      0,
    ],
  ])('depends on the kinds: %s', (_, kinds, text, count) => {
    expect(mistakes(text, kinds)).toHaveLength(count)
  })
})

describe('a variable with known fields', () => {
  it.each([
    ['routes.added[0].hots == ""', ['unknown-field 17 host']],
    ['routes.changed.exists(c, c.old.host != c.nwe.host)', ['unknown-field 42 new']],
    ['routes.added.map(r, r.hots).size() > 0', ['unknown-field 23 host']],
    ['opened(routes).exists(r, r.auht == null)', ['unknown-field 28 auth']],
    ['routes.opened.size() > 0', ['unknown-field 8']],
    ['pullRequest.titel == ""', ['unknown-field 13 title']],
    ['image(name).tagg == ""', ['unknown-field 13 tag']],
    ['grants(object).exists(g, g.ressource == "x")', ['unknown-field 28 resource']],
    ['pullRequest != null && pullRequest.author != null && routes.added.all(r, r.sources == null)', []],
  ])('%s', (text, want) => {
    expect(mistakes(text)).toEqual(want)
  })
})

describe('a word that cannot be', () => {
  it.each([
    ['operation == "create"', ['unknown-word 14 CREATE']],
    ['"PATCH" != operation', ['unknown-word 1']],
    ['operation in ["CREATE", "UPDAT"]', ['unknown-word 25 UPDATE']],
    ['"scael" in verbs', ['unknown-word 1 scale']],
    ['verbs.exists(v, v == "scael")', ['unknown-word 22 scale']],
    ['verbs.exists(v, v in ["scale", "delte"])', ['unknown-word 32 delete']],
    [
      'verbs[0] == "scael" || verbs == ["patch", "scael"]',
      ['unknown-word 13 scale', 'unknown-word 43 scale'],
    ],
    ['operation.lowerAscii() == "create" && "scale" in verbs && operation != "DELETE"', []],
  ])('%s', (text, want) => {
    expect(mistakes(text)).toEqual(want)
  })
})

describe('types that do not fit', () => {
  it.each([
    ['verbs == "scale"', ['expression-type 7']],
    ['operation in "x"', ['expression-type 11']],
    ['1 in verbs', ['expression-type 3']],
    ['namespace == null', ['expression-type 11']],
    ['verbs.contains("scale")', ['expression-type 7']],
    ['name.startsWith(1)', ['expression-type 6']],
    ['name.startsWith()', ['expression-type 6']],
    ['name.startsWith("a", "b")', ['expression-type 6']],
    ['startsWith(name, "a")', ['expression-type 1']],
    ['size(1) == 1', ['expression-type 1']],
    ['verbs.size() > "1"', ['expression-type 14']],
    ['1 + "a" == 2', ['expression-type 3']],
    ['duration("1h") > 5', ['expression-type 16']],
    ['quantity("1") > quantity("2")', ['expression-type 15']],
    ['granted(object, "get")', ['expression-type 1']],
    ['name && true', ['expression-type 1']],
    ['!name', ['expression-type 1']],
    ['(name ? 1 : 2) == 1', ['expression-type 2']],
    ['name.all(c, true)', ['expression-type 1']],
    ['name.first == "a"', ['expression-type 6']],
    ['[1, 2].exists(x, x == "a")', ['expression-type 20']],
    ['verbs.map(v, size(v)).exists(n, n == "a")', ['expression-type 35']],
    ['(environment == "a" ? [1] : [2]) == ["a"]', []],
    ['environment == null || environment.startsWith("prod")', []],
    ['[1, "a"].exists(x, x == "a") && {"a": 1}.a == "b" && [].all(x, x == 1)', []],
    ['1 == 1.0 && 1u == 1 && 2 > 1.5 && [1, 2].map(x, x * 2).sum() == 6', []],
    ['strings.quote(name) == "\\"a\\"" && name.matches("a") && int("1") == 1', []],
  ])('%s', (text, want) => {
    expect(mistakes(text)).toEqual(want)
  })

  it.each([
    ['a condition that is a list', 'verbs', 'bool', ['expression-type 1']],
    ['a condition that is a text', 'name + "x"', 'bool', ['expression-type 6']],
    ['a condition that may be anything', 'object.metadata.labels.flag', 'bool', []],
    ['a message that is a boolean', 'name == "x"', 'string', ['expression-type 6']],
    ['a message that may be null', 'environment', 'string', []],
    ['a message that is a text or a number', 'name == "x" ? name : 1', 'string', []],
    ['a message that is a number', 'size(verbs)', 'string', ['expression-type 1']],
  ] as const)('%s', (_, text, wanted, want) => {
    expect(mistakes(text, [], wanted)).toEqual(want)
  })
})

describe('sentences', () => {
  it.each([
    ['object.spec.replcas < 3', 'there is no field "replcas" in object.spec'],
    ['routes.opened.size() > 0', 'there is no field "opened" in routes; there are added, removed, changed'],
    [
      'object.spec.template.spec.containers.image == "x"',
      'there is no field "image" in object.spec.template.spec.containers, which is a list; name an element, or ask object.spec.template.spec.containers.exists(x, ...)',
    ],
    ['name.startsWith(1)', 'there is no startsWith(int) of a text; there is string.startsWith(string)'],
    ['name > 1', 'the operator > does not take a text and a whole number'],
    ['operation in "x"', 'the operator in does not take a text and a text'],
    ['operation == "PATCH"', 'there is no operation "PATCH"; there are CREATE, UPDATE, DELETE'],
    ['verbs == "scale"', 'a list is never equal to a text'],
    ['verbs', 'the result is a list, and it must be a boolean'],
  ])('%s', (text, want) => {
    const root = builtinFields.rootOf('apps/Deployment')
    expect(
      checkExpression(text, variableTypes(NAMES, root), 'bool').problems.map((problem) => problem.text),
    ).toEqual([want])
  })
})
