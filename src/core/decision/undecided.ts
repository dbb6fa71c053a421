import type { ChangeSet } from '../model/change.ts'
import type { Facts } from '../model/facts.ts'
import type { Issue } from '../model/issue.ts'
import { pullRequestOf } from './decide.ts'
import type { Decision, Obstacle } from './decision.ts'
import { digestFacts } from './digests.ts'

/** The decision when there is nothing to decide on: no valid policy, no merge result. A conflict holds; all else is an error. */
export function undecided(facts: Facts, obstacle: Obstacle, issues: readonly Issue[] = []): Decision {
  return {
    outcome: obstacle.code === 'conflict' ? 'hold' : 'error',
    decidedAt: facts.now,
    expiresAt: null,
    nextChangeAt: null,
    digests: { policy: '', facts: digestFacts(facts), changes: '' },
    policies: [],
    changes: NOTHING,
    findings: [],
    verdicts: [],
    breakGlass: null,
    approvals: { counted: [], notCounted: [] },
    ask: [],
    issues,
    obstacles: [obstacle],
    pullRequest: pullRequestOf(facts),
  }
}

const NOTHING: ChangeSet = {
  changes: [],
  files: [],
  unchanged: { moved: 0, reformatted: 0 },
  routes: { added: [], removed: [], changed: [] },
  issues: [],
  analysed: { files: 0, objects: 0, notManifests: 0, unreadable: 0 },
}
