import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportGates, reportSweep } from '../../src/action/report.ts'
import { harmless } from '../../src/action/runner.ts'
import type { Status } from '../../src/gate/ports/statuses.ts'
import type { GateReport } from '../../src/gate/run-gate.ts'
import { aDecision, aFinding, at } from '../support/decision.ts'
import { anAllow, sha, someFacts } from '../gate/fake-gate.ts'
import { fakeRunner } from './fake-runner.ts'

function aReport(overrides: Partial<GateReport> = {}): GateReport {
  return {
    number: 7,
    head: sha('a'),
    decision: aDecision(),
    facts: someFacts(),
    status: { state: 'pending', description: 'Waiting' },
    problem: null,
    notes: [],
    groups: [],
    ...overrides,
  }
}

let temp = ''
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'report-'))
})
afterEach(() => {
  rmSync(temp, { recursive: true, force: true })
})

describe('what the step says', () => {
  it('about a hold: outputs, the decision as JSON, a summary, and no failure', async () => {
    const runner = fakeRunner()
    const findings = [
      aFinding({ severity: 'high' }),
      aFinding({ severity: 'critical' }),
      aFinding({ severity: 'low' }),
    ]
    await reportGates([aReport({ decision: aDecision({ findings }) })], temp, runner)
    const path = join(temp, 'drawbridge-decision-7.json')
    expect(runner.outputs).toEqual({
      outcome: 'hold',
      decision: path,
      facts: join(temp, 'drawbridge-facts-7.json'),
      'expires-at': '',
      findings: '3',
      severity: 'critical',
    })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ kind: 'Decision', outcome: 'hold' })
    expect(runner.failures).toEqual([])
    expect(runner.summaries.join('')).toContain('@acme/net')
  })

  it('about the places that ask for something, of the worst decision only', async () => {
    const runner = fakeRunner()
    const findings = [aFinding({ rule: 'denied', effect: 'deny' })]
    const deny = aReport({ number: 8, decision: aDecision({ outcome: 'deny', findings }) })
    await reportGates([aReport(), deny, aReport({ decision: anAllow() })], temp, runner)
    expect(runner.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual(['error high: denied'])
  })

  it('about no place where nothing could be decided on any', async () => {
    const runner = fakeRunner()
    await reportGates([aReport({ decision: null })], temp, runner)
    expect(runner.annotations).toEqual([])
  })

  it('about an allow with an end', async () => {
    const runner = fakeRunner()
    await reportGates(
      [
        aReport({
          status: { state: 'success', description: 'Approved' },
          decision: anAllow({ expiresAt: at('2026-11-22T12:00:00Z') }),
        }),
      ],
      temp,
      runner,
    )
    expect(runner.outputs).toMatchObject({
      outcome: 'allow',
      'expires-at': '2026-11-22T12:00:00Z',
      severity: '',
    })
  })

  it('about several pull requests: the outputs are of the worst', async () => {
    const runner = fakeRunner()
    const deny = aReport({ number: 8, decision: aDecision({ outcome: 'deny' }) })
    await reportGates([aReport(), deny], temp, runner)
    expect(runner.outputs).toMatchObject({
      outcome: 'deny',
      decision: join(temp, 'drawbridge-decision-8.json'),
    })
  })

  it('about an allow that was not posted as one: it holds, beside one that was', async () => {
    const runner = fakeRunner()
    const allowed = aReport({ decision: anAllow(), status: { state: 'success', description: 'Approved' } })
    const waiting = aReport({
      number: 8,
      decision: anAllow(),
      status: { state: 'pending', description: 'Waiting' },
    })
    await reportGates([allowed, waiting], temp, runner)
    expect(runner.outputs).toMatchObject({
      outcome: 'hold',
      decision: join(temp, 'drawbridge-decision-8.json'),
    })
  })

  it.each<readonly [string, Partial<GateReport>]>([
    [
      'nothing could be read',
      { decision: null, status: null, problem: { code: 'permission', text: 'Cannot read.' } },
    ],
    ['it could not be decided', { decision: aDecision({ outcome: 'error' }) }],
  ])('fails when %s', async (_name, overrides) => {
    const runner = fakeRunner()
    await reportGates([aReport(overrides)], temp, runner)
    expect(runner.outputs['outcome']).toBe('error')
    expect(runner.failures).toHaveLength(1)
  })

  it('keeps the summaries of several pull requests and of a long sweep below 1 MiB together', async () => {
    const runner = fakeRunner()
    const findings = Array.from({ length: 3000 }, (_, index) => {
      const path = `${'\u{1F6A8}&'.repeat(60)}/${String(index)}.yaml`
      return aFinding({ rule: `r-${String(index)}`, message: '|&'.repeat(500), path, why: '&'.repeat(400) })
    })
    const many = Array.from({ length: 8 }, (_, index) =>
      aReport({ number: index, decision: aDecision({ findings }) }),
    )
    await reportGates(many, temp, runner)
    expect(runner.summaries).toHaveLength(8)
    expect(Buffer.byteLength(runner.summaries.join('\n'))).toBeLessThan(1024 * 1024)
    expect(Buffer.byteLength(JSON.stringify(runner.outputs))).toBeLessThan(10_000)

    const sweep = fakeRunner()
    const status = { state: 'pending', description: '&'.repeat(140) } as const
    const gates = Array.from({ length: 3000 }, (_, number) => aReport({ number, status }))
    await reportSweep({ open: 3000, gates, overdue: [], problem: null }, sweep)
    expect(Buffer.byteLength(sweep.summaries.join(''))).toBeLessThan(1024 * 1024)
    expect(sweep.summaries.join('')).toContain('- and 2500 more; the log of this run has all\n')
  })

  it('about a sweep is one line for each pull request', async () => {
    const runner = fakeRunner()
    const overdue = ['The review of #3 is overdue.']
    await reportSweep({ open: 3, gates: [aReport(), aReport({ number: 9 })], overdue, problem: null }, runner)
    expect(runner.log).toContain('Swept 2 of 3 open pull requests.')
    expect(runner.summaries.join('')).toMatch(
      /- \\#7: pending: Waiting\n- \\#9.*\n- The review of \\#3 is overdue/,
    )
    expect(runner.log.join('\n')).toContain('The review of #3 is overdue.')
    expect(runner.failures).toEqual([])
  })
})

