import { type GateWorld, REPO } from '../../support/gate-world.ts'
import { LABEL, type Pitfall, satisfy } from './pitfall.ts'

export const SERVICE_PITFALLS: readonly Pitfall[] = [
  {
    name: 'P30 a team that answers 404',
    attempt(world, number) {
      satisfy(world, number)
      const match = { path: /\/teams\/net/ }
      world.github.fault({ match, action: { status: 404, body: { message: 'Not Found' } } })
    },
    state: 'pending',
    says: /@acme\/net.*404|404.*members/,
  },
  {
    name: 'P93 an error beside the reviews of a GraphQL answer',
    attempt(world, number) {
      satisfy(world, number)
      const error = {
        type: 'FORBIDDEN',
        message: 'Resource not accessible',
        path: ['repository', 'pullRequest', 'reviews'],
      }
      const match = { operation: 'PullRequestFacts', times: 1 }
      world.github.fault({ match, action: { graphqlErrors: [error] } })
    },
    state: 'error',
    says: /Cannot read pull request/,
  },
  {
    name: 'P94 the second page fails for good',
    attempt(world, number) {
      for (let at = 0; at < 101; at += 1)
        world.github.review({ repo: REPO, number, by: 'tess', state: 'COMMENTED' })
      satisfy(world, number)
      const match = { operation: 'PullRequestFacts', nth: 2, times: 1 }
      world.github.fault({ match, action: { status: 401, body: { message: 'Bad credentials' } } })
    },
    state: 'error',
    says: /Cannot read pull request/,
  },
  {
    name: 'P30 a team that the token may not read',
    attempt(world, number) {
      satisfy(world, number)
      const body = { message: 'Resource not accessible by integration' }
      world.github.fault({ match: { path: /\/teams\/net/ }, action: { status: 403, body } })
    },
    state: 'pending',
    says: /team @acme\/net is unreadable; grant the token "members: read"/,
  },
  {
    name: 'P30 a team whose members cannot be listed',
    attempt(world, number) {
      satisfy(world, number)
      const match = { path: /\/teams\/net\/members/ }
      world.github.fault({ match, action: { status: 404, body: { message: 'Not Found' } } })
    },
    state: 'pending',
    says: /team @acme\/net is unreadable/,
  },
  ...['reviews', 'labels', 'timelineItems', 'commits', 'baseRef'].map((part): Pitfall => ({
    name: `P93 null in place of ${part}, and an error beside it`,
    attempt(world, number) {
      satisfy(world, number)
      const path = ['repository', 'pullRequest', part]
      const error = { type: 'INTERNAL', message: 'Something went wrong', path }
      const match = { operation: 'PullRequestFacts' }
      world.github.fault({ match, action: { graphqlErrors: [error] } })
    },
    state: 'error',
    says: /Cannot read pull request/,
  })),
  ...['reviews', 'labels', 'commits'].map((part): Pitfall => ({
    name: `P93 null in place of ${part}, and no error`,
    attempt(world, number) {
      satisfy(world, number)
      const match = { operation: 'PullRequestFacts' }
      world.github.fault({ match, action: { change: (body) => without(body, part) } })
    },
    state: 'error',
    says: /Cannot read pull request/,
  })),
  {
    name: 'P94 a limit that asks to wait a second',
    attempt(world, number) {
      satisfy(world, number)
      const action = { status: 429, headers: { 'retry-after': '1' }, body: { message: 'Slow down' } }
      world.github.fault({ match: { operation: 'PullRequestFacts' }, action })
    },
    state: 'success',
    says: /asks to wait 1 s/,
  },
  {
    name: 'P94 a limit that asks to wait an hour, over a green that stood before',
    async attempt(world, number) {
      await green(world, number)
      world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
      const headers = { 'retry-after': '3600' }
      const body = { message: 'You have exceeded a secondary rate limit' }
      const match = { operation: 'PullRequestFacts' }
      world.github.fault({ match, action: { status: 403, headers, body } })
    },
    state: 'error',
    says: /Cannot read pull request/,
  },
  {
    name: 'P94 no points left for GraphQL, told with status 200, over a green that stood before',
    async attempt(world, number) {
      await green(world, number)
      world.github.unlabel({ repo: REPO, number, by: 'sue', name: LABEL })
      const error = { type: 'RATE_LIMITED', message: 'API rate limit exceeded' }
      const match = { operation: 'PullRequestFacts', times: 3 }
      world.github.fault({ match, action: { graphqlErrors: [error], noData: true } })
    },
    state: 'error',
    says: /Cannot read pull request/,
  },
  {
    name: 'P94 a server that is down for a moment, and an answer that is cut off',
    attempt(world, number) {
      satisfy(world, number)
      const action = { status: 502, body: { message: 'Server Error' } }
      world.github.fault({ match: { operation: 'PullRequestFacts' }, action })
      world.github.fault({ match: { path: /\/teams\/net/ }, action: { cut: true } })
    },
    state: 'success',
    says: /Approved by @ben/,
  },
]

async function green(world: GateWorld, number: number): Promise<void> {
  satisfy(world, number)
  await world.gate(number)
  if (world.status(number)?.state !== 'success') throw new Error('it should be green first')
}

/** An answer about a pull request in which one part is null. */
function without(body: unknown, part: string): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) => (key === part ? null : value))
}
