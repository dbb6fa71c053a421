import { writeFileSync } from 'node:fs'

import { keyReference } from './docs/key-reference.ts'
import { ruleTable } from './docs/rule-table.ts'

/** Writes the pages of `docs/` that are made from what the program itself reads: the packs and the schemas. */
writeFileSync('docs/rules.md', ruleTable())
writeFileSync(
  'docs/policy-keys.md',
  keyReference(
    'policy',
    'Every key of a policy',
    'What each key means and takes. [Policy](policy.md) explains them by subject; this table is made from `schemas/policy.schema.json`.',
  ),
)
writeFileSync(
  'docs/policy-test-keys.md',
  keyReference(
    'policy-test',
    'Every key of a policy test',
    'What each key means and takes. [Testing policies](testing-policies.md) explains how to write cases; this table is made from `schemas/policy-test.schema.json`.',
  ),
)
