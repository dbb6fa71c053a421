import { describe, expect, it } from 'vitest'
import type { Head, LabelEvent, Review } from '../../../src/core/model/facts.ts'
import type { Requirement } from '../../../src/core/model/requirement.ts'
import { err, ok } from '../../../src/core/model/result.ts'
import { completeFacts, type FactNeeds, type FactSources } from '../../../src/gate/facts/complete-facts.ts'
import type { Directory } from '../../../src/gate/ports/directory.ts'
import type { Problem } from '../../../src/gate/ports/problem.ts'
import type { PullRequests, Snapshot } from '../../../src/gate/ports/pull-requests.ts'
import { COMMENT_MARKER } from '../../../src/gate/ports/comments.ts'
import type { OwnIssue } from '../../../src/gate/ports/debts.ts'
import type { Listed } from '../../../src/gate/ports/listed.ts'
import type { Assignments } from '../../../src/gate/ports/pull-requests.ts'
import { GLASS } from '../../support/broken-glass.ts'
import { anApprovalRequirement, at, aWindowRequirement } from '../../support/decision.ts'
import { fakeGate, sha, someFacts } from '../fake-gate.ts'

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

function aSnapshot({ labelEvents = [], ...facts }: Partial<Snapshot['facts']> = {}): Snapshot {
  return {
    labelEvents: labelEvents.map((event, index) => ({ id: String(index), event, editedSince: false })),
    number: 7,
    state: 'open',
    head: sha('d'),
    branch: { repository: 'acme/gitops', ref: 'work' },
    status: null,
    foreign: null,
    marked: null,
    queued: false,
    sharing: null,
    comment: undefined,
    requested: new Set(),
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

/** Everything that can be asked beside people: the names of labels are those of today. */
function sources(people: Directory, snapshot: Snapshot, overrides: Partial<PullRequests> = {}): FactSources {
  const gate = fakeGate({}).tools
  const names = new Map(snapshot.labelEvents.map(({ id, event }) => [id, event.label]))
  const pullRequests = { ...gate.pullRequests, labelNames: () => Promise.resolve(ok(names)), ...overrides }
  return { directory: people, debts: gate.debts, pullRequests }
}

function needing(...requirements: readonly Requirement[]): FactNeeds {
  return { requirements, breakGlass: null }
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
      'nobody for a window label that is gone, not even who may put it on',
      [aWindowRequirement()],
      { labelEvents: [GRANT] },
      [],
    ],
    [
      'nobody for a label that a bot put on',
      [aWindowRequirement()],
      { labels: [LABEL], labelEvents: [{ ...GRANT, by: { ...SUE, type: 'Bot' } }] },
      ['@acme/sre', 'heads'],
    ],
  ])('%s', async (_name, requirements, facts, asked) => {
    const people = directory()
    const snapshot = aSnapshot(facts)
    await completeFacts(snapshot, needing(...requirements), sources(people, snapshot))
    expect(people.asked.toSorted()).toEqual(asked.toSorted())
  })
})

