import type { Decision } from '../core/decision/decision.ts'
import type { Facts } from '../core/model/facts.ts'
import { completeFacts, type FactNeeds, type FactSources, needsOf } from './facts/complete-facts.ts'
import type { Problem } from './ports/problem.ts'
import type { Snapshot } from './ports/pull-requests.ts'

/** A decision and exactly the facts that it stands on. */
export interface Assessment {
  readonly decision: Decision
  readonly facts: Facts
}

/** From facts to a decision: the manifests of the pull request's commits are found by the commit ids in the facts. */
export type Assess = (facts: Facts) => Promise<Assessment>

/** What deciding on pull requests needs. */
export interface Judges extends FactSources {
  readonly assess: Assess
}

/** A decision with its facts, and what could not be read for it. */
export interface Judgement extends Assessment {
  readonly problems: readonly Problem[]
}

/**
 * Decides on a pull request. What it requires is known only after a first look, so the people and pushes that the requirements
 * ask for are read then, and it is decided again; and once more when only then it holds and somebody asks for the glass to be broken.
 */
export async function judge(snapshot: Snapshot, judges: Judges): Promise<Judgement> {
  const first = await judges.assess(snapshot.facts)
  const needs = needsOf(first.decision)
  if (needs.requirements.length === 0) return { ...first, problems: [] }
  const judgement = await judgeWith(snapshot, needs, judges)
  const more = needsOf(judgement.decision)
  return needs.breakGlass === null && more.breakGlass !== null
    ? await judgeWith(snapshot, more, judges)
    : judgement
}

async function judgeWith(snapshot: Snapshot, needs: FactNeeds, judges: Judges): Promise<Judgement> {
  const { facts, problems } = await completeFacts(snapshot, needs, judges)
  return { ...(await judges.assess(facts)), problems }
}
