import { describe, expect, it } from 'vitest'

import { renderComment, renderSummary } from '../../../src/core/report/markdown-report.ts'
import { aDecision, aFinding, at } from '../../support/decision.ts'

describe('the comment', () => {
  it('says in two lines what happens next and who does it', () => {
    const [title, next] = (renderComment(aDecision()) ?? '').split('\n')
    expect(title).toBe('### Waiting for @acme/net, then a deploy window')
    expect(next).toBe(
      '**Next:** one of @acme/net approves; then one of @acme/sre sets the label `deploy-window/2h` (at most 4h).',
    )
  })

  it('names an approval that does not count, and why', () => {
    const notCounted = [
      { by: { id: 1, login: 'amy', type: 'User' }, review: 7, commit: null, why: { code: 'author' } },
    ] as const
    expect(renderComment(aDecision({ approvals: { counted: [], notCounted } }))).toContain(
      '**Not counted:** amy (wrote this pull request).',
    )
  })

  it('is not written when nothing is risky', () => {
    expect(renderComment(aDecision({ outcome: 'allow', findings: [], verdicts: [] }))).toBeNull()
  })

  it('keeps to the limit with thousands of findings, the summary too', () => {
    const findings = Array.from({ length: 5000 }, (_, index) =>
      aFinding({
        path: `prod/${String(index)}.yaml`,
        subject: { kind: 'file', path: `prod/${String(index)}.yaml` },
        object: null,
        message: 'x'.repeat(400),
      }),
    )
    const decision = aDecision({ findings })
    expect((renderComment(decision) ?? '').length).toBeLessThan(65_536)
    expect(Buffer.byteLength(renderSummary(decision))).toBeLessThan(1024 * 1024)
    expect(renderComment(decision)).toContain('And 4990 more changes')
  })

  it('says until when to merge', () => {
    const text = renderComment(aDecision({ outcome: 'allow', expiresAt: at('2026-11-22T12:00:00Z') }))
    expect(text).toContain('merge before 12:00 UTC; after that the merge is blocked again')
  })
})