describe('a sweep with something that cannot be decided', () => {
  const PROBLEM = { code: 'unreachable', text: 'Cannot read it.' } as const
  const status = (state: Status['state']): Status => ({ state, description: 'Cannot read it.' })
  const group = (standing: Status | null): Partial<GateReport> => ({
    groups: [
      { branch: 'main', commit: sha('b'), numbers: [7], status: standing, problem: PROBLEM, notes: [] },
    ],
  })

  it.each<readonly [string, Partial<GateReport>]>([
    ['is told, where an error stands', { decision: null, problem: PROBLEM, status: status('error') }],
    [
      'is told, where the decision is an error',
      { decision: aDecision({ outcome: 'error' }), status: status('error') },
    ],
    ["is told, where an error stands on a queue's group", group(status('error'))],
  ])('%s, and the sweep is none that failed', async (_, overrides) => {
    const runner = fakeRunner()
    await reportSweep({ open: 1, gates: [aReport(overrides)], overdue: [], problem: null }, runner)
    expect(runner.failures).toEqual([])
    expect(runner.log.join('\n')).toContain('Cannot read it.')
  })

  it.each<readonly [string, Partial<GateReport>]>([
    ['nothing could be posted', { decision: null, problem: PROBLEM, status: null }],
    ['a green stands', { problem: PROBLEM, status: status('success') }],
    ["nothing could be posted on a queue's group", group(null)],
    ["a green stands on a queue's group", group(status('success'))],
  ])('fails where %s', async (_, overrides) => {
    const runner = fakeRunner()
    await reportSweep({ open: 1, gates: [aReport(overrides)], overdue: [], problem: null }, runner)
    expect(runner.failures.join('\n')).toContain('Cannot read it.')
  })

  it('fails for one pull request in any case', async () => {
    const runner = fakeRunner()
    await reportGates([aReport(group(status('error')))], temp, runner)
    expect(runner.failures.join('\n')).toContain('Cannot read it.')
  })
})

describe('text from a pull request in the log', () => {
  it.each([
    ['::set-env name=A::b', ': :set-env name=A::b'],
    ['fine\n  ::error::x', 'fine\n  : :error::x'],
    ['fine\r::error::x', 'fine::error::x'],
    ['x ##[add-mask]y', 'x ## [add-mask]y'],
    ['a::b', 'a::b'],
  ])('%j is no workflow command', (text, safe) => {
    expect(harmless(text)).toBe(safe)
  })
})
