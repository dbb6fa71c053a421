import type { Decision, Obstacle } from '../decision/decision.ts'
import type { Finding } from '../model/finding.ts'
import { formatInstant, type Instant } from '../model/instant.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { breakGlassJson } from './break-glass-json.ts'
import { changeMembers, objectJson } from './changes-json.ts'
import { headline } from './headline.ts'
import { issueJson } from './issue-json.ts'
import { asSentence } from './phrases.ts'
import { plain } from './untrusted.ts'
import { approvalsJson, requirementJson } from './verdict-json.ts'
import { inPlain } from './wording.ts'

/** The `Decision` document of the contract: output of `check --format json` and of the Action, body of the record. */
export function decisionJson(decision: Decision): JsonObject {
  const { digests } = decision
  return {
    apiVersion: 'drawbridge.dev/v1alpha1',
    kind: 'Decision',
    outcome: decision.outcome,
    summary: asSentence(plain(inPlain(headline(decision)))),
    decidedAt: formatInstant(decision.decidedAt),
    expiresAt: instantJson(decision.expiresAt),
    nextChangeAt: instantJson(decision.nextChangeAt),
    digests: { policy: digests.policy || null, facts: digests.facts, changes: digests.changes || null },
    policies: decision.policies,
    ...changeMembers(decision.changes),
    findings: decision.findings.map(findingJson),
    requirements: decision.verdicts.map((verdict) => requirementJson(verdict, decision.decidedAt)),
    breakGlass: decision.breakGlass && breakGlassJson(decision.breakGlass, decision.decidedAt),
    approvals: approvalsJson(decision),
    ask: decision.ask,
    obstacles: decision.obstacles.map(obstacleJson),
    issues: decision.issues.map(issueJson),
  }
}

/** What kept a decision from being made; the paths are those of a conflict. */
function obstacleJson(obstacle: Obstacle): Json {
  return {
    code: obstacle.code,
    paths: obstacle.code === 'conflict' ? obstacle.paths : [],
    text: obstacle.code === 'unreadable' ? obstacle.text : null,
  }
}

function findingJson(finding: Finding): Json {
  const { rule, severity, effect, message, why, references, path, pointer, narrows, exception } = finding
  return {
    rule,
    severity,
    effect,
    message,
    why,
    references,
    object: finding.object ? objectJson(finding.object) : null,
    environment: finding.environment,
    cluster: finding.cluster,
    path,
    line: finding.line === null ? null : BigInt(finding.line),
    pointer,
    narrows,
    exception: exception ? { ...exception } : null,
  }
}

function instantJson(moment: Instant | null): string | null {
  return moment === null ? null : formatInstant(moment)
}
