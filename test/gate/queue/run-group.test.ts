import { describe, expect, it } from 'vitest'
import { err } from '../../../src/core/model/result.ts'
import { runGate } from '../../../src/gate/run-gate.ts'
import { type GroupReport, runGroup, runGroupsOf } from '../../../src/gate/queue/run-group.ts'
import { aDecision, anOpenWindow, at } from '../../support/decision.ts'
import { anAllow, aPull, fakeGate, type FakeGate, type FakePull, sha } from '../fake-gate.ts'

/** The base of every pull request of the fake is the commit of zeros. */
function queued(
  pulls: Readonly<Record<number, FakePull>> = { 7: aPull(), 8: aPull({ head: sha('b') }) },
): FakeGate {
  const gate = fakeGate(pulls)
  let base = sha('0')
  for (const [index, number] of Object.keys(pulls).entries()) {
    const commit = sha(String(index + 1))
    gate.queue.push({ number: Number(number), base, commit })
    base = commit
  }
  return gate
}

const states = (gate: FakeGate, commit: string): string[] =>
  gate.posts.filter(({ sha: on }) => on === sha(commit)).map(({ status }) => status.state)
const run = (gate: FakeGate, commit: string): Promise<GroupReport> =>
  runGroup(gate.tools, 'main', sha(commit))
const PROBLEM = { code: 'unreachable', text: 'GitHub is gone.' } as const

