import { expect, it } from 'vitest'

import { attributePushes } from '../../src/action/attribute-pushes.ts'
import { emptyFacts } from '../../src/core/decision/parse-facts.ts'
import type { Sha } from '../../src/core/model/ids.ts'
import { at } from '../support/decision.ts'
import { sha } from '../gate/fake-gate.ts'

const AMY = { id: 1, login: 'amy', type: 'User' }
const BEN = { id: 2, login: 'ben', type: 'User' }
const EARLY = at('2026-11-22T08:00:00Z')
const LATE = at('2026-11-22T09:00:00Z')

interface Made {
  readonly parents: string
  readonly automaticMerge?: boolean
}

/** Who pushed what, when these commits make up the pull request and amy pushed `1` early and ben `top` late. */
async function pushers(made: Readonly<Record<string, Made>>, top: string): Promise<readonly string[]> {
  const commits = Object.entries(made).map(([digit, { automaticMerge = false }]) => ({
    sha: sha(digit),
    author: AMY,
    committer: AMY,
    coAuthors: [],
    automaticMerge,
  }))
  const heads = [
    { sha: sha('1'), at: EARLY, by: AMY },
    { sha: sha(top), at: LATE, by: BEN },
  ]
  const parentsOf = (commit: Sha): Promise<readonly Sha[]> =>
    Promise.resolve((made[commit.charAt(0)]?.parents ?? '').split('').map(sha))
  const named = await attributePushes({ ...emptyFacts(LATE), commits, heads }, parentsOf)
  return named.map(({ sha: commit, by }) => `${by?.login ?? ''} ${commit.charAt(0)}`)
}

it.each([
  {
    name: 'an update of the branch brings nothing but itself',
    made: { 1: { parents: 'b' }, 3: { parents: '1f', automaticMerge: true } },
    top: '3',
    gives: ['amy 1', 'ben 3'],
  },
  {
    name: 'a commit beneath an automatic merge is its pusher’s',
    made: { 1: { parents: 'b' }, 2: { parents: '1' }, 3: { parents: '2f', automaticMerge: true } },
    top: '3',
    gives: ['amy 1', 'ben 2', 'ben 3'],
  },
  {
    name: 'also beneath two of them, and by the second parent',
    made: {
      1: { parents: 'b' },
      2: { parents: '1' },
      3: { parents: '12', automaticMerge: true },
      4: { parents: '3f', automaticMerge: true },
    },
    top: '4',
    gives: ['amy 1', 'ben 3', 'ben 2', 'ben 4'],
  },
  {
    name: 'a merge that somebody wrote names its pusher itself',
    made: { 1: { parents: 'b' }, 2: { parents: '1' }, 3: { parents: '2f' } },
    top: '3',
    gives: ['amy 1', 'ben 3'],
  },
])('$name', async ({ made, top, gives }) => {
  expect(await pushers(made, top)).toEqual(gives)
})
