import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { factsJson } from '../../../src/core/decision/facts-json.ts'
import { parseFacts } from '../../../src/core/decision/parse-facts.ts'
import { FACT_LISTS, type Account, type Facts } from '../../../src/core/model/facts.ts'
import { parseSha } from '../../../src/core/model/ids.ts'
import { instantFromMilliseconds } from '../../../src/core/model/instant.ts'
import { canonicalJson } from '../../../src/core/model/json.ts'

const sha = fc.stringMatching(/^[0-9a-f]{40}$/).map((text) => defined(parseSha(text)))
const instant = fc
  .integer({ min: -1e11, max: 4e12 })
  .map((milliseconds) => defined(instantFromMilliseconds(milliseconds)))
const account: fc.Arbitrary<Account> = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  login: fc.stringMatching(/^[a-z][a-z-]{0,5}$/),
  type: fc.constantFrom('User', 'Bot', 'Organization'),
})
const anybody = fc.option(account)
const accounts = fc.array(account, { maxLength: 3 })
const actor = fc.option(
  fc.tuple(account, fc.option(fc.boolean())).map(([who, canWrite]) => ({ ...who, canWrite })),
)
const commit = fc.oneof(sha, fc.constant('head' as const), fc.constant(null))
const id = fc.integer({ min: 1, max: 1e9 })

const facts: fc.Arbitrary<Facts> = fc.record({
  now: instant,
  pullRequest: fc.option(
    fc.record({
      number: id,
      title: fc.string(),
      author: anybody,
      initiators: accounts,
      draft: fc.boolean(),
      base: fc.record({ ref: fc.string(), sha: fc.option(sha) }),
      head: fc.record({ sha: fc.option(sha) }),
    }),
  ),
  commits: fc.array(
    fc.record({
      sha,
      author: anybody,
      committer: anybody,
      coAuthors: accounts,
      automaticMerge: fc.boolean(),
    }),
  ),
  heads: fc.array(fc.record({ sha, at: instant, by: anybody })),
  reviews: fc.uniqueArray(
    fc.record({
      id,
      by: actor,
      state: fc.constantFrom('APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'),
      commit,
      submittedAt: instant,
    }),
    { selector: (review) => review.id },
  ),
  labels: fc.array(fc.string()),
  labelEvents: fc.array(
    fc.record({
      event: fc.constantFrom('labeled', 'unlabeled'),
      label: fc.string(),
      by: actor,
      at: instant,
      commit,
    }),
  ),
  comments: fc.uniqueArray(
    fc.record({ id, by: anybody, body: fc.string(), createdAt: instant, editedAt: fc.option(instant) }),
    { selector: (comment) => comment.id },
  ),
  debts: fc.array(fc.record({ pullRequest: id, by: account, dueAt: instant, closedBy: anybody })),
  teams: fc
    .dictionary(
      fc.stringMatching(/^@[a-z]{1,3}\/[a-z]{1,3}$/),
      fc.oneof(
        fc.record({ members: fc.array(fc.stringMatching(/^[a-z]{1,4}$/)) }),
        fc.record({ unreadable: fc.string() }),
      ),
    )
    .map((teams) => new Map(Object.entries(teams))),
  incomplete: fc.subarray([...FACT_LISTS]),
})

it.each(['directories', 'revisions'] as const)(
  'reads back as the same facts when %s are compared',
  (mode) => {
    fc.assert(
      fc.property(facts, (given) => {
        fc.pre(mode === 'directories' || given.pullRequest === null || given.pullRequest.head.sha !== null)
        const json = factsJson(given)
        const parsed = parseFacts({ value: json, locate, locateKey: locate }, 'facts.yaml', mode)
        if (!parsed.ok) throw new Error(parsed.error.map((issue) => issue.text).join('\n'))
        expect(parsed.value.now).toBe(given.now)
        expect(parsed.value.heads).toEqual(given.heads)
        expect(parsed.value.labelEvents).toEqual(given.labelEvents)
        expect(parsed.value.reviews).toEqual(given.reviews.toSorted((a, b) => a.id - b.id))
        expect(canonicalJson(factsJson(parsed.value))).toBe(canonicalJson(json))
      }),
    )
  },
)

it('is the same text whatever the order of commits, reviews, labels and teams', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const turned: Facts = {
        ...given,
        commits: given.commits.toReversed(),
        reviews: given.reviews.toReversed(),
        labels: given.labels.toReversed(),
        comments: given.comments.toReversed(),
        teams: new Map([...given.teams].toReversed()),
        incomplete: given.incomplete.toReversed(),
      }
      fc.pre(new Set(given.commits.map((one) => one.sha)).size === given.commits.length)
      expect(canonicalJson(factsJson(turned))).toBe(canonicalJson(factsJson(given)))
    }),
  )
})

it('keeps the order of heads and label events, which is the order of time', () => {
  fc.assert(
    fc.property(facts, (given) => {
      fc.pre(given.labelEvents.length > 1)
      const turned = { ...given, labelEvents: given.labelEvents.toReversed() }
      const same = canonicalJson(factsJson(turned)) === canonicalJson(factsJson(given))
      expect(same).toBe(JSON.stringify(given.labelEvents) === JSON.stringify(turned.labelEvents))
    }),
  )
})

function locate(): { readonly line: number; readonly column: number } {
  return { line: 1, column: 1 }
}

function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no value')
  return value
}
