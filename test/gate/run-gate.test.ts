import { describe, expect, it } from 'vitest'
import { undecided } from '../../src/core/decision/undecided.ts'
import { COMMENT_MARKER } from '../../src/gate/ports/comments.ts'
import { runGate } from '../../src/gate/run-gate.ts'
import { aDecision, at } from '../support/decision.ts'
import { anAllow, aPull, fakeGate, type FakeGate, sha, someFacts } from './fake-gate.ts'

function states(gate: FakeGate): readonly string[] {
  return gate.posts.map(({ status }) => status.state)
}

describe('an open pull request', () => {
  it.each([
    ['allow', 'success'],
    ['hold', 'pending'],
    ['deny', 'failure'],
    ['error', 'error'],
  ] as const)('that is decided %s gets the status %s', async (outcome, state) => {
    const gate = fakeGate({ 7: aPull({ decision: aDecision({ outcome }) }) })
    const report = await runGate(gate.tools, 7)
    expect(report).toMatchObject({ problem: null, status: { state }, head: sha('a') })
    expect(states(gate)).toEqual(['pending', state])
  })

  it('gets pending before anything is decided on a new head', async () => {
    const gate = fakeGate({ 7: aPull() })
    await runGate(gate.tools, 7)
    expect(gate.calls.indexOf('post pending')).toBeLessThan(gate.calls.indexOf('assess'))
  })

  it('gets nothing posted when nothing changed', async () => {
    const gate = fakeGate({ 7: aPull({ decision: aDecision() }) })
    await runGate(gate.tools, 7)
    const posted = gate.posts.length
    gate.calls.splice(0)
    await runGate(gate.tools, 7)
    expect(gate.posts).toHaveLength(posted)
    expect(gate.calls).toEqual(['read 7', 'openWithHead', 'assess', 'assess', 'find'])
  })

  it('that conflicts with its base waits', async () => {
    const decision = undecided(someFacts(), { code: 'conflict', paths: ['web.yaml'] })
    const gate = fakeGate({ 7: aPull({ decision }) })
    expect(await runGate(gate.tools, 7)).toMatchObject({
      status: { state: 'pending', description: expect.stringContaining('web.yaml') },
    })
  })

  it('never posts a description of more than 140 characters', async () => {
    const text = 'x'.repeat(400)
    const gate = fakeGate({ 7: aPull({ decision: undecided(someFacts(), { code: 'unreadable', text }) }) })
    await runGate(gate.tools, 7)
    expect(gate.posts.at(-1)?.status.description).toHaveLength(140)
  })
})

describe('a race', () => {
  it.each(['allow', 'deny'] as const)(
    'a head that moves before %s is posted is decided on instead',
    async (outcome) => {
      const gate = fakeGate({ 7: aPull({ decision: aDecision({ outcome, findings: [], verdicts: [] }) }) })
      const [pull] = gate.pulls.values()
      let decided = false
      gate.before = (call) => {
        if (decided && pull) Object.assign(pull, { head: sha('b'), decision: aDecision() })
        decided ||= call === 'assess'
      }
      const report = await runGate(gate.tools, 7)
      expect(report).toMatchObject({ head: sha('b'), status: { state: 'pending' } })
      expect(states(gate)).toEqual(
        outcome === 'allow'
          ? ['pending', 'pending', 'pending']
          : ['pending', 'failure', 'pending', 'pending'],
      )
    },
  )

  it('a label that is taken off while it is decided never gets a green', async () => {
    const gate = fakeGate({ 7: aPull({ labels: ['deploy-window/2h'] }) })
    const [pull] = gate.pulls.values()
    let decided = false
    gate.before = (call) => {
      if (decided && pull) Object.assign(pull, { labels: [], decision: aDecision() })
      decided ||= call === 'assess'
    }
    await runGate(gate.tools, 7)
    expect(states(gate)).toEqual(['pending', 'pending'])
  })

  it('a label that is taken off while a green is posted takes the green back', async () => {
    const gate = fakeGate({ 7: aPull({ labels: ['deploy-window/2h'] }) })
    const [pull] = gate.pulls.values()
    gate.before = (call) => {
      if (call !== 'post success' || !pull) return
      pull.labels = []
      pull.decision = aDecision()
    }
    await runGate(gate.tools, 7)
    expect(states(gate)).toEqual(['pending', 'success', 'pending'])
  })

  it('that does not end leaves an error, no green', async () => {
    const gate = fakeGate({ 7: aPull() })
    const [pull] = gate.pulls.values()
    gate.before = (call) => {
      if (call !== 'post success' && call !== 'post pending') return
      pull?.labels.push(`label-${String(gate.posts.length)}`)
      if (pull) pull.decision = pull.decision.outcome === 'allow' ? aDecision() : anAllow()
    }
    const report = await runGate(gate.tools, 7)
    expect(report.problem).toMatchObject({ code: 'moved' })
    expect(gate.posts.at(-1)?.status.state).toBe('error')
  })

  it('with a merge or a close ends without a green', async () => {
    const gate = fakeGate({ 7: aPull() })
    const [pull] = gate.pulls.values()
    gate.before = (call) => {
      if (call === 'post success' && pull) pull.state = 'closed'
    }
    await runGate(gate.tools, 7)
    expect(gate.posts.at(-1)?.status.state).toBe('failure')
  })
})

