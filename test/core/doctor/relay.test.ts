import { describe, expect, it } from 'vitest'
import { checkQueue } from '../../../src/core/doctor/merge-queue.ts'
import type { Observation } from '../../../src/core/doctor/observation.ts'
import { checkRelay } from '../../../src/core/doctor/relay.ts'
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

const HEARD = gate('{ workflow_run: { workflows: [relay], types: [completed] } }')

function relay(on: string): string {
  return `name: relay\non: ${on}\njobs: { relay: { steps: [ { run: echo relay } ] } }\n`
}

function withUnread(read: Observation['workflows']): Observation['workflows'] {
  return ok([...(read.ok ? read.value : []), { path: 'x.yml', text: UNREAD }])
}

describe('the relay', () => {
  it.each<{ name: string; read: Observation['workflows']; verdict: string; remark: object }>([
    {
      name: 'of the examples',
      read: WITH_APP,
      verdict: 'ok',
      remark: { code: 'relay', path: '.github/workflows/drawbridge-relay.yml' },
    },
    { name: 'that zero set-up does without', read: ZERO, verdict: 'note', remark: { code: 'relay-missing' } },
    {
      name: 'that is missing',
      read: workflows({ 'gate.yml': HEARD }),
      verdict: 'fix',
      remark: { code: 'relay-missing' },
    },
    {
      name: 'that may be in a file that cannot be read',
      read: withUnread(workflows({ 'gate.yml': HEARD })),
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
    {
      name: 'that no gate waits for',
      read: workflows({ 'gate.yml': gate('push'), 'relay.yml': relay('pull_request_review') }),
      verdict: 'fix',
      remark: { code: 'relay-not-named', name: 'relay' },
    },
    {
      name: 'whose end is not waited for',
      read: workflows({
        'gate.yml': gate('{ workflow_run: { workflows: [relay], types: [requested] } }'),
        'relay.yml': relay('pull_request_review'),
      }),
      verdict: 'fix',
      remark: { code: 'relay-not-named' },
    },
    {
      name: 'that is waited for on some branches',
      read: workflows({
        'gate.yml': gate('{ workflow_run: { workflows: [relay], branches: [main] } }'),
        'relay.yml': relay('pull_request_review'),
      }),
      verdict: 'fix',
      remark: { code: 'relay-not-named' },
    },
    {
      name: 'with all types',
      read: workflows({ 'gate.yml': HEARD, 'relay.yml': relay('pull_request_review') }),
      verdict: 'ok',
      remark: { code: 'relay' },
    },
    {
      name: 'with too few types',
      read: workflows({
        'gate.yml': HEARD,
        'relay.yml': relay('{ pull_request_review: { types: [submitted] } }'),
      }),
      verdict: 'fix',
      remark: { code: 'relay-types', types: ['dismissed'] },
    },
  ])('$name', ({ read, verdict, remark }) => {
    expect(checkRelay(setup(read))).toMatchObject({ verdict, remark })
  })

  it('of no gate is not asked for', () => {
    expect(checkRelay(setup(ok([])))).toBeNull()
  })
})

describe('a merge queue', () => {
  const queue = (grouping: string): Partial<Observation> => ({
    rules: ok([{ kind: 'merge-queue', ruleset: 1, grouping }]),
  })
  const NOT_RELAYED = workflows({ 'gate.yml': HEARD, 'relay.yml': relay('[pull_request_review]') })
  const RELAYED = workflows({ 'gate.yml': HEARD, 'relay.yml': relay('[pull_request_review, merge_group]') })

  it.each<{
    name: string
    given: Partial<Observation>
    read: Observation['workflows']
    verdict: string
    remark: object
  }>([
    {
      name: 'of which the relay tells',
      given: queue('ALLGREEN'),
      read: RELAYED,
      verdict: 'ok',
      remark: { code: 'queue-relayed' },
    },
    {
      name: 'that looks at the last commit only',
      given: queue('HEADGREEN'),
      read: RELAYED,
      verdict: 'note',
      remark: { code: 'queue-head-only' },
    },
    {
      name: 'of which nobody tells',
      given: queue('ALLGREEN'),
      read: NOT_RELAYED,
      verdict: 'fix',
      remark: { code: 'queue-not-relayed' },
    },
    {
      name: 'of which a file that cannot be read may tell',
      given: queue('ALLGREEN'),
      read: withUnread(NOT_RELAYED),
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    },
  ])('$name', ({ given, read, verdict, remark }) => {
    expect(checkQueue(observation(given), setup(read))).toMatchObject({ verdict, remark })
  })

  it.each([
    { name: 'that is not there', rules: ok([]) },
    { name: 'of which the rules cannot be read, which is said already', rules: UNREAD },
  ])('$name', ({ rules }) => {
    expect(checkQueue(observation({ rules }), setup(WITH_APP))).toBeNull()
  })
})
