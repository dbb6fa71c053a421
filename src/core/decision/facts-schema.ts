import * as v from 'valibot'
import { FACT_LISTS } from '../model/facts.ts'
import { parseInstant } from '../model/instant.ts'
import type { FactsDocument } from './facts-document.ts'

const ACCOUNT_TYPES = ['User', 'Bot', 'Organization', 'Mannequin', 'EnterpriseUserAccount'] as const
const REVIEW_STATES = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'] as const

// Every message is the end of a sentence: "... must be <message>".
const text = v.string('a text')
const flag = v.boolean('true or false')
const number = v.pipe(
  v.number('a whole number above 0'),
  v.safeInteger('a whole number above 0'),
  v.minValue(1, 'a whole number above 0'),
)
const A_MOMENT = 'a moment with its zone, such as "2026-11-22T10:00:00Z"'
const moment = v.pipe(
  v.string(A_MOMENT),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/, A_MOMENT),
  v.check((written) => parseInstant(written) !== undefined, A_MOMENT),
)
const A_SHA = 'a full commit id: 40 hexadecimal digits in lower case'
const sha = v.pipe(v.string(A_SHA), v.regex(/^[0-9a-f]{40}$/, A_SHA))
const A_COMMIT = `${A_SHA}, or head`
const commit = v.pipe(
  v.nullable(v.pipe(v.string(A_COMMIT), v.regex(/^(?:[0-9a-f]{40}|head)$/, A_COMMIT))),
  v.description(
    'The commit it was given on; null: that commit is gone. Left out: the head when directories are compared.',
  ),
)
const A_LOGIN = 'a login without @'
const login = v.pipe(v.string(A_LOGIN), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?$/, A_LOGIN))

const accountEntries = {
  id: v.pipe(
    number,
    v.description('The number by which GitHub knows the account. People are told apart by it.'),
  ),
  login,
  type: v.picklist(ACCOUNT_TYPES, `one of ${ACCOUNT_TYPES.join(', ')}`),
}
const AN_ACCOUNT = 'an account { id, login, type }, or null when there is none'
const somebody = v.strictObject(accountEntries, 'an account { id, login, type }')
const people = v.array(somebody, 'a list of accounts')
const account = v.nullable(v.strictObject(accountEntries, AN_ACCOUNT))
const actor = v.nullable(
  v.strictObject(
    {
      ...accountEntries,
      canWrite: v.pipe(
        v.optional(v.nullable(flag)),
        v.description(
          'May write to the repository. Left out: yes for who set a label, not known for a reviewer.',
        ),
      ),
    },
    AN_ACCOUNT,
  ),
)

const pullRequest = v.nullable(
  v.strictObject(
    {
      number,
      title: v.optional(text),
      author: account,
      initiators: v.pipe(
        v.optional(people),
        v.description('Who set the agent to work that opened it; they count as its authors.'),
      ),
      draft: v.optional(flag),
      base: v.optional(
        v.strictObject({ ref: v.optional(text), sha: v.optional(v.nullable(sha)) }, 'a mapping'),
      ),
      head: v.optional(v.strictObject({ sha: v.optional(v.nullable(sha)) }, 'a mapping')),
    },
    'a mapping',
  ),
)

const review = v.strictObject(
  {
    id: number,
    by: actor,
    state: v.picklist(REVIEW_STATES, `one of ${REVIEW_STATES.join(', ')}`),
    commit: v.optional(commit),
    submittedAt: moment,
  },
  'a mapping',
)

const labelEvent = v.strictObject(
  {
    event: v.picklist(['labeled', 'unlabeled'], 'one of labeled, unlabeled'),
    label: text,
    by: actor,
    at: moment,
    commit: v.optional(commit),
  },
  'a mapping',
)

const teams = v.record(
  v.pipe(
    v.string(),
    v.regex(/^@[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9_-]+$/, 'a team as @org/team'),
    v.description('@org/team'),
  ),
  v.union(
    [
      v.strictObject({ members: v.array(login, 'a list of logins') }),
      v.strictObject({ unreadable: v.pipe(text, v.description('Why it could not be read.')) }),
    ],
    'either { members: [logins] } or { unreadable: why }',
  ),
  'a mapping from @org/team to its members',
)

const listEntries = {
  pullRequest: v.optional(pullRequest),
  commits: v.optional(
    v.array(
      v.strictObject(
        {
          sha,
          author: account,
          committer: account,
          coAuthors: v.pipe(
            v.optional(people),
            v.description(
              'Whom its Co-authored-by trailers name; they warn, and keep nobody from approving.',
            ),
          ),
          automaticMerge: v.pipe(
            v.optional(flag),
            v.description(
              'Its tree is exactly the merge of its parents, so nobody wrote it. Left out: looked up in git.',
            ),
          ),
        },
        'a mapping',
      ),
      'a list',
    ),
  ),
  heads: v.optional(
    v.array(v.strictObject({ sha, at: moment, by: v.optional(account) }, 'a mapping'), 'a list'),
  ),
  reviews: v.optional(v.array(review, 'a list')),
  labels: v.optional(v.array(text, 'a list of texts')),
  labelEvents: v.optional(v.array(labelEvent, 'a list, the oldest first')),
  comments: v.optional(
    v.array(
      v.strictObject(
        {
          id: number,
          by: account,
          body: text,
          createdAt: moment,
          editedAt: v.optional(v.nullable(moment)),
        },
        'a mapping',
      ),
      'a list',
    ),
  ),
  debts: v.pipe(
    v.optional(
      v.array(
        v.strictObject(
          { pullRequest: number, by: somebody, dueAt: moment, closedBy: v.optional(account) },
          'a mapping',
        ),
        'a list',
      ),
    ),
    v.description('Reviews after the fact, of all pull requests, that were left by breaking the glass.'),
  ),
  teams: v.optional(teams),
  incomplete: v.optional(
    v.array(v.picklist(FACT_LISTS, `one of ${FACT_LISTS.join(', ')}`), 'a list of names of lists'),
  ),
}

const apiVersion = v.literal('drawbridge.dev/v1alpha1', 'drawbridge.dev/v1alpha1')
const kind = v.literal('Facts', 'Facts')

/** The shape of a facts file; its JSON Schema is generated from this. Messages end a sentence: "must be ...". */
export const FactsSchema: v.GenericSchema<unknown, FactsDocument> = v.pipe(
  v.strictObject({ apiVersion, kind, now: v.optional(moment), ...listEntries }, 'a mapping'),
  v.title('Facts'),
  v.description('Everything known about a pull request at one instant.'),
)

/** The shape of facts inside another document, such as a policy's test case: everything may be left out. */
export const EmbeddedFactsSchema: v.GenericSchema<unknown, FactsDocument> = v.strictObject(
  { apiVersion: v.optional(apiVersion), kind: v.optional(kind), now: v.optional(moment), ...listEntries },
  'a mapping',
)
