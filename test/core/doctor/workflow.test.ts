import { describe, expect, it } from 'vitest'
import { parseWorkflow } from '../../../src/core/doctor/workflow.ts'
import { example } from '../../support/observation.ts'

const JOBS = 'jobs: { a: { steps: [] } }\n'

function triggersOf(on: string): unknown {
  const read = parseWorkflow('w.yml', `on: ${on}\n${JOBS}`)
  return read.ok && Object.fromEntries(read.value.triggers)
}

describe('a workflow', () => {
  it('of the examples', () => {
    const read = parseWorkflow('drawbridge.yml', example('drawbridge.yml'))
    const value = read.ok ? read.value : undefined
    expect(value?.name).toBe('drawbridge')
    expect([...(value?.triggers.keys() ?? [])]).toEqual([
      'pull_request_target',
      'workflow_run',
      'schedule',
      'push',
      'workflow_dispatch',
    ])
    expect(value?.jobs).toMatchObject([{ id: 'decide', name: 'gate-runner', environment: 'drawbridge' }])
    expect(value?.jobs[0]?.steps.map(({ uses }) => uses.split('@')[0])).toEqual([
      'actions/create-github-app-token',
      'OWNER/drawbridge',
    ])
  })

  it.each([
    { name: 'one event', on: 'push', want: { push: { types: null, filters: [] } } },
    { name: 'a list of events', on: '[push, pull_request]', want: { push: {}, pull_request: {} } },
    { name: 'an event with nothing to it', on: '{ push: }', want: { push: { types: null } } },
    {
      name: 'one type without a list',
      on: '{ pull_request_target: { types: labeled } }',
      want: { pull_request_target: { types: ['labeled'] } },
    },
    {
      name: 'a schedule',
      on: '{ schedule: [ { cron: "4 * * * *" } ] }',
      want: { schedule: { filters: [] } },
    },
    {
      name: 'filters',
      on: '{ pull_request_target: { paths: [a], branches-ignore: [b] } }',
      want: { pull_request_target: { filters: ['paths', 'branches-ignore'] } },
    },
    {
      name: 'workflows that it waits for',
      on: '{ workflow_run: { workflows: relay } }',
      want: { workflow_run: { workflows: ['relay'] } },
    },
  ])('with $name', ({ on, want }) => {
    expect(triggersOf(on)).toMatchObject(want)
  })

  it('without a name is called by its path, its jobs by their ids', () => {
    const read = parseWorkflow(
      'w.yml',
      'on: push\njobs: { a: { environment: { name: e }, steps: [ { run: x, with: { Ref: 1 } } ] } }\n',
    )
    expect(read).toMatchObject({
      value: {
        name: 'w.yml',
        jobs: [{ id: 'a', name: 'a', environment: 'e', steps: [{ uses: '', run: 'x' }] }],
      },
    })
    expect(read.ok && read.value.jobs[0]?.steps[0]?.inputs.get('ref')).toBe('1')
  })

  it.each([
    { name: 'nothing', text: '' },
    { name: 'no YAML', text: 'on: [' },
    { name: 'two documents', text: 'on: push\n---\non: push\n' },
    { name: 'a list', text: '- on\n' },
    { name: 'no trigger', text: JOBS },
    { name: 'no job', text: 'on: push\n' },
    { name: 'a trigger that is none', text: `on: { push: 3 }\n${JOBS}` },
    { name: 'steps that are none', text: 'on: push\njobs: { a: { steps: x } }\n' },
  ])('that is $name is refused with what is wrong', ({ text }) => {
    const read = parseWorkflow('w.yml', text)
    expect(!read.ok && read.error).toMatch(/./)
  })
})
