import type { Operation } from '../../model/change.ts'
import { stringifyJson } from '../../model/json.ts'
import type {
  WrittenChange,
  WrittenMatch,
  WrittenRule,
  WrittenTest,
} from '../../policy/language/policy-document.ts'
import { listOf } from '../phrases.ts'

/** What a rule looks at, as the rest of "It looks at": kinds, names and places, and what happens to them. */
export function matchWords({ match = {}, change }: WrittenRule): string {
  const happens = happensWords(match.operations ?? (change ? ['CREATE', 'UPDATE'] : OPERATIONS))
  return [subjectWords(match), ...placeWords(match), happens, ...verbWords(match)].join(' ')
}

/** What has to have happened inside the object, one condition each; alternatives are joined by "or". */
export function changeWords({ change = [] }: WrittenRule): readonly string[] {
  return change.map((entry) => (entry.any ?? [entry]).map(testWords).join(', or '))
}

const OPERATIONS: readonly Operation[] = ['CREATE', 'UPDATE', 'DELETE']

const HAPPENS: Readonly<Record<Operation, string>> = {
  CREATE: 'created',
  UPDATE: 'changed',
  DELETE: 'deleted',
}

function happensWords(operations: readonly Operation[]): string {
  return operations.length === 0
    ? 'to which nothing happens'
    : `that are ${listOf(
        operations.map((operation) => HAPPENS[operation]),
        'or',
      )}`
}

function subjectWords({ kinds, names, files, issues }: WrittenMatch): string {
  if (issues)
    return `mistakes with the code ${listOf(issues, 'or')} in files${files ? ` ${listOf(files, 'or')}` : ''}`
  if (files) return `the files ${listOf(files, 'or')}`
  const objects = kinds ? listOf(kinds, 'or') : 'objects of every kind'
  return names ? `${objects} named ${listOf(names, 'or')}` : objects
}

function placeWords({ namespaces, environments, clusters }: WrittenMatch): readonly string[] {
  return [
    ...(namespaces ? [`in the namespace ${listOf(namespaces, 'or')}`] : []),
    ...(environments ? [`in the environment ${listOf(environments, 'or')}`] : []),
    ...(clusters ? [`in the cluster ${listOf(clusters, 'or')}`] : []),
  ]
}

function verbWords({ verbs }: WrittenMatch): readonly string[] {
  return verbs ? [`by the verb ${listOf(verbs, 'or')}`] : []
}

function testWords(test: WrittenTest | WrittenChange): string {
  const paths = typeof test.path === 'string' ? [test.path] : (test.path ?? [])
  const absent =
    test.absent === undefined ? '' : ` (where nothing is written, ${stringifyJson(test.absent)} is meant)`
  return `${listOf(paths.map(pathWords), 'or')} ${opWords(test)}${absent}`
}

function opWords({ op, pattern, values }: WrittenTest): string {
  switch (op) {
    case 'added':
      return 'is set, and was not before'
    case 'removed':
      return 'was set, and is not any more'
    case 'changed':
      return 'is another value than before'
    case 'increased':
      return 'grows'
    case 'decreased':
      return 'shrinks'
    case 'widened':
      return 'covers something that it did not cover before'
    case 'narrowed':
      return 'does not cover everything any more that it covered before'
    case 'set-true':
      return 'becomes true'
    case 'set-false':
      return 'becomes false'
    case 'to-zero':
      return 'becomes zero'
    case 'matches':
    case undefined:
      return `gets a new value that ${matchesWords(pattern, values)}`
    default:
      return op satisfies never
  }
}

function matchesWords(pattern: string | undefined, values: readonly string[] | undefined): string {
  return [
    ...(values ? [`is ${listOf(values, 'or')}`] : []),
    ...(pattern === undefined ? [] : [`fits the regular expression ${pattern}`]),
  ].join(' or ')
}

const MACROS: readonly (readonly [start: string, words: string])[] = [
  ['$containers', 'each container'],
  ['$podtemplate', 'the pod template'],
  ['$podmeta', "the pod's metadata"],
  ['$pod', 'the pod'],
]

/** A path, with the places of a pod in words. */
function pathWords(path: string): string {
  const macro = MACROS.find(([start]) => path.startsWith(start))
  if (!macro) return path
  const rest = path.slice(macro[0].length).replace(/^(?:\[\])?\.?/, '')
  return rest === '' ? macro[1] : `${rest} of ${macro[1]}`
}
