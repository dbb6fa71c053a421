import type { Decision } from '../../src/core/decision/decision.ts'
import type { Comment, Facts, LabelEvent } from '../../src/core/model/facts.ts'
import { parseSha, type Sha } from '../../src/core/model/ids.ts'
import { type Duration, HOUR, type Instant } from '../../src/core/model/instant.ts'
import { err, ok } from '../../src/core/model/result.ts'
import type { StickyComment } from '../../src/gate/ports/comments.ts'
import type { OwnIssue } from '../../src/gate/ports/debts.ts'
import type { QueueEntry } from '../../src/gate/ports/merge-queues.ts'
import type { Problem } from '../../src/gate/ports/problem.ts'
import type { PullRequestState, Snapshot, Standing } from '../../src/gate/ports/pull-requests.ts'
import type { SweepTools } from '../../src/gate/run-sweep.ts'
import type { Status } from '../../src/gate/ports/statuses.ts'
import { aDecision, at } from '../support/decision.ts'

/** A commit id of one repeated digit. */
export function sha(digit: string): Sha {
  const id = parseSha(digit.repeat(40))
  if (!id) throw new Error(`no digit: ${digit}`)
  return id
}

/** Facts about nothing in particular. */
export function someFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    now: at('2026-11-22T10:00:00Z'),
    pullRequest: null,
    commits: [],
    heads: [],
    reviews: [],
    labels: [],
    labelEvents: [],
    comments: [],
    debts: [],
    teams: new Map(),
    incomplete: [],
    ...overrides,
  }
}

/** A pull request that tests may change under the gate. */
export interface FakePull {
  state: PullRequestState
  head: Sha
  labels: string[]
  /** Whether its base is older than its status. */
  baseIsSettled: boolean
  labelEvents: LabelEvent[]
  comments: Comment[]
  now: string
  foreign: Snapshot['foreign']
  marked: Snapshot['marked']
  queued: boolean
  requested: Snapshot['requested']
  /** What the gate decides on it now. */
  decision: Decision
  problem?: Problem
}

/** A GitHub made of literals: it keeps statuses, comments and labels, and lets a test act before each call. */
export interface FakeGate {
  readonly pulls: Map<number, FakePull>
  readonly posts: { readonly sha: Sha; readonly status: Status }[]
  readonly comments: Map<number, StickyComment>
  /** The issues that ask for reviews after the fact. */
  readonly issues: OwnIssue[]
  refuseIssue: Problem | null
  lastSweep: Instant | 'now' | null
  /** What waits in the merge queue of every branch, and how long GitHub waits for its checks. */
  readonly queue: QueueEntry[]
  timeout: Duration | null
  /** Whether a commit of the queue is what merging a head gives. */
  holds: (head: Sha, commit: Sha) => boolean | null
  readonly calls: string[]
  /** Called with the name of each call, `read 7`, before it answers. */
  before: (call: string) => void
  refusePost: Problem | null
  refuseComment: Problem | null
  readonly tools: SweepTools
}

/** An allow without anything risky. */
export function anAllow(overrides: Partial<Decision> = {}): Decision {
  return aDecision({ outcome: 'allow', findings: [], verdicts: [], ...overrides })
}

export function aPull(overrides: Partial<FakePull> = {}): FakePull {
  return {
    state: 'open',
    head: sha('a'),
    labels: [],
    baseIsSettled: true,
    labelEvents: [],
    comments: [],
    now: '2026-11-22T10:00:00Z',
    foreign: null,
    marked: null,
    queued: false,
    requested: new Set(),
    decision: anAllow(),
    ...overrides,
  }
}

