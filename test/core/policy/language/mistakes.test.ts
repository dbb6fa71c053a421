import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { builtinPolicy } from '../../../../src/adapters/files/builtin-policies.ts'
import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import { issueLines } from '../../../../src/core/report/terminal.ts'
import { at } from '../../../support/decision.ts'

const FOLDER = 'test/core/policy/language/mistakes'

it('says all mistakes of a policy at once, with their places and what to write', () => {
  const text = readFileSync(join(FOLDER, 'policy.yaml'), 'utf8')
  const loaded = loadPolicy([{ path: 'policy.yaml', text, builtin: false }], builtinPolicy, {
    now: at('2026-11-22T10:00:00Z'),
  })
  if (loaded.ok) throw new Error('it was loaded')
  const said = `${issueLines(loaded.error).join('\n')}\n`
  const golden = join(FOLDER, 'expected.txt')
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, said)
  expect(said).toBe(readFileSync(golden, 'utf8'))
})
