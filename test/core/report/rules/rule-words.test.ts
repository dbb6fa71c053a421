import { describe, expect, it } from 'vitest'
import type {
  WrittenChange,
  WrittenMatch,
  WrittenRule,
} from '../../../../src/core/policy/language/policy-document.ts'
import { changeWords, matchWords } from '../../../../src/core/report/rules/rule-words.ts'

const rule = (match: WrittenMatch, change?: readonly WrittenChange[]): WrittenRule => ({
  id: 'r',
  severity: 'low',
  match,
  ...(change ? { change } : {}),
})

describe('what a rule looks at', () => {
  it.each<{ readonly match: WrittenMatch; readonly words: string }>([
    { match: {}, words: 'objects of every kind that are created, changed or deleted' },
    {
      match: { kinds: ['apps/Deployment', 'core/Pod'], operations: ['DELETE'] },
      words: 'apps/Deployment or core/Pod that are deleted',
    },
    {
      match: {
        kinds: ['core/Secret'],
        names: ['a-*'],
        namespaces: ['x'],
        environments: ['prod', 'live'],
        clusters: ['eu'],
      },
      words:
        'core/Secret named a-* in the namespace x in the environment prod or live in the cluster eu that are created, changed or deleted',
    },
    {
      match: { verbs: ['scale', 'drain'], operations: ['UPDATE'] },
      words: 'objects of every kind that are changed by the verb scale or drain',
    },
    { match: { files: ['CODEOWNERS'] }, words: 'the files CODEOWNERS that are created, changed or deleted' },
    {
      match: { issues: ['yaml.*'], files: ['prod/**'], operations: ['CREATE', 'UPDATE'] },
      words: 'mistakes with the code yaml.* in files prod/** that are created or changed',
    },
    { match: { operations: [] }, words: 'objects of every kind to which nothing happens' },
  ])('$words', ({ match, words }) => {
    expect(matchWords(rule(match))).toBe(words)
  })

  it('is what comes and what changes when it asks for a change', () => {
    expect(matchWords(rule({}, [{ path: 'a', op: 'added' }]))).toMatch(/that are created or changed$/)
  })
})

describe('what has to have happened', () => {
  it.each<{ readonly change: WrittenChange; readonly words: string }>([
    { change: { path: 'spec.replicas', op: 'decreased' }, words: 'spec.replicas shrinks' },
    { change: { path: 'spec.replicas', op: 'increased' }, words: 'spec.replicas grows' },
    { change: { path: 'spec.replicas', op: 'to-zero' }, words: 'spec.replicas becomes zero' },
    { change: { path: ['a', 'b'], op: 'added' }, words: 'a or b is set, and was not before' },
    { change: { path: 'a', op: 'removed' }, words: 'a was set, and is not any more' },
    { change: { path: 'a', op: 'changed' }, words: 'a is another value than before' },
    {
      change: { path: 'a', op: 'widened', absent: '*' },
      words: 'a covers something that it did not cover before (where nothing is written, "*" is meant)',
    },
    {
      change: { path: 'a', op: 'narrowed' },
      words: 'a does not cover everything any more that it covered before',
    },
    {
      change: { path: '$containers.securityContext.privileged', op: 'set-true' },
      words: 'securityContext.privileged of each container becomes true',
    },
    {
      change: { path: '$containers[].image', op: 'set-false' },
      words: 'image of each container becomes false',
    },
    { change: { path: '$pod.hostNetwork', op: 'set-true' }, words: 'hostNetwork of the pod becomes true' },
    {
      change: { path: "$podmeta.annotations['a/b']", op: 'added' },
      words: "annotations['a/b'] of the pod's metadata is set, and was not before",
    },
    {
      change: { path: '$podtemplate', op: 'changed' },
      words: 'the pod template is another value than before',
    },
    {
      change: { path: 'a', op: 'matches', values: ['x', 'y*'], pattern: '^z' },
      words: 'a gets a new value that is x or y* or fits the regular expression ^z',
    },
    {
      change: {
        any: [
          { path: 'a', op: 'added' },
          { path: 'b', op: 'removed' },
        ],
      },
      words: 'a is set, and was not before, or b was set, and is not any more',
    },
  ])('$words', ({ change, words }) => {
    expect(changeWords(rule({}, [change]))).toEqual([words])
  })
})
