import { afterEach, describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/decision/decision.ts'
import { type Instant, plus } from '../../src/core/model/instant.ts'
import type { Verdict } from '../../src/core/model/verdict.ts'
import {
  advanceBase,
  decideOn,
  deployment,
  policy,
  propose,
  type Proposal,
  settings,
  shaOf,
  TIMES,
} from '../support/coverage-world.ts'
import type { GitSandbox } from '../support/git-sandbox.ts'

const SCALED = { 'prod/web.yaml': deployment({ replicas: 0 }) }

let open: GitSandbox | undefined
afterEach(() => {
  open?.remove()
})

/** The same proposal, to be removed when the test is over. */
function started(proposal: Proposal): Proposal {
  open = proposal.repo
  return proposal
}

function verdictsOf(kind: Verdict['kind'], { verdicts }: Decision): readonly Verdict[] {
  return verdicts.filter((verdict) => verdict.kind === kind)
}

describe('the head at the time of the label', () => {
  const second = (moment: Instant, seconds: number) => plus(moment, seconds * 1000)
  it.each([
    { name: 'before the first is known', said: second(TIMES.approvedHead, -1), want: 'window-not-covering' },
    { name: 'when the first arrived', said: TIMES.approvedHead, want: 'window-not-covering' },
    { name: 'the second before the last arrived', said: second(TIMES.head, -1), want: 'window-not-covering' },
    { name: 'in the second in which the last arrived', said: TIMES.head, want: 'window-not-covering' },
    { name: 'the second after', said: second(TIMES.head, 1), want: 'window-open' },
  ])('$name: $want', async ({ said, want }) => {
    const proposal = started(propose(SCALED))
    proposal.repo.commit({ 'prod/web.yaml': deployment({ replicas: 1 }) })
    const decision = await decideOn(proposal, ({ labelEvents }) => ({
      labelEvents: labelEvents.map((event) => ({ ...event, at: said })),
    }))
    expect(verdictsOf('window', decision)).toMatchObject([{ reason: { code: want } }])
  })

  it('is not known before the first, though nothing else was ever pushed', async () => {
    const proposal = started(propose(SCALED))
    const decision = await decideOn(proposal, ({ labelEvents, heads }) => ({
      heads: heads.slice(1),
      labelEvents: labelEvents.map((event) => ({ ...event, at: second(TIMES.head, -1) })),
    }))
    expect(verdictsOf('window', decision)).toMatchObject([{ reason: { code: 'window-not-covering' } }])
  })
})

describe('a strict approval', () => {
  const strict = { '.github/drawbridge.yaml': policy('strict: true') }
  const early = plus(TIMES.head, -1000)
  it.each([
    { name: 'on an older commit of the same content', on: 'approved', submittedAt: TIMES.now, counts: false },
    { name: 'on the head, the second before it arrived', on: 'head', submittedAt: early, counts: false },
    { name: 'on the head, when it arrived', on: 'head', submittedAt: TIMES.head, counts: true },
    { name: 'on the head, later', on: 'head', submittedAt: TIMES.now, counts: true },
  ] as const)('$name: counts $counts', async ({ on, submittedAt, counts }) => {
    const proposal = started(propose(SCALED, strict))
    proposal.repo.commit({ 'prod/settings.yaml': settings('green') })
    const head = shaOf(proposal.repo.git('rev-parse', 'HEAD'))
    const decision = await decideOn(proposal, ({ reviews }) => ({
      reviews: reviews.map((review) => ({
        ...review,
        submittedAt,
        commit: on === 'head' ? head : review.commit,
      })),
    }))
    expect(verdictsOf('approval', decision)).toMatchObject([{ verdict: counts ? 'met' : 'unmet' }])
    expect(decision.outcome).toBe(counts ? 'allow' : 'hold')
  })

  it('does not count where nobody knows when the head arrived', async () => {
    const proposal = started(propose(SCALED, strict))
    const decision = await decideOn(proposal, () => ({ heads: [] }))
    expect(verdictsOf('approval', decision)).toMatchObject([{ verdict: 'unmet' }])
  })
})

describe('a head that has no merge', () => {
  it.each([
    { name: 'when it is what was approved', more: false },
    { name: 'when it came later', more: true },
  ])('holds and names the files, $name', async ({ more }) => {
    const proposal = started(propose(SCALED))
    if (more) proposal.repo.commit({ 'prod/settings.yaml': settings('green') })
    advanceBase(proposal.repo, { 'prod/web.yaml': deployment({ replicas: 5 }) })
    expect(await decideOn(proposal)).toMatchObject({
      outcome: 'hold',
      obstacles: [{ code: 'conflict', paths: ['prod/web.yaml'] }],
      approvals: { counted: [] },
    })
  })
})
