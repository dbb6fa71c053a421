import { expect, it } from 'vitest'

import { joinNeeds } from '../../../src/core/report/join-needs.ts'
import { aFinding, aMissingApproval, aMissingWindow, anApprovalRequirement } from '../../support/decision.ts'

const other = aFinding({ rule: 'ingress.tls.missing' })

it('what asks the same people for the same is one, for all its findings', () => {
  const second = aMissingApproval({
    requirement: anApprovalRequirement({ entry: 'medium/0', findings: [other] }),
  })
  const [joined, ...more] = joinNeeds([aMissingApproval(), second])
  expect(more).toEqual([])
  expect(joined?.requirement.findings.map(({ rule }) => rule)).toEqual([
    'ingress.host.added',
    'ingress.tls.missing',
  ])
})

it.each([
  {
    name: 'other owners',
    next: aMissingApproval({ requirement: anApprovalRequirement({ from: ['@acme/sre'] }) }),
  },
  { name: 'more people', next: aMissingApproval({ requirement: anApprovalRequirement({ count: 2 }) }) },
  { name: 'another answer', next: aMissingApproval({ verdict: 'met', reason: { code: 'approved' } }) },
  { name: 'a window', next: aMissingWindow() },
])('$name stays apart', ({ next }) => {
  expect(joinNeeds([aMissingApproval(), next])).toHaveLength(2)
})

it('what does not apply is left out', () => {
  expect(joinNeeds([aMissingApproval({ verdict: 'not-applicable' })])).toEqual([])
})
