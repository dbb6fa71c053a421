import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../src/core/doctor/observation.ts'
import { checkGate } from '../../../src/core/doctor/gate-workflow.ts'
import { ok } from '../../../src/core/model/result.ts'
import {
  gate,
  observation,
  setup,
  UNREAD,
  UNREAD_REMARK,
  WITH_APP,
  workflows,
  ZERO,
} from '../../support/observation.ts'

const NOT_YAML = 'on: ['
const OTHER = 'on: push\njobs: { a: { steps: [ { uses: acme/drawbridge-tools@v1 } ] } }\n'

it.each<{ name: string; read: Observation['workflows']; verdict: string; remark: object }>([
  {
    name: 'is there',
    read: WITH_APP,
    verdict: 'ok',
    remark: { code: 'gate', paths: ['.github/workflows/drawbridge.yml'] },
  },
  {
    name: 'is there, beside what cannot be read',
    read: ok([...(WITH_APP.ok ? WITH_APP.value : []), { path: 'x.yml', text: UNREAD }]),
    verdict: 'ok',
    remark: { code: 'gate' },
  },
  {
    name: 'is not there',
    read: ok([]),
    verdict: 'fix',
    remark: { code: 'gate-missing', defaultBranch: 'main' },
  },
  {
    name: 'is not what is called alike',
    read: workflows({ 'a.yml': OTHER }),
    verdict: 'fix',
    remark: { code: 'gate-missing' },
  },
  { name: 'may be in folders that cannot be read', read: UNREAD, verdict: 'unknown', remark: UNREAD_REMARK },
  {
    name: 'may be in a file that cannot be read',
    read: ok([{ path: 'x.yml', text: UNREAD }]),
    verdict: 'unknown',
    remark: UNREAD_REMARK,
  },
  {
    name: 'may be in a file that is no workflow',
    read: workflows({ 'a.yml': NOT_YAML }),
    verdict: 'unknown',
    remark: {
      code: 'unread',
      why: expect.stringMatching(/^\.github\/workflows\/a\.yml is no workflow that can be read: /),
    },
  },
  {
    name: 'gives another status',
    read: workflows({ 'a.yml': gate('push', { inputs: ', context: bridge' }) }),
    verdict: 'fix',
    remark: { code: 'gate-context', given: 'bridge', context: 'drawbridge' },
  },
  {
    name: 'gives a status that is an expression',
    read: workflows({ 'a.yml': gate('push', { inputs: ', context: "${{ vars.C }}"' }) }),
    verdict: 'unknown',
    remark: { code: 'unread' },
  },
])('the gate $name', ({ read, verdict, remark }) => {
  expect(checkGate(observation(), setup(read))).toMatchObject({ verdict, remark })
})

describe('the set-up', () => {
  it.each<{ name: string; read: Observation['workflows']; kind: string }>([
    { name: 'with an app', read: WITH_APP, kind: 'app' },
    { name: 'with the token of the job', read: ZERO, kind: 'zero' },
    { name: 'that cannot be read', read: UNREAD, kind: 'unknown' },
    { name: 'without a gate', read: ok([]), kind: 'unknown' },
    {
      name: 'with the token of the job by its other name',
      read: workflows({ 'a.yml': gate('push').replace('steps.app.outputs.token', 'secrets.GITHUB_TOKEN') }),
      kind: 'zero',
    },
    {
      name: 'with both is the weaker one',
      read: workflows({
        'a.yml': gate('push'),
        'b.yml': gate('push').replace('steps.app.outputs.token', 'github.token'),
      }),
      kind: 'zero',
    },
  ])('$name', ({ read, kind }) => {
    expect(setup(read).kind).toBe(kind)
  })
})
