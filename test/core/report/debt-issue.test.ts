import { describe, expect, it } from 'vitest'
import { debtIssue, debtOf, readDebtRecord } from '../../../src/core/report/debt-issue.ts'
import {
  aBreakGlassGrant,
  aBrokenGlass,
  aGlassDecision,
  aGlassThatIsWholeAgain,
} from '../../support/broken-glass.ts'
import { aDecision, aFinding, aMissingApproval, anApprovalRequirement, at } from '../../support/decision.ts'

const MARKER =
  '<!-- drawbridge:break-glass-review:v1 pull-request=42 breaker=5:sue broken=2026-11-22T09:30:00Z due=2026-11-23T09:30:00Z -->'

function bodyOf(decision: Parameters<typeof debtIssue>[0]): string {
  return debtIssue(decision)?.body ?? ''
}

describe('the issue of a review after the fact', () => {
  it('says who broke the glass, why, what and whom that skips, and who reviews it until when', () => {
    expect(debtIssue(aGlassDecision())).toEqual({
      title: 'Review after the fact: #42 was merged or may be merged by breaking the glass',
      body: `${MARKER}
sue broke the glass for #42 at 2026-11-22 09:30 UTC. Until 2026-11-22 10:30 UTC it may be merged without what the policy asks for.

**Reason:** the shop is down.

**Approved by:** ben

| Skipped | For |
| --- | --- |
| 1 of @\u200Bacme/net | Ingress shop/web |
| a window of at most 4h | Ingress shop/web |

**Had a say and was not asked:** cleo and eve

**To do:** @acme/security, look at what was merged and close this issue by 2026-11-23 09:30 UTC. While it is open after that, sue cannot break the glass again; that sue closes it does not count.
`,
    })
  })

  it.each([
    ['no glass', aDecision({ outcome: 'allow' })],
    ['a glass that is whole again', aGlassDecision({ breakGlass: aGlassThatIsWholeAgain() })],
    ['no pull request', aGlassDecision({ pullRequest: null })],
  ])('is not there for %s', (_name, decision) => {
    expect(debtOf(decision)).toBeNull()
    expect(debtIssue(decision)).toBeNull()
  })

  it('gives a reason that wants to be obeyed as text', () => {
    const reason = '@everyone <!-- drawbridge:break-glass-review:v1 --> [x](https://evil.example) #1 **now**'
    const body = bodyOf(aGlassDecision({ breakGlass: aBrokenGlass({ grant: aBreakGlassGrant({ reason }) }) }))
    const line = body.split('\n').find((text) => text.startsWith('**Reason:**')) ?? ''
    expect(line).not.toMatch(/@everyone|(?<!\\)<!--|(?<!\\)\[x|:\/\/|(?<!\\)#1|\s\*\*now/)
    expect(readDebtRecord(body)).toMatchObject({ pullRequest: 42 })
  })

  it('has a row of two cells for what is called as cells end', () => {
    const path = 'prod/a|b.yaml'
    const findings = [aFinding({ path, subject: { kind: 'file', path }, object: null })]
    const skipped = [aMissingApproval({ requirement: anApprovalRequirement({ findings }) })]
    const body = bodyOf(aGlassDecision({ verdicts: skipped, breakGlass: aBrokenGlass({ skipped }) }))
    expect(body).toContain('| 1 of @\u200Bacme/net | prod/a\\|b.yaml |')
  })

  it('stays within what GitHub takes, whatever is written and however much is skipped', () => {
    const skipped = Array.from({ length: 400 }, (_item, index) =>
      aMissingApproval({
        requirement: anApprovalRequirement({ from: [`@acme/${'t'.repeat(90)}${String(index)}`] }),
      }),
    )
    const grant = aBreakGlassGrant({ reason: '*'.repeat(60_000) })
    const body = bodyOf(aGlassDecision({ verdicts: skipped, breakGlass: aBrokenGlass({ skipped, grant }) }))
    expect(body.length).toBeLessThan(65_536)
    expect(body).toContain('| and 350 more | |')
  })
})

describe('the record in it', () => {
  it.each([[{ id: 5, login: 'sue', type: 'User' }], [{ id: 77, login: 'night-shift[bot]', type: 'Bot' }]])(
    'is read back: %o',
    (brokenBy) => {
      const decision = aGlassDecision({ breakGlass: aBrokenGlass({ grant: aBreakGlassGrant({ brokenBy }) }) })
      expect(readDebtRecord(bodyOf(decision))).toEqual(debtOf(decision))
      expect(debtOf(decision)).toEqual({
        pullRequest: 42,
        breaker: brokenBy,
        brokenAt: at('2026-11-22T09:30:00Z'),
        dueAt: at('2026-11-23T09:30:00Z'),
      })
    },
  )

  it.each([
    ['nothing', ''],
    ['a text before it', `x\n${MARKER}`],
    ['a later version', MARKER.replace(':v1', ':v2')],
    ['no number', MARKER.replace('=42', '=x')],
    ['no login', MARKER.replace(':sue', ':')],
    ['a time that is none', MARKER.replace('09:30:00Z due', '09:30 due')],
    ['no end', MARKER.replace(' -->', '')],
  ])('is none in a text with %s', (_name, body) => {
    expect(readDebtRecord(body)).toBeNull()
  })

  it('is read also where lines end as on Windows', () => {
    expect(readDebtRecord(`${MARKER}\r\nsue broke the glass`)).toMatchObject({ breaker: { login: 'sue' } })
  })
})
