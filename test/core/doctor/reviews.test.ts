import { describe, expect, it } from 'vitest'
import type { BranchRule, Observation, ReviewRules } from '../../../src/core/doctor/observation.ts'
import { checkBase, checkReviews } from '../../../src/core/doctor/reviews.ts'
import { ok } from '../../../src/core/model/result.ts'
import { observation, UNREAD, UNREAD_REMARK } from '../../support/observation.ts'

const OFF: ReviewRules = { dismissStale: false, codeOwners: false, lastPush: false }

function pullRequest(reviews: Partial<ReviewRules>): Partial<Observation> {
  return { rules: ok([{ kind: 'pull-request', ruleset: 1, reviews: { ...OFF, ...reviews } }]) }
}

function details(strict: boolean, reviews: ReviewRules | null = null): Observation['protection'] {
  return ok({ enforceAdmins: true, strict, reviews })
}

describe('what GitHub asks of reviews', () => {
  it.each<{ name: string; given: Partial<Observation>; verdict: string; remark: object }>([
    { name: 'nothing', given: pullRequest({}), verdict: 'ok', remark: { code: 'reviews-untouched' } },
    {
      name: 'by a ruleset',
      given: pullRequest({ dismissStale: true, codeOwners: true }),
      verdict: 'note',
      remark: { code: 'reviews-stricter', rules: ['dismissStale', 'codeOwners'] },
    },
    {
      name: 'by a ruleset and protection together',
      given: {
        ...pullRequest({ dismissStale: true }),
        protection: details(false, { ...OFF, lastPush: true }),
      },
      verdict: 'note',
      remark: { rules: ['dismissStale', 'lastPush'] },
    },
    {
      name: 'by rules that cannot be read',
      given: { rules: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
    {
      name: 'by protection that cannot be read',
      given: { protection: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
  ])('$name', ({ given, verdict, remark }) => {
    expect(checkReviews(observation(given))).toMatchObject({ verdict, remark })
  })
})

describe('the base', () => {
  const loose: BranchRule = { kind: 'required-checks', ruleset: 1, strict: false, checks: [] }
  const queue: BranchRule = { kind: 'merge-queue', ruleset: 1, grouping: 'ALLGREEN' }

  it.each<{ name: string; given: Partial<Observation>; verdict: string; remark: object }>([
    {
      name: 'has to be in the head, by a ruleset',
      given: {},
      verdict: 'ok',
      remark: { code: 'base-strict' },
    },
    {
      name: 'has to be in the head, by protection, whatever the rules say',
      given: { rules: UNREAD, protection: details(true) },
      verdict: 'ok',
      remark: { code: 'base-strict' },
    },
    {
      name: 'is that of a queue',
      given: { rules: ok([loose, queue]) },
      verdict: 'ok',
      remark: { code: 'base-queue' },
    },
    {
      name: 'may move',
      given: { rules: ok([loose]), protection: details(false) },
      verdict: 'note',
      remark: { code: 'base-may-move' },
    },
    {
      name: 'is of rules that cannot be read',
      given: { rules: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
    {
      name: 'is of protection that cannot be read',
      given: { rules: ok([loose]), protection: UNREAD },
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
  ])('$name', ({ given, verdict, remark }) => {
    expect(checkBase(observation(given))).toMatchObject({ verdict, remark })
  })
})
