import { describe, expect, it } from 'vitest'
import {
  baseFacts,
  byCommit,
  C1,
  C2,
  check,
  contents,
  finding,
  requirement,
  review,
  whyNot,
} from '../../support/approval-world.ts'

describe('a review that counts for none of several requirements is listed once', () => {
  it('with everything that changed since, sorted', () => {
    const facts = baseFacts({ reviews: [review('dan', 'APPROVED', 20, { commit: C1 })] })
    const asked = ['web', 'api', 'web'].map((name) => requirement({ findings: [finding(name)] }))
    const answers = check(
      asked,
      facts,
      byCommit([C1, { web: '1', api: '1' }]),
      contents({ web: '2', api: '2' }),
    )
    expect(answers.notCounted).toHaveLength(1)
    expect(whyNot(answers, 'dan')).toEqual({
      code: 'stale',
      on: C1,
      subjects: ['Deployment shop/api', 'Deployment shop/web'],
    })
  })

  it('with what changed since rather than with the strictness of another requirement', () => {
    const facts = baseFacts({ reviews: [review('dan', 'APPROVED', 20, { commit: C1 })] })
    const [plain, strict] = [requirement({ findings: [finding('web')] }), requirement({ strict: true })]
    const commits = byCommit([C1, { web: 'old' }])
    const wanted = { code: 'stale', on: C1, subjects: ['Deployment shop/web'] }
    expect(whyNot(check([plain, strict], facts, commits), 'dan')).toEqual(wanted)
    expect(whyNot(check([strict, plain], facts, commits), 'dan')).toEqual(wanted)
    expect(whyNot(check([strict, strict], facts, commits), 'dan')).toEqual({ ...wanted, strict: true })
  })

  it('with everybody who is asked, each once, and the teams that cannot be read', () => {
    const facts = baseFacts({ reviews: [review('hal', 'APPROVED', 20)] })
    const answers = check(
      [requirement({ from: ['@dan', '@org/dark'] }), requirement({ from: ['@gus', '@dan', '@org/cold'] })],
      facts,
    )
    expect(whyNot(answers, 'hal')).toEqual({
      code: 'not-in-group',
      from: ['@dan', '@org/dark', '@gus', '@org/cold'],
      unreadable: ['@org/cold', '@org/dark'],
    })
  })

  it('without a word of teams where all can be read', () => {
    const facts = baseFacts({ reviews: [review('hal', 'APPROVED', 20)] })
    const answers = check([requirement({ from: ['@dan'] }), requirement({ from: ['@gus'] })], facts)
    expect(whyNot(answers, 'hal')).toEqual({ code: 'not-in-group', from: ['@dan', '@gus'] })
  })

  it('with the reason that is nearest to counting', () => {
    const facts = baseFacts({ reviews: [review('dan', 'APPROVED', 20, { commit: C1 })] })
    const asked = [requirement({ from: ['@nia'] }), requirement({ from: ['@dan'] })]
    const answers = check(asked, facts, byCommit([C1, { web: 'old' }]))
    expect(whyNot(answers, 'dan')).toMatchObject({ code: 'stale' })
  })
})

it('a superseded request for changes is not listed: it kept nobody from anything', () => {
  const facts = baseFacts({
    reviews: [review('dan', 'CHANGES_REQUESTED', 20), review('dan', 'APPROVED', 30)],
  })
  const answers = check(requirement({ from: ['@dan'] }), facts)
  expect(answers.notCounted).toEqual([])
  expect(answers.counted.map(({ review: id }) => id)).toEqual([30])
})

it('what is counted names the rules that it covers, each once', () => {
  const facts = baseFacts({ reviews: [review('dan', 'APPROVED', 20, { commit: C2 })] })
  const asked = requirement({ from: ['@dan'], findings: [finding('web'), finding('web'), finding('api')] })
  const answers = check(asked, facts, byCommit([C2, { web: '1' }]), contents({ web: '1', api: '2' }))
  expect(answers.counted).toMatchObject([{ covers: ['rule.web'] }])
})
