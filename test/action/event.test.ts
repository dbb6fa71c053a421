import { describe, expect, it } from 'vitest'
import { targetOf } from '../../src/action/event.ts'
import { sha } from '../gate/fake-gate.ts'

/** What GitHub calls the branch of a group. */
const QUEUE = `gh-readonly-queue/release/1.x/pr-7-${sha('b')}`
const PULL = { pull_request: { number: 7, head: { sha: 'ignored' }, labels: ['ignored'] } }

describe('auto', () => {
  it.each<readonly [string, unknown, unknown]>([
    ['pull_request_target', PULL, { kind: 'pull-request', number: 7 }],
    ['pull_request', PULL, { kind: 'pull-request', number: 7 }],
    ['pull_request_review', PULL, { kind: 'pull-request', number: 7 }],
    ['issue_comment', { issue: { number: 7, pull_request: {} } }, { kind: 'pull-request', number: 7 }],
    ['issue_comment', { issue: { number: 7 } }, { kind: 'nothing', why: 'Issue #7 is no pull request.' }],
    [
      'workflow_run',
      { workflow_run: { head_sha: sha('a'), pull_requests: [] } },
      { kind: 'head', sha: sha('a') },
    ],
    [
      'workflow_run',
      { workflow_run: { head_sha: sha('a'), event: 'merge_group', head_branch: QUEUE } },
      { kind: 'group', branch: 'release/1.x', sha: sha('a') },
    ],
    [
      'merge_group',
      { merge_group: { head_sha: sha('a'), head_ref: `refs/heads/${QUEUE}`, base_sha: 'ignored' } },
      { kind: 'group', branch: 'release/1.x', sha: sha('a') },
    ],
    ['workflow_dispatch', { inputs: { pr: '7' } }, { kind: 'pull-request', number: 7 }],
    ['workflow_dispatch', { inputs: { pr: '' } }, { kind: 'sweep', reason: 'base-moved' }],
    ['workflow_dispatch', { inputs: null }, { kind: 'sweep', reason: 'base-moved' }],
    ['schedule', {}, { kind: 'sweep', reason: 'time' }],
    ['push', {}, { kind: 'sweep', reason: 'base-moved' }],
  ])('%s with %j', (event, payload, target) => {
    expect(targetOf('auto', event, payload)).toEqual({ ok: true, value: target })
  })

  it.each<readonly [string, unknown, RegExp]>([
    ['discussion', {}, /discussion is not handled/],
    ['merge_group', {}, /merge_group names no head commit/],
    ['merge_group', { merge_group: { head_sha: 'main', head_ref: QUEUE } }, /names no head commit/],
    [
      'merge_group',
      { merge_group: { head_sha: sha('a'), head_ref: 'refs/heads/main' } },
      /no branch of a merge/,
    ],
    [
      'workflow_run',
      { workflow_run: { head_sha: sha('a'), event: 'merge_group', head_branch: null } },
      /no branch of a merge/,
    ],
    ['pull_request_target', {}, /names no pull request/],
    ['pull_request_target', { pull_request: { number: '7' } }, /names no pull request/],
    ['pull_request_target', null, /names no pull request/],
    ['workflow_run', { workflow_run: { head_sha: 'main' } }, /names no head commit/],
    ['workflow_dispatch', { inputs: { pr: '7; rm' } }, /is the number of a pull request/],
    ['workflow_dispatch', { inputs: { pr: '0' } }, /is the number of a pull request/],
  ])('refuses %s with %j', (event, payload, error) => {
    expect(targetOf('auto', event, payload)).toEqual({ ok: false, error: expect.stringMatching(error) })
  })
})

it('A59: a run that is repeated takes nothing from its old event but which pull request it is about', () => {
  const old = {
    ...PULL,
    review: { state: 'approved', user: { login: 'dan' } },
    label: { name: 'deploy-window/2h' },
  }
  for (const event of ['pull_request_target', 'pull_request_review'])
    expect(targetOf('auto', event, old)).toEqual({ ok: true, value: { kind: 'pull-request', number: 7 } })
})

it('mode sweep sweeps on any event', () => {
  expect(targetOf('sweep', 'pull_request_target', PULL)).toEqual({
    ok: true,
    value: { kind: 'sweep', reason: 'time' },
  })
})

it('mode gate refuses an event without a pull request', () => {
  expect(targetOf('gate', 'schedule', {})).toMatchObject({ ok: false })
  expect(targetOf('gate', 'pull_request_target', PULL)).toMatchObject({ ok: true })
})
