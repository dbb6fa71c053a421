import { describe, expect, it } from 'vitest'
import {
  checkEvent,
  checkFilters,
  checkSchedule,
  checkTypes,
} from '../../../src/core/doctor/gate-triggers.ts'
import { ok } from '../../../src/core/model/result.ts'
import { gate, setup, WITH_APP, workflows, ZERO } from '../../support/observation.ts'

const CHECKS = [checkEvent, checkTypes, checkFilters, checkSchedule] as const

it.each([
  { name: 'with an app', read: WITH_APP },
  { name: 'zero set-up', read: ZERO },
])('the example $name runs as it should', ({ read }) => {
  expect(CHECKS.map((check) => check(setup(read))?.verdict)).toEqual(['ok', 'ok', 'ok', 'ok'])
})

it('nothing is asked of no gate', () => {
  expect(CHECKS.map((check) => check(setup(ok([]))))).toEqual([null, null, null, null])
})

function on(triggers: string) {
  return setup(workflows({ 'a.yml': gate(triggers) }))
}

describe('the event', () => {
  it.each(['pull_request', 'pull_request_review', 'pull_request_review_comment', 'merge_group'])(
    '%s runs the file of the pull request',
    (event) => {
      expect(checkEvent(on(`[pull_request_target, ${event}]`))).toMatchObject({
        verdict: 'fix',
        remark: { code: 'event-of-head', events: [event] },
      })
    },
  )

  it('of pull requests is missing', () => {
    expect(checkEvent(on('push'))).toMatchObject({ verdict: 'fix', remark: { code: 'event-missing' } })
    expect([checkTypes(on('push')), checkFilters(on('push'))]).toEqual([null, null])
  })
})

describe('the types', () => {
  it.each([
    {
      name: 'that GitHub takes by itself',
      triggers: 'pull_request_target',
      types: ['edited', 'labeled', 'unlabeled', 'closed'],
    },
    {
      name: 'without labels',
      triggers: '{ pull_request_target: { types: [opened, reopened, synchronize, edited, closed] } }',
      types: ['labeled', 'unlabeled'],
    },
    {
      name: 'none at all',
      triggers: '{ pull_request_target: { types: [] } }',
      types: ['opened', 'reopened', 'synchronize', 'edited', 'labeled', 'unlabeled', 'closed'],
    },
  ])('$name are too few', ({ triggers, types }) => {
    expect(checkTypes(on(triggers))).toMatchObject({
      verdict: 'fix',
      remark: { code: 'types-missing', types },
    })
  })

  it('of two workflows count together', () => {
    const both = setup(
      workflows({
        'a.yml': gate('{ pull_request_target: { types: [opened, reopened, synchronize] } }'),
        'b.yml': gate('{ pull_request_target: { types: [edited, labeled, unlabeled, closed] } }'),
      }),
    )
    expect(checkTypes(both)).toMatchObject({ verdict: 'ok' })
  })
})

it.each(['paths', 'paths-ignore', 'branches', 'branches-ignore'])('a filter by %s', (filter) => {
  expect(checkFilters(on(`{ pull_request_target: { ${filter}: [a] } }`))).toMatchObject({
    verdict: 'fix',
    remark: { code: 'filtered', filters: [filter] },
  })
})

it('a filter of another event is none of ours', () => {
  expect(checkFilters(on('{ pull_request_target: , push: { branches: [main] } }'))).toMatchObject({
    verdict: 'ok',
  })
})

it('no schedule', () => {
  expect(checkSchedule(on('pull_request_target'))).toMatchObject({
    verdict: 'fix',
    remark: { code: 'not-scheduled' },
  })
})
