import type { Decision } from '../core/decision/decision.ts'
import type { Facts } from '../core/model/facts.ts'
import { completeFacts } from './complete-facts.ts'
import type { Directory } from './directory.ts'
import type { Problem } from './problem.ts'
import type { Snapshot } from './pull-requests.ts'

/** From facts to a decision: the manifests of the pull request's commits are found by the commit ids in the facts. */
export type Assess = (facts: Facts) => Promise<Decision>

/** A decision, and what could not be read for it. */
export interface Judgement {
  readonly decision: Decision
  readonly problems: readonly Problem[]
}

/**
 * Decides on a pull request. What it requires is known only after a first look, so the people and pushes that the requirements
 * ask for are read then, and it is decided again.
 */
export async function judge(snapshot: Snapshot, assess: Assess, directory: Directory): Promise<Judgement> {
  const first = await assess(snapshot.facts)
  const requirements = first.verdicts.map(({ requirement }) => requirement)
  if (requirements.length === 0) return { decision: first, problems: [] }
  const { facts, problems } = await completeFacts(snapshot, requirements, directory)
  return { decision: await assess(facts), problems }
}
