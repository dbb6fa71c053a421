import { REPO } from '../../support/gate-world.ts'
import { type Pitfall, satisfy } from './pitfall.ts'

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
]
