import { describe, expect, it } from 'vitest'
import type { Head, LabelEvent, Review } from '../../src/core/model/facts.ts'
import type { Requirement } from '../../src/core/model/requirement.ts'
import { err, ok } from '../../src/core/model/result.ts'
import { completeFacts } from '../../src/gate/complete-facts.ts'
import type { Directory } from '../../src/gate/directory.ts'
import type { Problem } from '../../src/gate/problem.ts'
import type { Snapshot } from '../../src/gate/pull-requests.ts'
import { anApprovalRequirement, at, aWindowRequirement } from '../support/decision.ts'
import { sha, someFacts } from './fake-gate.ts'

const LABEL = 'deploy-window/2h'
const SUE = { id: 5, login: 'sue', type: 'User', canWrite: null }
const BEN = { id: 2, login: 'ben', type: 'User', canWrite: true }
const FAILED: Problem = { code: 'unreachable', text: 'Cannot read.' }

const GRANT: LabelEvent = {
  event: 'labeled',
  label: LABEL,
  by: SUE,
  at: at('2026-11-22T09:00:00Z'),
  commit: null,
}
const APPROVAL: Review = {
  id: 1,
  by: BEN,
  state: 'APPROVED',
  commit: sha('b'),
  submittedAt: at('2026-11-22T09:00:00Z'),
}

function head(digit: string, moment: string): Head {
  return { sha: sha(digit), at: at(moment), by: BEN }
}

function aSnapshot(facts: Partial<Snapshot['facts']> = {}): Snapshot {
  return {
    number: 7,
    state: 'open',
    head: sha('d'),
    branch: { repository: 'acme/gitops', ref: 'work' },
    status: null,
    facts: someFacts(facts),
  }
}

function directory(overrides: Partial<Directory> = {}): Directory & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    team: (owner) => {
      asked.push(owner)
      return Promise.resolve({ members: ['ben'] })
    },
    canWrite: (login) => {
      asked.push(login)
      return Promise.resolve(ok(true))
    },
    heads: () => {
      asked.push('heads')
      return Promise.resolve(ok([head('d', '2026-11-22T08:00:00Z')]))
    },
    ...overrides,
  }
}

describe('what is asked for', () => {
  it.each<readonly [string, readonly Requirement[], Partial<Snapshot['facts']>, readonly string[]]>([
    ['nothing without a requirement', [], { reviews: [APPROVAL], labels: [LABEL], labelEvents: [GRANT] }, []],
    [
      'each team once',
      [anApprovalRequirement({ from: ['@Acme/Net', '@ben'] }), anApprovalRequirement()],
      {},
      ['@acme/net'],
    ],
    [
      'who pushed, when committers do not count and somebody approved',
      [anApprovalRequirement()],
      { reviews: [APPROVAL] },
      ['@acme/net', 'heads'],
    ],
    [
      'no pushes when committers count',
      [anApprovalRequirement({ excludeCommitters: false })],
      { reviews: [APPROVAL] },
      ['@acme/net'],
    ],
    [
      'the pushes for a strict approval',
      [anApprovalRequirement({ excludeCommitters: false, strict: true })],
      { reviews: [APPROVAL] },
      ['@acme/net', 'heads'],
    ],
    [
      'who put a window label on',
      [aWindowRequirement()],
      { labels: [LABEL], labelEvents: [GRANT] },
      ['@acme/sre', 'heads', 'sue'],
    ],
    [
      'nobody for a window label that is gone',
      [aWindowRequirement()],
      { labelEvents: [GRANT] },
      ['@acme/sre'],
    ],
    [
      'nobody for a label that a bot put on',
      [aWindowRequirement()],
      { labels: [LABEL], labelEvents: [{ ...GRANT, by: { ...SUE, type: 'Bot' } }] },
      ['@acme/sre', 'heads'],
    ],
  ])('%s', async (_name, requirements, facts, asked) => {
    const people = directory()
    await completeFacts(aSnapshot(facts), requirements, people)
    expect(people.asked.toSorted()).toEqual(asked.toSorted())
  })
})

describe('what becomes of the answers', () => {
  it('teams are known by their name in lower case, and label actors by what they may do', async () => {
    const snapshot = aSnapshot({ labels: [LABEL], labelEvents: [GRANT] })
    const { facts, problems } = await completeFacts(
      snapshot,
      [aWindowRequirement({ openers: ['@Acme/SRE'] })],
      directory(),
    )
    expect(problems).toEqual([])
    expect([...facts.teams.keys()]).toEqual(['@acme/sre'])
    expect(facts.labelEvents).toEqual([{ ...GRANT, by: { ...SUE, canWrite: true } }])
  })

  it('only heads that are part of the pull request or were there when a label was put on are kept', async () => {
    const heads = [
      head('a', '2026-11-22T07:30:00Z'),
      head('b', '2026-11-22T08:30:00Z'),
      head('c', '2026-11-22T09:10:00Z'),
      head('d', '2026-11-22T09:30:00Z'),
    ]
    const commits = [{ sha: sha('c'), author: null, committer: null, coAuthors: [], automaticMerge: false }]
    const snapshot = aSnapshot({ commits, labels: [LABEL], labelEvents: [GRANT] })
    const people = directory({ heads: () => Promise.resolve(ok(heads)) })
    const { facts } = await completeFacts(snapshot, [aWindowRequirement()], people)
    expect(facts.heads.map((tip) => tip.sha)).toEqual([sha('b'), sha('c'), sha('d')])
  })

  it('what cannot be read is named, and why', async () => {
    const snapshot = aSnapshot({ labels: [LABEL], labelEvents: [GRANT], incomplete: ['reviews'] })
    const people = directory({
      canWrite: () => Promise.resolve(err(FAILED)),
      heads: () => Promise.resolve(err(FAILED)),
    })
    const { facts, problems } = await completeFacts(snapshot, [aWindowRequirement()], people)
    expect(facts.incomplete).toEqual(['reviews', 'labelEvents', 'heads'])
    expect(problems).toEqual([FAILED, FAILED])
  })
})
