import type { Dice } from '../support/dice.ts'
import type { FaultAction, FaultSubject } from '../support/github/faults.ts'

const GATEWAY = { message: 'Bad gateway' }

/** What goes wrong with one request: at most one in five, of every kind that GitHub and networks know. */
export function disturbance(dice: Dice, { method, operation }: FaultSubject): FaultAction | undefined {
  if (dice.below(100) >= 20) return undefined
  const graphql = operation !== undefined && method === 'POST'
  switch (dice.below(graphql ? 12 : 10)) {
    case 0:
    case 1:
      return { status: 502, body: GATEWAY }
    case 2:
    case 3:
      return { status: 503, body: '<html>unavailable</html>' }
    case 4:
      // The request did its work, and its answer is lost.
      return { status: 502, body: GATEWAY, afterEffect: true }
    case 5:
      return { cut: true }
    case 6:
      return {
        status: 403,
        body: { message: 'You have exceeded a secondary rate limit' },
        headers: { 'retry-after': '1' },
      }
    case 7:
      return { status: 429, body: { message: 'Too many requests' }, headers: { 'retry-after': '1' } }
    case 8:
      return { status: 404, body: { message: 'Not Found' } }
    case 9:
      return { status: 401, body: { message: 'Bad credentials' } }
    case 10:
      return {
        graphqlErrors: [{ type: 'FORBIDDEN', message: 'Resource not accessible', path: ['repository'] }],
      }
    default:
      return { graphqlErrors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }], noData: true }
  }
}
