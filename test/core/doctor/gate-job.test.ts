import { describe, expect, it } from 'vitest'
import { checkHeadCheckout } from '../../../src/core/doctor/head-checkout.ts'
import { checkJobNames } from '../../../src/core/doctor/job-names.ts'
import { ok } from '../../../src/core/model/result.ts'
import {
  gate,
  observation,
  setup,
  UNREAD,
  UNREAD_REMARK,
  WITH_APP,
  workflows,
} from '../../support/observation.ts'

function jobNamed(job: string) {
  return setup(workflows({ 'a.yml': `on: push\njobs: { ${job} }\n` }))
}

describe('the names of jobs', () => {
  it.each([
    { name: 'by its id', job: 'drawbridge: { steps: [] }' },
    { name: 'by its name', job: 'a: { name: drawbridge, steps: [] }' },
    { name: 'in other letters', job: 'a: { name: Drawbridge, steps: [] }' },
  ])('a job is called like the status $name', ({ job }) => {
    expect(checkJobNames(observation(), jobNamed(job))).toMatchObject({
      verdict: 'fix',
      remark: { code: 'job-named-as-status', path: '.github/workflows/a.yml' },
    })
  })

  it.each([
    { name: '"${{ matrix.name }}"', verdict: 'unknown' },
    { name: '"draw${{ matrix.name }}"', verdict: 'unknown' },
    { name: '"${{ matrix.name }}bridge"', verdict: 'unknown' },
    { name: '"test ${{ matrix.name }}"', verdict: 'ok' },
    { name: '"${{ matrix.name }} (fast)"', verdict: 'ok' },
    { name: 'gate-runner', verdict: 'ok' },
  ])('$name is $verdict', ({ name, verdict }) => {
    expect(checkJobNames(observation(), jobNamed(`a: { name: ${name}, steps: [] }`))).toMatchObject({
      verdict,
    })
  })

  it('are those of the examples', () => {
    expect(checkJobNames(observation(), setup(WITH_APP))).toMatchObject({ verdict: 'ok' })
  })

  it('are not known where a workflow cannot be read', () => {
    expect(checkJobNames(observation(), setup(UNREAD))).toMatchObject({
      verdict: 'unknown',
      remark: UNREAD_REMARK,
    })
  })
})

describe('the job of the gate', () => {
  it.each([
    '- { uses: actions/checkout@v4, with: { ref: "${{ github.event.pull_request.head.sha }}" } }',
    '- { uses: actions/checkout@v4, with: { ref: "${{ github.head_ref }}" } }',
    '- { uses: actions/checkout@v4, with: { ref: "refs/pull/${{ github.event.number }}/merge" } }',
    '- { uses: actions/checkout@v4, with: { ref: "${{ github.event.workflow_run.head_sha }}" } }',
    '- { uses: actions/checkout@v4, with: { repository: "${{ github.event.pull_request.head.repo.full_name }}" } }',
    '- { uses: actions/checkout@v7, with: { allow-unsafe-pr-checkout: true } }',
    '- { run: "gh pr checkout 7" }',
    '- { run: "git fetch origin pull/7/head" }',
    '- { run: "git checkout $HEAD_SHA" }',
  ])('takes the head by %s', (step) => {
    const read = workflows({ 'a.yml': gate('push', { job: `      ${step}\n` }) })
    expect(checkHeadCheckout(setup(read))).toMatchObject({
      verdict: 'fix',
      remark: { code: 'head-checkout', job: 'decide' },
    })
  })

  it.each([
    '- { uses: actions/checkout@v4 }',
    '- { uses: actions/checkout@v4, with: { ref: main, allow-unsafe-pr-checkout: false } }',
    '- { run: "git checkout HEAD~1" }',
    '- { run: "echo head" }',
  ])('takes nothing by %s', (step) => {
    const read = workflows({ 'a.yml': gate('push', { job: `      ${step}\n` }) })
    expect(checkHeadCheckout(setup(read))).toMatchObject({ verdict: 'ok' })
  })

  it('is not asked for where there is none', () => {
    expect(checkHeadCheckout(setup(ok([])))).toBeNull()
  })
})
