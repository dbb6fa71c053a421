import type { Account } from '../../core/model/facts.ts'

/** GitHub's own coding agent: REST calls it `Copilot`, GraphQL `copilot-swe-agent`, commits either with `[bot]`. */
const CODING_AGENT = /^copilot(?:-swe-agent)?(?:\[bot\])?$/i

/** Whether an account is the agent that somebody sets to work; other bots, such as those that update dependencies, work by themselves. */
export function isCodingAgent({ type, login }: Account): boolean {
  return type !== 'User' && CODING_AGENT.test(login)
}
