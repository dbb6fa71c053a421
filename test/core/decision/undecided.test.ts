import { expect, it } from 'vitest'
import { emptyFacts } from '../../../src/core/decision/parse-facts.ts'
import { undecided } from '../../../src/core/decision/undecided.ts'
import { baseFacts } from '../../support/approval-world.ts'
import { at } from '../../support/decision.ts'

const NOW = at('2026-11-22T10:00:00Z')

it.each([
  { obstacle: { code: 'conflict', paths: ['a.yaml'] }, outcome: 'hold' },
  { obstacle: { code: 'policy-invalid' }, outcome: 'error' },
  { obstacle: { code: 'unreadable', text: 'no' }, outcome: 'error' },
] as const)('$obstacle.code: $outcome, and nothing else is said', ({ obstacle, outcome }) => {
  expect(undecided(emptyFacts(NOW), obstacle)).toEqual({
    outcome,
    decidedAt: NOW,
    expiresAt: null,
    nextChangeAt: null,
    digests: { policy: '', facts: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), changes: '' },
    policies: [],
    changes: {
      changes: [],
      files: [],
      unchanged: { moved: 0, reformatted: 0 },
      routes: { added: [], removed: [], changed: [] },
      issues: [],
      analysed: { files: 0, objects: 0, notManifests: 0, unreadable: 0 },
    },
    findings: [],
    verdicts: [],
    breakGlass: null,
    approvals: { counted: [], notCounted: [] },
    ask: [],
    issues: [],
    obstacles: [obstacle],
    pullRequest: null,
  })
})

it('says whose merge it is and what is wrong', () => {
  const issue = { code: 'x', severity: 'high', path: 'a', line: 1, column: 1, text: 't' } as const
  const decision = undecided(baseFacts(), { code: 'policy-invalid' }, [issue])
  expect(decision.issues).toEqual([issue])
  expect(decision.pullRequest).toEqual({ number: 42, title: 'Open the path', author: 'amy' })
  const { pullRequest } = baseFacts()
  const nobody = undecided(baseFacts({ pullRequest: pullRequest && { ...pullRequest, author: null } }), {
    code: 'policy-invalid',
  })
  expect(nobody.pullRequest?.author).toBeNull()
})
