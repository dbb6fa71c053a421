import { expect, it } from 'vitest'
import { groupPolicies, type PolicyText } from '../../../../src/core/policy/cases/group-policies.ts'

/** `p:` a policy, `c:` cases, `b:` both. */
function file(written: string): PolicyText {
  const [kind = '', path = ''] = written.split(':')
  return { path, text: '', policies: kind !== 'c', cases: kind !== 'p' }
}

function grouped(...files: readonly string[]): readonly string[] {
  return groupPolicies(files.map(file)).map(({ policies, cases, joined }) => {
    const sides = [policies, cases].map((side) => side.map(({ path }) => path).join(' '))
    return `${sides.join(' < ')}${joined ? ' (joined)' : ''}`
  })
}

it.each([
  {
    name: 'the files of the gate are one policy',
    files: ['p:.github/drawbridge.yaml', 'p:.github/drawbridge/a.yaml', 'p:.github/drawbridge/b.yml'],
    groups: ['.github/drawbridge.yaml .github/drawbridge/a.yaml .github/drawbridge/b.yml < '],
  },
  {
    name: 'what the gate does not read is a policy of its own',
    files: ['p:.github/drawbridge.yaml', 'p:.github/drawbridge/old/a.yaml', 'p:.github/drawbridge/a.json'],
    groups: [
      '.github/drawbridge.yaml < ',
      '.github/drawbridge/old/a.yaml < ',
      '.github/drawbridge/a.json < ',
    ],
  },
  {
    name: 'two repositories are two policies',
    files: ['p:a/.github/drawbridge.yaml', 'p:b/.github/drawbridge.yaml'],
    groups: ['a/.github/drawbridge.yaml < ', 'b/.github/drawbridge.yaml < '],
  },
  {
    name: 'other files are policies of their own',
    files: ['p:policies/a.yaml', 'p:policies/b.yaml'],
    groups: ['policies/a.yaml < ', 'policies/b.yaml < '],
  },
  {
    name: 'cases in tests/ are about the policy of their name',
    files: [
      'p:policies/a.yaml',
      'p:policies/b.yaml',
      'c:policies/tests/a.yaml',
      'c:policies/tests/b.test.yaml',
    ],
    groups: ['policies/a.yaml < policies/tests/a.yaml', 'policies/b.yaml < policies/tests/b.test.yaml'],
  },
  {
    name: 'cases beside policies too',
    files: ['p:a.yaml', 'p:b.yaml', 'c:a-test.yaml'],
    groups: ['a.yaml < a-test.yaml', 'b.yaml < '],
  },
  {
    name: 'cases of another name are about all of the folder together',
    files: ['p:policies/a.yaml', 'p:policies/b.yaml', 'c:policies/tests/deep/all.yaml'],
    groups: [
      'policies/a.yaml < ',
      'policies/b.yaml < ',
      'policies/a.yaml policies/b.yaml < policies/tests/deep/all.yaml (joined)',
    ],
  },
  {
    name: 'one policy needs no name',
    files: ['p:policies/a.yaml', 'c:policies/tests/cases.yaml'],
    groups: ['policies/a.yaml < policies/tests/cases.yaml'],
  },
  {
    name: 'cases in the file of a policy are about it',
    files: ['b:policies/a.yaml', 'p:policies/b.yaml'],
    groups: ['policies/a.yaml < policies/a.yaml', 'policies/b.yaml < '],
  },
  {
    name: 'cases of the gate are about all that it reads',
    files: ['p:.github/drawbridge.yaml', 'p:.github/drawbridge/a.yaml', 'c:.github/drawbridge/tests/a.yaml'],
    groups: ['.github/drawbridge.yaml .github/drawbridge/a.yaml < .github/drawbridge/tests/a.yaml'],
  },
  {
    name: 'without a policy near they are about that of the repository',
    files: ['p:.github/drawbridge.yaml', 'c:policies/tests/a.yaml'],
    groups: ['.github/drawbridge.yaml < policies/tests/a.yaml'],
  },
  {
    name: 'policies below the folder count when none is in it',
    files: ['p:policies/net/a.yaml', 'p:other/b.yaml', 'c:policies/tests/x.yaml'],
    groups: ['policies/net/a.yaml < policies/tests/x.yaml', 'other/b.yaml < '],
  },
  {
    name: 'cases far from any policy are about all that is there',
    files: ['p:gate/a.yaml', 'c:spec/x.yaml'],
    groups: ['gate/a.yaml < spec/x.yaml'],
  },
  {
    name: 'cases without any policy',
    files: ['c:policies/tests/a.yaml'],
    groups: [' < policies/tests/a.yaml'],
  },
])('$name', ({ files, groups }) => {
  expect(grouped(...files)).toEqual(groups)
})