export function fakeGate(pulls: Readonly<Record<number, FakePull>>): FakeGate {
  const gate: FakeGate = {
    pulls: new Map(Object.entries(pulls).map(([number, pull]) => [Number(number), pull])),
    posts: [],
    comments: new Map(),
    issues: [],
    refuseIssue: null,
    lastSweep: 'now',
    queue: [],
    timeout: HOUR,
    holds: () => true,
    calls: [],
    before: () => {},
    refusePost: null,
    refuseComment: null,
    tools: {
      pullRequests: {
        read: (number) => called(gate, `read ${String(number)}`, () => readPull(gate, number)),
        headOf: (number) => called(gate, `head ${String(number)}`, () => headOf(gate, number)),
        openWithHead: (head) =>
          called(gate, 'openWithHead', () =>
            ok(
              [...gate.pulls]
                .filter(([, pull]) => pull.state === 'open' && pull.head === head)
                .map(([n]) => n),
            ),
          ),
        open: () =>
          called(gate, 'open', () =>
            ok(
              [...gate.pulls]
                .filter(([, { state }]) => state === 'open')
                .map(([number, { labels, head, baseIsSettled }]) => ({
                  number,
                  labels,
                  status: latest(gate, head),
                  baseIsSettled,
                })),
            ),
          ),
        labelNames: (number) =>
          called(gate, 'labelNames', () =>
            ok(
              new Map(
                pullOf(gate, number).labelEvents.map(({ label }, index) => [`event ${String(index)}`, label]),
              ),
            ),
          ),
        assignments: () => Promise.resolve(ok({ onPullRequest: [], onIssues: [], complete: true })),
        comments: (number) =>
          called(gate, 'comments', () => ok({ items: [...pullOf(gate, number).comments], complete: true })),
      },
      debts: {
        list: () =>
          called(gate, 'list debts', () =>
            ok({ items: [...gate.issues], complete: true, at: at('2026-11-22T10:00:00Z') }),
          ),
        open: ({ body }) =>
          called(gate, 'open debt', () => {
            if (gate.refuseIssue) return err(gate.refuseIssue)
            gate.issues.push({
              number: gate.issues.length + 100,
              body,
              edited: false,
              open: true,
              closedBy: null,
            })
            return ok(gate.issues.length + 99)
          }),
      },
      statuses: {
        latest: (head) => called(gate, 'latest', () => ok(latest(gate, head))),
        post: (head, status) =>
          called(gate, `post ${status.state}`, () => {
            if (gate.refusePost) return err(gate.refusePost)
            gate.posts.push({ sha: head, status })
            return ok(null)
          }),
      },
      comments: {
        find: (number) =>
          called(gate, 'find', () => {
            if (gate.refuseComment) return err(gate.refuseComment)
            const comment = gate.comments.get(number)
            return ok(comment ? [comment] : [])
          }),
        remove: (id) =>
          called(gate, `remove ${String(id)}`, () => {
            gate.comments.delete(id)
            return ok(null)
          }),
        create: (number, body) =>
          called(gate, 'create', () => {
            gate.comments.set(number, { id: number, body })
            return ok(null)
          }),
        update: (id, body) =>
          called(gate, 'update', () => {
            gate.comments.set(id, { id, body })
            return ok(null)
          }),
      },
      reviewRequests: null,
      labels: {
        remove: (number, label) =>
          called(gate, `remove ${label}`, () => {
            const pull = pullOf(gate, number)
            pull.labels = pull.labels.filter((present) => present !== label)
            return ok(null)
          }),
      },
      directory: {
        team: () => Promise.resolve({ members: [] }),
        canWrite: () => Promise.resolve(ok(true)),
        heads: () => Promise.resolve(ok([])),
      },
      heartbeat: { lastSweep: () => called(gate, 'last sweep', () => ok(gate.lastSweep)) },
      queues: {
        entries: () => called(gate, 'queue', () => ok([...gate.queue])),
        timeout: () => called(gate, 'queue timeout', () => ok(gate.timeout)),
      },
      holdsMerge: ({ head, commit }) =>
        called(gate, `holds ${head.slice(0, 1)} ${commit.slice(0, 1)}`, () => gate.holds(head, commit)),
      assess: (facts) =>
        called(gate, 'assess', () => {
          const { decision } = pullOf(gate, facts.pullRequest?.number ?? 0)
          return { decision, facts }
        }),
    },
  }
  return gate
}

function called<T>(gate: FakeGate, name: string, answer: () => T): Promise<T> {
  gate.calls.push(name)
  gate.before(name)
  return Promise.resolve().then(answer)
}

function pullOf(gate: FakeGate, number: number): FakePull {
  const pull = gate.pulls.get(number)
  if (!pull) throw new Error(`no pull request ${String(number)}`)
  return pull
}

function latest(gate: FakeGate, head: Sha): Status | null {
  return gate.posts.findLast((post) => post.sha === head)?.status ?? null
}

function readPull(
  gate: FakeGate,
  number: number,
): ReturnType<typeof ok<Snapshot>> | ReturnType<typeof err<Problem>> {
  const pull = pullOf(gate, number)
  if (pull.problem) return err(pull.problem)
  const pullRequest = {
    number,
    title: 'Change',
    author: null,
    initiators: [],
    draft: false,
    base: { ref: 'main', sha: sha('0') },
    head: { sha: pull.head },
  }
  const labelEvents = pull.labelEvents.map((event, index) => ({
    id: `event ${String(index)}`,
    event,
    editedSince: false,
  }))
  return ok({
    number,
    state: pull.state,
    head: pull.head,
    branch: { repository: 'acme/gitops', ref: 'work' },
    status: latest(gate, pull.head),
    foreign: pull.foreign,
    marked: pull.marked,
    queued: pull.queued,
    sharing: null,
    comment: undefined,
    requested: pull.requested,
    labelEvents,
    facts: someFacts({ now: at(pull.now), pullRequest, labels: [...pull.labels] }),
  })
}

function headOf(gate: FakeGate, number: number): ReturnType<typeof ok<Standing>> {
  const { head, state } = pullOf(gate, number)
  return ok({ sha: head, state, base: 'main' })
}