describe('two pull requests with one head', () => {
  it.each([7, 8])('get the worse verdict, whichever is asked about: #%i', async (number) => {
    const gate = fakeGate({ 7: aPull({ decision: aDecision() }), 8: aPull() })
    const report = await runGate(gate.tools, number)
    expect(report.status?.state).toBe('pending')
    expect(states(gate)).not.toContain('success')
  })

  it('name the other when its verdict is the worse', async () => {
    const gate = fakeGate({ 7: aPull({ decision: aDecision({ outcome: 'deny' }) }), 8: aPull() })
    const report = await runGate(gate.tools, 8)
    expect(report).toMatchObject({ decision: { outcome: 'allow' }, status: { state: 'failure' } })
    expect(report.status?.description).toMatch(/^Pull request #7 has the same head\. /)
  })

  it('let the one decide that stays open', async () => {
    const gate = fakeGate({ 7: aPull({ state: 'closed' }), 8: aPull() })
    expect(await runGate(gate.tools, 7)).toMatchObject({ number: 8, status: { state: 'success' } })
  })
})

describe('a pull request that is no longer open', () => {
  it('leaves no green when it was closed', async () => {
    const gate = fakeGate({ 7: aPull() })
    await runGate(gate.tools, 7)
    const [pull] = gate.pulls.values()
    if (pull) pull.state = 'closed'
    await runGate(gate.tools, 7)
    await runGate(gate.tools, 7)
    expect(states(gate)).toEqual(['pending', 'success', 'failure'])
  })

  it.each(['closed', 'merged'] as const)('and never had a status gets none: %s', async (state) => {
    const gate = fakeGate({ 7: aPull({ state }) })
    expect(await runGate(gate.tools, 7)).toMatchObject({ problem: null, decision: null })
    expect(gate.posts).toEqual([])
  })

  it('keeps its green when it was merged', async () => {
    const gate = fakeGate({ 7: aPull() })
    await runGate(gate.tools, 7)
    const [pull] = gate.pulls.values()
    if (pull) pull.state = 'merged'
    await runGate(gate.tools, 7)
    expect(gate.posts.at(-1)?.status.state).toBe('success')
  })
})

describe('a pull request that cannot be read', () => {
  it('gets the status error over an older green, once', async () => {
    const gate = fakeGate({ 7: aPull() })
    await runGate(gate.tools, 7)
    const [pull] = gate.pulls.values()
    if (pull) pull.problem = { code: 'permission', text: 'Cannot read pull request #7 (403).' }
    const report = await runGate(gate.tools, 7)
    await runGate(gate.tools, 7)
    expect(report.problem).toMatchObject({ code: 'permission' })
    expect(states(gate)).toEqual(['pending', 'success', 'error'])
  })

  it('gets the status error when deciding throws, and the fault is thrown on', async () => {
    const gate = fakeGate({ 7: aPull() })
    gate.before = (call) => {
      if (call === 'assess') throw new Error('out of memory')
    }
    await expect(runGate(gate.tools, 7)).rejects.toThrow('out of memory')
    expect(gate.posts.at(-1)?.status.state).toBe('error')
  })

  it('is a problem when the status cannot be posted', async () => {
    const gate = fakeGate({ 7: aPull() })
    gate.refusePost = { code: 'permission', text: 'Cannot post (403).' }
    expect(await runGate(gate.tools, 7)).toMatchObject({ problem: { code: 'permission' }, decision: null })
  })
})

describe('the comment', () => {
  it('is not made when there is nothing to say', async () => {
    const gate = fakeGate({ 7: aPull() })
    await runGate(gate.tools, 7)
    expect(gate.comments.size).toBe(0)
  })

  it('is made once, stays while it is true, and is replaced when nothing is left to say', async () => {
    const gate = fakeGate({ 7: aPull({ decision: aDecision() }) })
    await runGate(gate.tools, 7)
    await runGate(gate.tools, 7)
    expect(gate.calls.filter((call) => call === 'create' || call === 'update')).toEqual(['create'])
    const first = gate.comments.get(7)?.body ?? ''
    expect(first.startsWith(`${COMMENT_MARKER}\n`)).toBe(true)
    const [pull] = gate.pulls.values()
    if (pull) pull.decision = anAllow()
    await runGate(gate.tools, 7)
    expect(gate.comments.get(7)?.body).not.toBe(first)
    expect(gate.comments.get(7)?.body).not.toContain('@acme/net')
  })

  it('that fails changes no verdict and is noted', async () => {
    const gate = fakeGate({ 7: aPull({ decision: aDecision() }) })
    gate.refuseComment = { code: 'permission', text: 'Cannot read the comments (403).' }
    const report = await runGate(gate.tools, 7)
    expect(report).toMatchObject({ problem: null, status: { state: 'pending' } })
    expect(report.notes.join('\n')).toContain('The verdict stands without its comment.')
  })

  it('is not asked for when none is wanted', async () => {
    const gate = fakeGate({ 7: aPull({ decision: aDecision() }) })
    await runGate({ ...gate.tools, comments: null }, 7)
    expect(gate.calls).not.toContain('find')
  })
})

describe('a window that is about to close', () => {
  it.each([
    ['2026-11-22T10:02:01Z', 'success'],
    ['2026-11-22T10:02:00Z', 'pending'],
    ['2026-11-22T10:00:01Z', 'pending'],
  ])('at %s is %s at 10:00', async (end, state) => {
    const gate = fakeGate({ 7: aPull({ decision: anAllow({ expiresAt: at(end) }) }) })
    expect((await runGate(gate.tools, 7)).status?.state).toBe(state)
  })
})
