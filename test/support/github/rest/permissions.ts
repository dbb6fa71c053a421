import type { Token } from '../world.ts'
import { Refusal } from './call.ts'

type Level = 'read' | 'write'
type Needs = Readonly<Record<string, Level>>

const pulls = (level: Level): readonly Needs[] => [{ issues: level }, { pull_requests: level }]

/** What each operation asks of a token with listed permissions: any one of the alternatives is enough. */
const needed: Readonly<Record<string, readonly Needs[]>> = {
  'actions/get-workflow': [{ actions: 'read' }],
  'actions/list-workflow-runs': [{ actions: 'read' }],
  'apps/get-authenticated': [],
  'apps/get-by-slug': [],
  'git/get-commit': [{ contents: 'read' }],
  'git/get-ref': [{ contents: 'read' }],
  'issues/create': [{ issues: 'write' }],
  'issues/create-label': pulls('write'),
  'issues/add-labels': pulls('write'),
  'issues/create-comment': pulls('write'),
  'issues/delete-comment': pulls('write'),
  'issues/delete-label': pulls('write'),
  'issues/list-comments': pulls('read'),
  'issues/list-events-for-timeline': pulls('read'),
  'issues/list-labels-for-repo': pulls('read'),
  'issues/list-labels-on-issue': pulls('read'),
  'issues/remove-label': pulls('write'),
  'issues/update-comment': pulls('write'),
  'issues/update-label': pulls('write'),
  'pulls/create-review': [{ pull_requests: 'write' }],
  'pulls/dismiss-review': [{ pull_requests: 'write' }],
  'pulls/get': [{ pull_requests: 'read' }],
  'pulls/list': [{ pull_requests: 'read' }],
  'pulls/list-commits': [{ pull_requests: 'read' }],
  'pulls/list-reviews': [{ pull_requests: 'read' }],
  'pulls/merge': [{ contents: 'write' }],
  'pulls/request-reviewers': [{ pull_requests: 'write' }],
  'pulls/update-branch': [{ pull_requests: 'write' }],
  'rate-limit/get': [],
  'repos/codeowners-errors': [{ contents: 'read' }],
  'repos/compare-commits-with-basehead': [{ contents: 'read' }],
  'repos/create-commit-status': [{ statuses: 'write' }],
  'repos/get': [],
  'repos/get-branch': [{ contents: 'read' }],
  'repos/get-branch-protection': [{ administration: 'read' }],
  'repos/get-branch-rules': [],
  'repos/get-collaborator-permission-level': [],
  'repos/get-combined-status-for-ref': [{ statuses: 'read' }],
  'repos/get-content': [{ contents: 'read' }],
  'repos/get-environment': [{ actions: 'read' }],
  'repos/get-repo-ruleset': [],
  'repos/list-activities': [{ contents: 'read' }],
  'repos/list-deployment-branch-policies': [{ actions: 'read' }],
  'repos/list-commit-statuses-for-ref': [{ statuses: 'read' }],
  'repos/list-pull-requests-associated-with-commit': [{ pull_requests: 'read' }],
  'teams/check-permissions-for-repo-in-org': [{ members: 'read' }],
  'teams/get-by-name': [{ members: 'read' }],
  'teams/get-membership-for-user-in-org': [{ members: 'read' }],
  'teams/list-members-in-org': [{ members: 'read' }],
  'users/get-authenticated': [],
  'users/get-by-username': [],
}

/** Refuses as GitHub does when a token's permissions do not reach. */
export function checkPermission(operationId: string, token: Token | undefined): void {
  const alternatives = needed[operationId]
  if (alternatives === undefined) throw new Error(`no permission is known for ${operationId}`)
  if (token?.permissions === undefined || alternatives.length === 0) return
  if (token.kind === 'actions' && alternatives.some((item) => item['members'] !== undefined))
    throw refuse(alternatives)
  if (
    !alternatives.some((needs) => Object.entries(needs).every(([name, level]) => holds(token, name, level)))
  ) {
    throw refuse(alternatives)
  }
}

export function holds(token: Token | undefined, name: string, level: Level): boolean {
  if (token?.permissions === undefined) return true
  const given = token.permissions[name]
  return given === 'write' || given === level
}

function refuse(alternatives: readonly Needs[]): Refusal {
  const accepted = alternatives.map((needs) =>
    Object.entries(needs)
      .map(([name, level]) => `${name}=${level}`)
      .join(','),
  )
  const headers = { 'x-accepted-github-permissions': accepted.join('; ') }
  return new Refusal(403, 'Resource not accessible by integration', { headers })
}
