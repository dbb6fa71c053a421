import { type ApprovalAnswers, checkApprovals } from '../../src/core/approvals/check-approvals.ts'
import { emptyFacts } from '../../src/core/decision/parse-facts.ts'
import type { Contents, ContentsByCommit } from '../../src/core/model/contents.ts'
import type { Account, Actor, Commit, Facts, Review, ReviewState } from '../../src/core/model/facts.ts'
import { type Finding, subjectKey } from '../../src/core/model/finding.ts'
import { parseSha, type Sha } from '../../src/core/model/ids.ts'
import { type Instant, MINUTE, parseInstant, plus } from '../../src/core/model/instant.ts'
import type { ApprovalRequirement } from '../../src/core/model/requirement.ts'
import type { Dismissal, UncountedApproval } from '../../src/core/model/verdict.ts'

const PEOPLE = ['amy', 'bob', 'cat', 'dan', 'ed', 'fay', 'gus', 'hal', 'kim', 'nia', 'tess'] as const
type Person = (typeof PEOPLE)[number]

/** An account of the base world: its id is its place in the list of people. */
export function person(name: Person): Account {
  return { id: PEOPLE.indexOf(name) + 1, login: name, type: 'User' }
}

/** A person of the base world who can write. */
export function writer(name: Person): Actor {
  return { ...person(name), canWrite: true }
}

/** A commit id that starts with these hexadecimal digits. */
export function shaOf(start: string): Sha {
  const sha = parseSha(start.padEnd(40, '0'))
  if (sha === undefined) throw new Error(`not hexadecimal: ${start}`)
  return sha
}

export const C1: Sha = shaOf('c1')
export const C2: Sha = shaOf('c2')
export const C3: Sha = shaOf('c3')
export const C4: Sha = shaOf('c4')

/** So many minutes after the start of the base world. */
export function t(minutes: number): Instant {
  const start = parseInstant('2026-11-22T08:00:00Z')
  if (start === undefined) throw new Error('no start')
  return plus(start, minutes * MINUTE)
}

/** A review on the head by a person who can write; its id is its minute. */
export function review(
  by: Person | Actor | null,
  state: ReviewState,
  minute: number,
  change: Partial<Review> = {},
): Review {
  const actor = typeof by === 'string' ? writer(by) : by
  return { id: minute, by: actor, state, commit: C3, submittedAt: t(minute), ...change }
}

/** A commit by these people. */
export function commit(sha: Sha, author: Account | null, committer: Account | null): Commit {
  return { sha, author, committer, coAuthors: [], automaticMerge: false }
}

/** The pull request of the base world at a head. */
export function pullRequest(head: Sha): NonNullable<Facts['pullRequest']> {
  return {
    number: 42,
    title: 'Open the path',
    author: person('amy'),
    initiators: [],
    draft: false,
    base: { ref: 'main', sha: shaOf('b') },
    head: { sha: head },
  }
}

/** The facts of the base world of the acceptance cases. */
export function baseFacts(change: Partial<Facts> = {}): Facts {
  return {
    ...emptyFacts(t(120)),
    pullRequest: pullRequest(C3),
    commits: [
      commit(C1, person('amy'), person('amy')),
      commit(C2, person('bob'), person('amy')),
      commit(C3, person('amy'), person('cat')),
    ],
    heads: [
      { sha: C1, at: t(0), by: person('amy') },
      { sha: C2, at: t(5), by: person('amy') },
      { sha: C3, at: t(10), by: person('cat') },
    ],
    reviews: [
      review('dan', 'APPROVED', 20),
      review('bob', 'APPROVED', 50),
      review('cat', 'APPROVED', 60),
      review('ed', 'APPROVED', 70),
      review('fay', 'CHANGES_REQUESTED', 71),
      review('gus', 'APPROVED', 80),
      review('hal', 'APPROVED', 90),
    ],
    comments: [
      { id: 1, by: person('amy'), body: '+1', createdAt: t(40), editedAt: null },
      { id: 2, by: person('kim'), body: '+1', createdAt: t(41), editedAt: null },
    ],
    teams: new Map([
      ['@org/all', { members: ['amy', 'bob', 'cat', 'dan', 'gus'] }],
      ['@org/cool', { members: ['dan'] }],
    ]),
    ...change,
  }
}

/** A finding on a Deployment of this name. */
export function finding(name = 'web', change: Partial<Finding> = {}): Finding {
  return {
    rule: `rule.${name}`,
    severity: 'medium',
    effect: 'require',
    message: '',
    why: '',
    references: [],
    object: { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'shop', name },
    environment: null,
    cluster: null,
    path: `prod/${name}.yaml`,
    line: 1,
    pointer: null,
    paths: [`prod/${name}.yaml`],
    subject: { kind: 'object', identity: name },
    narrows: false,
    exception: null,
    ...change,
  }
}

/** A requirement of one approval by @org/all for one finding. */
export function requirement(change: Partial<ApprovalRequirement> = {}): ApprovalRequirement {
  const findings = change.findings ?? [finding()]
  return {
    kind: 'approval',
    entry: 'medium/0',
    from: ['@org/all'],
    count: 1,
    strict: false,
    excludeCommitters: false,
    distinct: null,
    findings,
    paths: findings.map(({ path }) => path),
    unowned: [],
    ...change,
  }
}

/** What commits make of Deployments, by name. */
export function contents(objects: Readonly<Record<string, string>>): Contents {
  return new Map(
    Object.entries(objects).map(([identity, content]) => [subjectKey({ kind: 'object', identity }), content]),
  )
}

/** Contents by commit. */
export function byCommit(
  ...entries: readonly (readonly [Sha, Readonly<Record<string, string>>])[]
): ContentsByCommit {
  return new Map(entries.map(([sha, objects]) => [sha, contents(objects)]))
}

/** Checks requirements of the base world, where the head makes `new` of the Deployment `web`. */
export function check(
  requirements: ApprovalRequirement | readonly ApprovalRequirement[],
  facts: Facts = baseFacts(),
  commits: ContentsByCommit = new Map(),
  head: Contents = contents({ web: 'new' }),
): ApprovalAnswers {
  return checkApprovals('kind' in requirements ? [requirements] : requirements, facts, head, commits)
}

/** What became of each requirement in few words: `met by dan, gus`, `unmet approvals-missing 0/1`. */
export function summary({ verdicts }: ApprovalAnswers): readonly string[] {
  return verdicts.map(({ verdict, reason, by }) => {
    if (verdict === 'met') return `met by ${by.map(({ login }) => login).join(', ')}`
    const counts = reason.code === 'approvals-missing' ? ` ${String(reason.have)}/${String(reason.need)}` : ''
    return `${verdict} ${reason.code}${counts}`
  })
}

/** The reviews that do not count: `bob committer`. */
export function dismissed(answers: { readonly notCounted: readonly UncountedApproval[] }): readonly string[] {
  return answers.notCounted.map(({ by, why }) => `${by?.login ?? 'nobody'} ${why.code}`)
}

/** Why a person's review does not count. */
export function whyNot(answers: ApprovalAnswers, name: Person): Dismissal | undefined {
  return answers.notCounted.find(({ by }) => by?.login === name)?.why
}
