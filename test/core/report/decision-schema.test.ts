import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import * as v from 'valibot'

import { stringifyJson } from '../../../src/core/model/json.ts'
import { changesJson } from '../../../src/core/report/changes-json.ts'
import { decisionJson } from '../../../src/core/report/decision-json.ts'
import { ChangesSchema, DecisionSchema } from '../../../src/core/report/decision-schema.ts'
import { aDecision, aMissingApproval, anOpenWindow } from '../../support/decision.ts'

const FOLDER = 'examples/shop/pull-requests'

describe('every decision has the shape of its schema', () => {
  it.each(readdirSync(FOLDER))('%s', (name) => {
    const decision: unknown = JSON.parse(readFileSync(join(FOLDER, name, 'expected/decision.json'), 'utf8'))
    expect(v.safeParse(DecisionSchema, decision).issues).toBeUndefined()
  })

  it.each([
    { name: 'held', decision: aDecision() },
    {
      name: 'allowed',
      decision: aDecision({
        outcome: 'allow',
        verdicts: [
          aMissingApproval({ verdict: 'met', reason: { code: 'approved' } }),
          anOpenWindow('2026-11-22T16:00:00Z'),
        ],
      }),
    },
    {
      name: 'undecided',
      decision: aDecision({
        outcome: 'error',
        obstacles: [{ code: 'policy-invalid' }],
        digests: { policy: '', facts: 'sha256:1', changes: '' },
      }),
    },
  ])('$name', ({ decision }) => {
    expect(
      v.safeParse(DecisionSchema, JSON.parse(stringifyJson(decisionJson(decision)))).issues,
    ).toBeUndefined()
    expect(
      v.safeParse(ChangesSchema, JSON.parse(stringifyJson(changesJson(decision.changes)))).issues,
    ).toBeUndefined()
  })

  it('and what is no decision has not', () => {
    expect(v.safeParse(DecisionSchema, { kind: 'Decision', outcome: 'maybe' }).success).toBe(false)
  })
})