describe('what becomes of the answers', () => {
  it('teams are known by their name in lower case, and label actors by what they may do', async () => {
    const snapshot = aSnapshot({ labels: [LABEL], labelEvents: [GRANT] })
    const { facts, problems } = await completeFacts(
      snapshot,
      needing(aWindowRequirement({ openers: ['@Acme/SRE'] })),
      sources(directory(), snapshot),
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
    const { facts } = await completeFacts(snapshot, needing(aWindowRequirement()), sources(people, snapshot))
    expect(facts.heads.map((tip) => tip.sha)).toEqual([sha('b'), sha('c'), sha('d')])
  })

  it('what cannot be read is named, and why', async () => {
    const snapshot = aSnapshot({ labels: [LABEL], labelEvents: [GRANT], incomplete: ['reviews'] })
    const people = directory({
      canWrite: () => Promise.resolve(err(FAILED)),
      heads: () => Promise.resolve(err(FAILED)),
    })
    const { facts, problems } = await completeFacts(
      snapshot,
      needing(aWindowRequirement()),
      sources(people, snapshot),
    )
    expect(facts.incomplete).toEqual(['reviews', 'labelEvents', 'heads'])
    expect(problems).toEqual([FAILED, FAILED])
  })
  it('a head that GitHub tells nothing of arrived now, and nobody knows by whom', async () => {
    const snapshot = aSnapshot({ labels: [LABEL], labelEvents: [GRANT] })
    const people = directory({ heads: () => Promise.resolve(ok([head('a', '2026-11-22T07:30:00Z')])) })
    const { facts } = await completeFacts(snapshot, needing(aWindowRequirement()), sources(people, snapshot))
    expect(facts.heads.at(-1)).toEqual({ sha: sha('d'), at: facts.now, by: null })
  })

  it('a label has the name that it had when it was set', async () => {
    const snapshot = aSnapshot({ labels: [LABEL], labelEvents: [GRANT] })
    const then = { labelNames: () => Promise.resolve(ok(new Map([['0', 'wip']]))) }
    const asked = sources(directory(), snapshot, then)
    const { facts } = await completeFacts(snapshot, needing(aWindowRequirement()), asked)
    expect(facts.labelEvents.map(({ label }) => label)).toEqual(['wip'])
    expect(facts.incomplete).toEqual([])
  })

  it.each([
    { name: 'of a label event nobody knows the name', names: ok(new Map<string, string>()) },
    { name: 'the names cannot be read', names: err(FAILED) },
  ])('the label events are not whole when $name', async ({ names }) => {
    const snapshot = aSnapshot({ labels: [LABEL], labelEvents: [GRANT] })
    const asked = sources(directory(), snapshot, { labelNames: () => Promise.resolve(names) })
    const { facts } = await completeFacts(snapshot, needing(aWindowRequirement()), asked)
    expect(facts.incomplete).toEqual(['labelEvents'])
  })

  it('an event of a label that was edited since counts for nothing', async () => {
    const plain = aSnapshot({ labels: [LABEL], labelEvents: [GRANT] })
    const snapshot = {
      ...plain,
      labelEvents: plain.labelEvents.map((one) => ({ ...one, editedSince: true })),
    }
    const { facts } = await completeFacts(
      snapshot,
      needing(aWindowRequirement()),
      sources(directory(), snapshot),
    )
    expect(facts.labelEvents).toEqual([])
  })
})

describe('when somebody asks for the glass to be broken', () => {
  const needs: FactNeeds = { requirements: [anApprovalRequirement()], breakGlass: GLASS }
  const broken = { ...GRANT, label: GLASS.label }
  const comment = { id: 3, by: BEN, body: '/break-glass down', createdAt: broken.at, editedAt: null }
  const snapshot = aSnapshot({ labels: [GLASS.label], labelEvents: [broken] })
  const RECORD =
    '<!-- drawbridge:break-glass-review:v1 pull-request=3 breaker=5:sue broken=2026-11-20T09:00:00Z due=2026-11-21T09:00:00Z -->\nx'

  function withGlass(
    comments: Listed<typeof comment>,
    issues: readonly Partial<OwnIssue>[],
    complete = true,
  ): FactSources {
    const items = issues.map((issue) => ({
      number: 9,
      body: RECORD,
      edited: false,
      open: true,
      closedBy: null,
      ...issue,
    }))
    const gate = sources(directory(), snapshot, { comments: () => Promise.resolve(ok(comments)) })
    const list = (): ReturnType<FactSources['debts']['list']> =>
      Promise.resolve(ok({ items, complete, at: at('2026-11-22T10:00:00Z') }))
    return { ...gate, debts: { ...gate.debts, list } }
  }

  it('comments, debts, teams, heads and who set the label are read', async () => {
    const people = directory()
    const asked = { ...withGlass({ items: [comment], complete: true }, [{}]), directory: people }
    const { facts, problems } = await completeFacts(snapshot, needs, asked)
    expect(problems).toEqual([])
    expect(facts.comments).toEqual([comment])
    expect(facts.debts).toEqual([
      {
        pullRequest: 3,
        by: { id: 5, login: 'sue', type: 'User' },
        dueAt: at('2026-11-21T09:00:00Z'),
        closedBy: null,
      },
    ])
    expect(facts.labelEvents).toEqual([{ ...broken, by: { ...SUE, canWrite: true } }])
    expect(people.asked.toSorted()).toEqual(['@acme/net', '@acme/oncall', '@acme/security', 'heads', 'sue'])
  })

  it('our own report is no comment', async () => {
    const report = { ...comment, body: `${COMMENT_MARKER}\n/break-glass down` }
    const { facts } = await completeFacts(snapshot, needs, withGlass({ items: [report], complete: true }, []))
    expect(facts.comments).toEqual([])
  })

  it.each([
    {
      name: 'more comments than are read',
      sources: withGlass({ items: [], complete: false }, []),
      want: ['comments'],
    },
    {
      name: 'more issues than are read',
      sources: withGlass({ items: [], complete: true }, [], false),
      want: ['debts'],
    },
    {
      name: 'an issue whose record somebody took out',
      sources: withGlass({ items: [], complete: true }, [{ body: 'nothing', edited: true }]),
      want: ['debts'],
    },
  ])('$name: not whole', async ({ sources: asked, want }) => {
    expect((await completeFacts(snapshot, needs, asked)).facts.incomplete).toEqual(want)
  })

  it('an issue that only has the label is a debt of nobody', async () => {
    const asked = withGlass({ items: [], complete: true }, [{ body: 'nothing' }])
    const { facts } = await completeFacts(snapshot, needs, asked)
    expect([facts.debts, facts.incomplete]).toEqual([[], []])
  })

  it('who closed the issue is told, and of several about one breaking the oldest counts', async () => {
    const closed = { open: false, closedBy: BEN }
    const asked = withGlass({ items: [], complete: true }, [closed, {}])
    expect((await completeFacts(snapshot, needs, asked)).facts.debts).toMatchObject([
      { closedBy: { login: 'ben' } },
    ])
  })
})

describe('who set an agent to work', () => {
  const AGENT = { id: 77, login: 'copilot-swe-agent[bot]', type: 'Bot' }
  const RENOVATE = { id: 78, login: 'renovate[bot]', type: 'Bot' }
  const person = { id: 2, login: 'ben', type: 'User' }
  const nobody = { onPullRequest: [], onIssues: [], complete: true }

  async function initiators(author: typeof AGENT, assignments: Assignments): Promise<readonly unknown[]> {
    const pullRequest = {
      number: 7,
      title: 't',
      author,
      initiators: [],
      draft: false,
      base: { ref: 'main', sha: sha('0') },
      head: { sha: sha('d') },
    }
    const snapshot = aSnapshot({ pullRequest })
    const asked = sources(directory(), snapshot, { assignments: () => Promise.resolve(ok(assignments)) })
    const { facts } = await completeFacts(snapshot, needing(anApprovalRequirement()), asked)
    return [facts.pullRequest?.initiators.map(({ login }) => login), facts.incomplete]
  }

  it('is who assigned it to the issue that is closed', async () => {
    const onIssues = [
      { by: person, assignee: AGENT },
      { by: { ...person, id: 9, login: 'eve' }, assignee: person },
    ]
    expect(await initiators(AGENT, { ...nobody, onIssues })).toEqual([['ben'], []])
    expect(await initiators(RENOVATE, { ...nobody, onIssues })).toEqual([[], []])
  })

  it('is whom the coding agent assigns in return; other bots assign whoever is configured', async () => {
    const onPullRequest = [{ by: AGENT, assignee: person }]
    expect(await initiators(AGENT, { ...nobody, onPullRequest })).toEqual([['ben'], []])
    expect(
      await initiators(RENOVATE, { ...nobody, onPullRequest: [{ by: RENOVATE, assignee: person }] }),
    ).toEqual([[], []])
  })

  it('is not known of a coding agent that nobody is seen to have set to work, or when lists are cut short', async () => {
    expect(await initiators(AGENT, nobody)).toEqual([[], ['initiators']])
    expect(await initiators(RENOVATE, { ...nobody, complete: false })).toEqual([[], ['initiators']])
  })

  it('is not asked for a person', async () => {
    expect(await initiators({ ...AGENT, type: 'User' }, { ...nobody, complete: false })).toEqual([[], []])
  })
})