describe('a group of a merge queue', () => {
  it('gets pending, and then what all of its pull requests amount to', async () => {
    const gate = queued()
    expect(await run(gate, '2')).toMatchObject({
      numbers: [7, 8],
      status: { state: 'success' },
      problem: null,
    })
    expect(states(gate, '2')).toEqual(['pending', 'success'])
    expect(gate.posts.every(({ sha: on }) => on === sha('2'))).toBe(true)
  })

  it('P88 fails with any of them, also when only the last has to pass', async () => {
    const gate = queued({ 7: aPull({ decision: aDecision() }), 8: aPull({ head: sha('b') }) })
    expect(await run(gate, '2')).toMatchObject({
      status: { state: 'failure', description: expect.stringMatching(/^#7: /) },
    })
    expect(states(gate, '2')).toEqual(['pending', 'failure'])
  })

  it('does not wait for what stands behind it', async () => {
    const gate = queued({ 7: aPull(), 8: aPull({ head: sha('b'), decision: aDecision() }) })
    expect(await run(gate, '1')).toMatchObject({ numbers: [7], status: { state: 'success' } })
  })

  it('P89 is decided on what stands before each of them, not on the tip', async () => {
    const gate = queued()
    const bases: unknown[] = []
    const { assess } = gate.tools
    const tools = {
      ...gate.tools,
      assess: (facts: Parameters<typeof assess>[0]) => {
        bases.push(facts.pullRequest?.base.sha)
        return assess(facts)
      },
    }
    await runGroup(tools, 'main', sha('2'))
    expect(bases).toEqual([sha('0'), sha('1')])
  })

  it('posts nothing when nothing changed', async () => {
    const gate = queued()
    await run(gate, '2')
    const posted = gate.posts.length
    await run(gate, '2')
    expect(gate.posts).toHaveLength(posted)
  })

  it('asks how long the queue waits only where something ends', async () => {
    const gate = queued()
    await run(gate, '2')
    expect(gate.calls).not.toContain('queue timeout')
  })

  it.each([
    ['as the rule says', 3_600_000, '2026-11-22T11:30:00Z', 'success'],
    ['at the longest when no rule says it', null, '2026-11-22T15:59:00Z', 'failure'],
    ['at the longest when no rule says it', null, '2026-11-22T16:02:00Z', 'success'],
  ])('P47 needs a window that outlasts the queue: %s', async (_, timeout, end, state) => {
    const decision = anAllow({ expiresAt: at(end), verdicts: [anOpenWindow(end)] })
    const gate = queued({ 7: aPull({ decision }) })
    gate.timeout = timeout
    expect(await run(gate, '1')).toMatchObject({ status: { state } })
  })
})

describe('a group about which nothing certain is known gets an error', () => {
  it.each<readonly [string, (gate: FakeGate) => void, RegExp]>([
    [
      'a pull request was closed',
      (gate) => Object.assign(gate.pulls.get(8) ?? {}, { state: 'closed' }),
      /#8: it is closed/,
    ],
    [
      'it cannot be read',
      (gate) => Object.assign(gate.pulls.get(8) ?? {}, { problem: PROBLEM }),
      /GitHub is gone/,
    ],
    [
      'its commit holds something else',
      (gate) => (gate.holds = (head) => head !== sha('b')),
      /#8: its commit is not what/,
    ],
    [
      'its commit cannot be read',
      (gate) => (gate.holds = () => null),
      /#7: its commit, or what it is built on/,
    ],
    [
      'the branch moved on',
      (gate) => gate.queue.splice(0, 1, { number: 7, base: sha('c'), commit: sha('1') }),
      /#7: main moved on/,
    ],
    [
      'the queue is broken',
      (gate) => gate.queue.splice(0, 1, { number: 7, base: sha('0'), commit: sha('d') }),
      /#8: it is not built on #7/,
    ],
  ])('%s', async (_, change, text) => {
    const gate = queued()
    change(gate)
    const report = await run(gate, '2')
    expect(report).toMatchObject({
      status: { state: 'error' },
      problem: { text: expect.stringMatching(text) },
    })
    expect(states(gate, '2').at(-1)).toBe('error')
  })

  it('the queue cannot be read', async () => {
    const gate = queued()
    const queues = { ...gate.tools.queues, entries: () => Promise.resolve(err(PROBLEM)) }
    expect(await runGroup({ ...gate.tools, queues }, 'main', sha('2'))).toMatchObject({
      status: { state: 'error' },
      problem: PROBLEM,
    })
  })

  it('how long the queue waits cannot be read', async () => {
    const end = '2026-11-22T16:00:00Z'
    const gate = queued({
      7: aPull({ decision: anAllow({ expiresAt: at(end), verdicts: [anOpenWindow(end)] }) }),
    })
    const queues = { ...gate.tools.queues, timeout: () => Promise.resolve(err(PROBLEM)) }
    expect(await runGroup({ ...gate.tools, queues }, 'main', sha('1'))).toMatchObject({
      status: { state: 'error' },
      problem: PROBLEM,
    })
  })

  it('it goes into another branch', async () => {
    const gate = queued()
    expect(await runGroup(gate.tools, 'release', sha('1'))).toMatchObject({
      status: { state: 'error' },
      problem: { text: expect.stringContaining('#7: it does not go into release') },
    })
  })

  it('a fault happens, which is told as well', async () => {
    const gate = queued()
    const assess = (): Promise<never> => Promise.reject(new Error('broken'))
    await expect(runGroup({ ...gate.tools, assess }, 'main', sha('1'))).rejects.toThrow('broken')
    expect(states(gate, '1')).toEqual(['pending', 'error'])
  })

  it('its status is not taken, and nothing is green', async () => {
    const gate = queued()
    gate.refusePost = PROBLEM
    expect(await run(gate, '1')).toMatchObject({ status: null, problem: PROBLEM })
    expect(gate.posts).toEqual([])
  })
})

describe('a race', () => {
  it('a label that goes while the green is on its way is seen', async () => {
    const gate = queued({ 7: aPull({ labels: ['deploy-window/2h'] }) })
    gate.before = (call) => {
      const pull = gate.pulls.get(7)
      if (call === 'post success' && pull) Object.assign(pull, { labels: [], decision: aDecision() })
    }
    expect(await run(gate, '1')).toMatchObject({ status: { state: 'failure' } })
    expect(states(gate, '1')).toEqual(['pending', 'success', 'failure'])
  })

  it('an entry before it that leaves while the green is on its way is seen', async () => {
    const gate = queued()
    gate.before = (call) => {
      if (call === 'post success') gate.queue.splice(0, 1)
    }
    expect((await run(gate, '2')).status?.state).toBe('error')
    expect(states(gate, '2').at(-1)).toBe('error')
  })

  it('that does not end is an error', async () => {
    const gate = queued({ 7: aPull() })
    let turn = 0
    gate.before = (call) => {
      turn += 1
      const pull = gate.pulls.get(7)
      if (call === 'post success' && pull) pull.labels = [`deploy-window/${String(turn)}h`]
      if (call === 'latest') gate.posts.splice(0)
    }
    expect(await run(gate, '1')).toMatchObject({ problem: { code: 'moved' }, status: { state: 'error' } })
  })
})

describe('a commit that is in no queue any more', () => {
  it('gets nothing', async () => {
    const gate = queued()
    expect(await run(gate, '9')).toMatchObject({ status: null, problem: null, numbers: [] })
    expect(gate.posts).toEqual([])
  })

  it('loses its green', async () => {
    const gate = queued()
    await run(gate, '2')
    gate.queue.splice(0)
    expect(await run(gate, '2')).toMatchObject({ status: { state: 'failure' }, problem: null })
    expect(states(gate, '2')).toEqual(['pending', 'success', 'failure'])
  })
})

describe('a pull request in a queue', () => {
  it('takes its own group and those behind it along when it is decided on', async () => {
    const gate = queued({
      7: aPull(),
      8: aPull({ head: sha('b'), queued: true }),
      9: aPull({ head: sha('c') }),
    })
    for (const commit of ['1', '2', '3']) await run(gate, commit)
    Object.assign(gate.pulls.get(8) ?? {}, { decision: aDecision() })
    const report = await runGate(gate.tools, 8)
    expect(report.groups.map(({ commit, status }) => [commit, status?.state])).toEqual([
      [sha('2'), 'failure'],
      [sha('3'), 'failure'],
    ])
    expect(states(gate, '1').at(-1)).toBe('success')
  })

  it('that cannot be read takes the greens of its groups away', async () => {
    const gate = queued({ 7: aPull(), 8: aPull({ head: sha('b') }), 9: aPull({ head: sha('c') }) })
    for (const commit of ['1', '2', '3']) await run(gate, commit)
    Object.assign(gate.pulls.get(8) ?? {}, { problem: PROBLEM })
    const report = await runGate(gate.tools, 8)
    expect(report).toMatchObject({ status: { state: 'error' }, problem: PROBLEM })
    expect(report.groups.map(({ commit, status }) => [commit, status?.state])).toEqual([
      [sha('2'), 'error'],
      [sha('3'), 'error'],
    ])
    expect(states(gate, '1').at(-1)).toBe('success')
  })

  it('of which neither it nor the queue can be read says both', async () => {
    const gate = queued()
    Object.assign(gate.pulls.get(7) ?? {}, { problem: PROBLEM })
    const lost = { code: 'unreachable', text: 'The queue is lost.' } as const
    const queues = { ...gate.tools.queues, entries: () => Promise.resolve(err(lost)) }
    const report = await runGate({ ...gate.tools, queues }, 7)
    expect(report).toMatchObject({ problem: PROBLEM, status: { state: 'error' }, groups: [] })
    expect(report.notes).toContain('The queue is lost.')
  })

  it('that is in none has no groups', async () => {
    const gate = queued()
    expect((await runGate(gate.tools, 7)).groups).toEqual([])
    expect(await runGroupsOf(gate.tools, 'main', 99)).toEqual({ ok: true, value: [] })
  })

  it('whose queue cannot be read is told as a problem', async () => {
    const gate = queued({ 7: aPull({ queued: true }) })
    const queues = { ...gate.tools.queues, entries: () => Promise.resolve(err(PROBLEM)) }
    expect(await runGate({ ...gate.tools, queues }, 7)).toMatchObject({ problem: PROBLEM })
  })
})
