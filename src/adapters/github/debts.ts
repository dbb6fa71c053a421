import * as v from 'valibot'
import { ok, type Result } from '../../core/model/result.ts'
import type { Instant } from '../../core/model/instant.ts'
import { DEBT_LABEL, type Debts, type OwnIssue } from '../../gate/ports/debts.ts'
import type { Listed } from '../../gate/ports/listed.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import { accountOf } from './account-of.ts'
import type { GitHub } from './github.ts'
import { FORWARD, type ForwardPage } from './answer-page.ts'
import { ACCOUNT, type AccountNode } from './pull-request-answer.ts'
import { readPages } from './read-pages.ts'

/** Reviews after the fact as issues of the repository. */
export function githubDebts(github: GitHub): Debts {
  return { list: () => list(github), open: (issue) => open(github, issue) }
}

/** The issues that ask for reviews; `viewerDidAuthor` says which are ours without knowing our own name. */
export const DEBTS_QUERY: string = `
query Debts($owner: String!, $name: String!, $label: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(first: 100, after: $after, labels: [$label], orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number body viewerDidAuthor lastEditedAt closed
        timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { ...account } } } }
      }
    }
  }
}
fragment account on Actor {
  type: __typename login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
  ... on Organization { databaseId }
}`

interface IssueNode {
  readonly number: number
  readonly body: string
  readonly viewerDidAuthor: boolean
  readonly lastEditedAt: string | null
  readonly closed: boolean
  readonly timelineItems: { readonly nodes: readonly { readonly actor: AccountNode | null }[] }
}

const NODE: v.GenericSchema<unknown, IssueNode> = v.object({
  number: v.number(),
  body: v.string(),
  viewerDidAuthor: v.boolean(),
  lastEditedAt: v.nullable(v.string()),
  closed: v.boolean(),
  timelineItems: v.object({ nodes: v.array(v.object({ actor: ACCOUNT })) }),
})

const ANSWER: v.GenericSchema<unknown, { readonly repository: { readonly issues: ForwardPage<IssueNode> } }> =
  v.object({
    repository: v.object({ issues: v.object({ pageInfo: FORWARD, nodes: v.array(NODE) }) }),
  })

const PAGE_LIMIT = 20

async function list(github: GitHub): Promise<Result<Listed<OwnIssue> & { readonly at: Instant }, Problem>> {
  const operation = { what: `list the issues with the label ${DEBT_LABEL}`, needs: 'issues: read' }
  let at: Instant | null = null
  const read = await readPages<IssueNode>(async (after) => {
    const variables = { owner: github.owner, name: github.name, label: DEBT_LABEL, after }
    const answer = await github.graphql(operation, ANSWER, { query: DEBTS_QUERY, variables })
    if (!answer.ok) return answer
    at = answer.value.at
    return ok(answer.value.data.repository.issues)
  }, PAGE_LIMIT)
  if (!read.ok) return read
  if (at === null) throw new Error('no page was read')
  const items = read.value.nodes.filter(({ viewerDidAuthor }) => viewerDidAuthor).map(issueOf)
  return ok({ items, complete: read.value.complete, at })
}

function issueOf({ number, body, lastEditedAt, closed, timelineItems }: IssueNode): OwnIssue {
  const closedBy = accountOf(timelineItems.nodes.at(-1)?.actor ?? null)
  return { number, body, edited: lastEditedAt !== null, open: !closed, closedBy: closed ? closedBy : null }
}

const CREATED = v.object({ number: v.number() })

/** Not tried again: a fault after the issue was opened would open a second one. */
async function open(
  github: GitHub,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<Result<number, Problem>> {
  const needs = 'issues: write'
  const at = { owner: github.owner, repo: github.name }
  const label = await github.rest({ what: `create the label ${DEBT_LABEL}`, needs }, v.unknown(), (client) =>
    client.rest.issues.createLabel({
      ...at,
      name: DEBT_LABEL,
      description: 'A review that a broken glass left to be done',
    }),
  )
  // That it is there already is an answer as good as any.
  if (!label.ok && label.error.code !== 'refused') return label
  const operation = { what: 'open an issue for the review after the fact', needs }
  const made = await github.rest(operation, CREATED, async (client) => {
    const answer = await client.rest.issues.create({
      ...at,
      title,
      body,
      labels: [DEBT_LABEL],
      request: { retries: 0 },
    })
    return answer.data
  })
  return made.ok ? ok(made.value.number) : made
}
