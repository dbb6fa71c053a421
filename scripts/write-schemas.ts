import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'

import { FactsSchema } from '../src/core/decision/facts-schema.ts'
import { PolicySchema } from '../src/core/policy/language/policy-schema.ts'
import { PolicyTestSchema } from '../src/core/policy/cases/policy-test-schema.ts'
import { ChangesSchema, DecisionSchema } from '../src/core/report/decision-schema.ts'
import { DiagnosisSchema } from '../src/core/report/diagnosis-schema.ts'
import { SimulationSchema } from '../src/core/report/simulation-schema.ts'

/** Writes the JSON Schemas of our own formats from the definitions that the program itself checks with. */
const SCHEMAS: readonly (readonly [name: string, schema: GenericSchema])[] = [
  ['policy', PolicySchema],
  ['policy-test', PolicyTestSchema],
  ['facts', FactsSchema],
  ['decision', DecisionSchema],
  ['changes', ChangesSchema],
  ['simulation', SimulationSchema],
  ['diagnosis', DiagnosisSchema],
]

const paths = SCHEMAS.map(([name, schema]) => {
  const path = `schemas/${name}.schema.json`
  const generated = toJsonSchema(schema, { target: 'draft-07', errorMode: 'ignore' })
  writeFileSync(path, `${JSON.stringify(generated, null, 2)}\n`)
  return path
})
const formatted = spawnSync('oxfmt', paths, { stdio: 'inherit' })
if (formatted.status !== 0) throw new Error(`oxfmt failed on ${paths.join(', ')}`)
