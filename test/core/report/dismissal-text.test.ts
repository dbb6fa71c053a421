import { expect, it } from 'vitest'

import { parseSha, type Sha } from '../../../src/core/model/ids.ts'
import type { Dismissal } from '../../../src/core/model/verdict.ts'
import { dismissalText } from '../../../src/core/report/dismissal-text.ts'

const BEN = { id: 2, login: 'ben', type: 'User' }
const COMMIT = sha('3f2a1c0000000000000000000000000000000000')

function sha(text: string): Sha {
  const parsed = parseSha(text)
  if (parsed === undefined) throw new Error(`no commit id: ${text}`)
  return parsed
}

it.each<{ readonly why: Dismissal; readonly want: string }>([
  { why: { code: 'author' }, want: 'ben (wrote this pull request)' },
  { why: { code: 'committer' }, want: 'ben (has a commit in this pull request)' },
  { why: { code: 'last-pusher' }, want: 'ben (pushed the present head)' },
  { why: { code: 'bot' }, want: 'ben (is no person)' },
  { why: { code: 'no-write-access' }, want: 'ben (cannot write to this repository)' },
  { why: { code: 'dismissed' }, want: 'ben (the review was dismissed)' },
  { why: { code: 'changes-requested' }, want: 'ben (requested changes)' },
  { why: { code: 'same-person' }, want: 'ben (already counts for another requirement)' },
  { why: { code: 'superseded', by: 9 }, want: 'ben (a newer review of the same person counts)' },
  { why: { code: 'not-in-group', from: ['@acme/net'] }, want: 'ben (is not one of @acme/net)' },
  { why: { code: 'not-in-group', from: [] }, want: 'ben (is not one of the owners: there are none)' },
  {
    why: { code: 'not-in-group', from: ['@acme/net'], unreadable: ['@acme/net'] },
    want: 'ben (may belong to @acme/net, which cannot be read)',
  },
  {
    why: { code: 'stale', on: COMMIT, subjects: ['Ingress shop/web'] },
    want: 'ben (approved 3f2a1c0; since then Ingress shop/web changed)',
  },
  {
    why: { code: 'unknown-committer', commits: [COMMIT] },
    want: 'ben (may have written 3f2a1c0, which belongs to no account)',
  },
])('$why.code: $want', ({ why, want }) => {
  expect(dismissalText({ by: BEN, review: 7, commit: COMMIT, why }, 'ben')).toBe(want)
})

it.each([
  { author: 'amy', want: 'ben (set the agent to work)' },
  { author: 'Ben', want: 'ben (wrote this pull request)' },
  { author: null, want: 'ben (wrote this pull request)' },
])('tells whoever set an agent to work from the author: $author', ({ author, want }) => {
  const approval = { by: BEN, review: 7, commit: COMMIT, why: { code: 'author' } } as const
  expect(dismissalText(approval, author)).toBe(want)
})

it('does not say that something changed where only the present head counts', () => {
  const why = { code: 'stale', on: COMMIT, subjects: ['Ingress shop/web'], strict: true } as const
  const approval = { by: BEN, review: 7, commit: COMMIT, why }
  expect(dismissalText(approval, 'amy')).toBe(
    'ben (approved 3f2a1c0; only approvals of the present head count here)',
  )
})
